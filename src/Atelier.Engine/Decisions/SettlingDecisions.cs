using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Handlers and compensations: what runs between a step's end and its recorded outcome, and when a scope fails.</summary>
internal sealed class SettlingDecisions(Decider decider)
{
    /// <summary>The action that ends a failure as the last step of an <c>on_failure</c> handler.</summary>
    public const string RecoverAction = "core.recover";

    /// <summary>Holds the outcome back when handlers have to run first; true when it did.</summary>
    public bool Holds(StepState step, Outcome outcome, byte[]? output, BodyResult? result)
    {
        var plan = step.Plan;
        var failing = outcome == Outcome.Failed && plan.OnFailure is not null;
        if (step.Settling is not null || outcome == Outcome.Skipped || (!failing && plan.Finally is null))
        {
            return false;
        }

        step.Settling = new SettlingOutcome
        {
            Outcome = outcome,
            Output = output,
            Detail = result?.ToDetail(outcome == Outcome.Failed ? step.Failures : null),
            Failures = step.Failures ?? [],
            Handled = !failing,
        };
        StepDecisions.SetPhase(step, StepPhase.Settling);
        RecordSettling(step);
        decider.Scopes.OpenOnce(step, failing ? plan.OnFailure! : plan.Finally!, failing ? BlockKind.OnFailure : BlockKind.Finally);
        return true;
    }

    /// <summary>A handler ended: the failure goes on unless it recovered, or rejected the item.</summary>
    public void HandlerEnded(BlockState block, ScopeState scope, Outcome outcome)
    {
        var step = block.Owner;
        var settling = step.Settling!;
        if (scope.Failures is { } failures)
        {
            (step.Failures ??= []).AddRange(failures);
            settling = settling with
            {
                Outcome = Outcome.Failed,
                Output = null,
                Failures = step.Failures,
                Detail = new OutcomeDetail { Failure = step.Failures[0].Failure, Failures = step.Failures }.ToJson(),
            };
        }
        else if (block.Kind == BlockKind.OnFailure && Recovers(scope))
        {
            step.Failures = null;
            settling = new SettlingOutcome
            {
                Outcome = Outcome.Succeeded,
                Output = scope.Steps[^1].Output,
                Detail = new OutcomeDetail { Reason = "recovered: " + (settling.Failures.Count > 0 ? settling.Failures[0].Failure.Message : string.Empty) }.ToJson(),
            };
        }

        else if (block.Kind == BlockKind.OnFailure && outcome == Outcome.Rejected)
        {
            step.Failures = null;
            step.Rejection = scope.Rejection;
            settling = new SettlingOutcome { Outcome = Outcome.Rejected, Detail = new OutcomeDetail { Reason = scope.Rejection }.ToJson() };
        }

        step.Settling = settling with { Handled = true };
        if (block.Kind == BlockKind.OnFailure && step.Plan.Finally is { } final)
        {
            RecordSettling(step);
            decider.Scopes.OpenOnce(step, final, BlockKind.Finally);
            return;
        }

        var last = step.Settling;
        step.Settling = null;
        step.Block = null;
        decider.Steps.Record(step, last.Outcome, last.Output, last.Detail, null);
    }

    /// <summary>Starts the next compensation of a failed scope, latest success first; false when none is left.</summary>
    public bool UndoNext(ScopeState scope)
    {
        StepState? latest = null;
        foreach (var step in scope.Steps)
        {
            if (step is { Outcome: Outcome.Succeeded, Phase: StepPhase.Ended, Plan: ActionStepPlan { Undo: { } undo } }
                && scope.Undo(undo).Phase == StepPhase.Pending
                && (latest is null || step.EndedSeq > latest.EndedSeq))
            {
                latest = step;
            }
        }

        if (latest is null)
        {
            return false;
        }

        var state = scope.Undo(((ActionStepPlan)latest.Plan).Undo!);
        state.Drive = latest.Drive;
        decider.Steps.StartBody(state);
        return true;
    }

    /// <summary>A compensation ended; its failure joins the others.</summary>
    public void UndoEnded(ScopeState scope, StepState undo)
    {
        if (undo.Outcome == Outcome.Failed)
        {
            (scope.Failures ??= []).AddRange(undo.Failures ?? []);
        }

        decider.Scopes.CheckDone(scope);
    }

    private static bool Recovers(ScopeState scope) =>
        scope.Steps is [.., { Outcome: Outcome.Succeeded, Plan: ActionStepPlan { Action: RecoverAction } }];

    private void RecordSettling(StepState step)
    {
        if (step.Scope is null)
        {
            decider.Control.RecordRunSettling(step.Settling!);
            return;
        }

        decider.Record(new AttemptRecorded
        {
            Seq = decider.State.NextSeq(),
            Scope = step.Scope.Id,
            Step = step.Plan.Index,
            Drive = step.Drive,
            Attempt = step.Attempt,
            State = AttemptState.Settling,
            Detail = step.Settling!.ToJson(),
            At = decider.Now,
        });
    }
}
