using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language.Plans;

namespace Atelier.Engine.Decisions;

/// <summary>Gives every open step of a run that was folded from the store its wake-up again.</summary>
internal sealed class ResumeDecisions(Decider decider)
{
    /// <summary>Bodies that were started and never heard of, after which a step parks.</summary>
    public const int MaxCutOff = 3;

    public void Resume()
    {
        var state = decider.State;
        if (state.Ended)
        {
            return;
        }

        if (state.Phase == RunPhase.Cancelling && state.Self.Settling is null)
        {
            foreach (var scope in state.RootBlock.Open.ToArray())
            {
                decider.Control.Stop(scope, cancel: true);
            }
        }

        foreach (var block in state.Blocks.Values.Where(static block => block.Stopping).ToArray())
        {
            decider.Control.StopBlock(block, block.Cancelled);
        }

        foreach (var scope in OpenScopes.Of(state).ToArray())
        {
            if (scope.Stopping && !scope.Undoing)
            {
                scope.Stopping = false;
                decider.Control.Stop(scope, scope.Cancelled);
            }

            foreach (var step in scope.StepsAndUndos.ToArray())
            {
                ResumeStep(step);
            }

            decider.Scopes.CheckDone(scope);
        }

        foreach (var block in state.Blocks.Values.ToArray())
        {
            ResumeBlock(block);
        }
    }

    private void ResumeBlock(BlockState block)
    {
        if (block.Kind != BlockKind.ForEach || block.Closed)
        {
            return;
        }

        if (block.Stopping)
        {
            block.Collection ??= string.Empty;
            decider.Control.StopBlock(block, block.Cancelled);
            return;
        }

        if (block.Collection is null && block.ForEach.Collection is not null)
        {
            decider.Ask(EvaluationKind.Collection, block.Owner);
            return;
        }

        if (block.Source is { IsCopy: true, Done: false, CopyOf: null } source)
        {
            decider.Ask(EvaluationKind.Items, source.Owner);
        }

        decider.Items.LoadMore(block);
        decider.Items.CheckEnd(block);
    }

    private void ResumeStep(StepState step)
    {
        switch (step.Phase)
        {
            case StepPhase.Pending when step.Source is { Done: false } && step.Plan is ActionStepPlan && !step.Scope!.Stopping:
                decider.Steps.Request(step, EffectKind.ReadPage);
                break;
            case StepPhase.Pending when step.Source is { Done: false }:
                decider.Steps.End(step, Outcome.Cancelled);
                break;
            case StepPhase.Pending when step.CutOff > 0 && (step.IsUndo || !step.Scope!.Stopping):
                ResumeCutOff(step);
                break;
            case StepPhase.Pending when step.IsUndo:
                break;
            case StepPhase.Pending:
                decider.Steps.TryStart(step);
                break;
            case StepPhase.Retrying or StepPhase.Waiting when step.Due > 0:
                step.RestingSince = decider.Now;
                decider.Do(new Effect(EffectKind.SetTimer, step, Number: step.Due));
                break;
            case StepPhase.Open:
                decider.Steps.SetDeadline(step);
                break;
            case StepPhase.Parked:
                step.RestingSince = decider.Now;
                decider.Do(new Effect(EffectKind.Park, step, Text: step.ParkedAt));
                break;
        }
    }

    private void ResumeCutOff(StepState step)
    {
        step.ReadyAt = decider.Now;
        if (!decider.Steps.IsIdempotent(step))
        {
            decider.Steps.Park(step, "was cut off and may have taken effect: `atelier resolve` says what happened", null, null);
        }
        else if (step.CutOff >= MaxCutOff)
        {
            decider.Steps.Park(step, $"was cut off {step.CutOff} times while it ran: `atelier resolve --again` tries once more", null, null);
        }
        else
        {
            StepDecisions.SetPhase(step, StepPhase.Evaluating);
            decider.Steps.StartBody(step);
        }
    }
}
