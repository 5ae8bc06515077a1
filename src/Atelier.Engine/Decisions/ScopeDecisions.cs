using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Opening and ending scopes, and the blocks that have exactly one: groups, branches, inlined workflows.</summary>
internal sealed class ScopeDecisions(Decider decider)
{
    /// <summary>Opens a scope and starts the steps that need nothing.</summary>
    public ScopeState Open(BlockState block, long ordinal, string? key, byte[]? item)
    {
        var scope = new ScopeState(block, block.Sequence, ordinal) { Key = key, ItemJson = item, Drive = block.Drive };
        scope.OpenNode = block.Open.AddLast(scope);
        if (block.Number == 0)
        {
            decider.State.RootScope = scope;
        }

        block.Opened = Math.Max(block.Opened, ordinal + 1);
        decider.MarkDirty(block);
        foreach (var step in scope.Steps)
        {
            step.Drive = block.Drive;
        }

        foreach (var step in scope.Steps)
        {
            decider.Steps.TryStart(step);
        }

        CheckDone(scope);
        return scope;
    }

    /// <summary>Opens a block with one scope for a step.</summary>
    public void OpenOnce(StepState step, SequencePlan sequence, BlockKind kind = BlockKind.Once, BlockDetail? detail = null)
    {
        var block = NewBlock(step, kind, sequence);
        block.Detail = detail;
        Open(block, 0, null, null);
    }

    public BlockState NewBlock(StepState step, BlockKind kind, SequencePlan sequence)
    {
        var number = ++decider.State.LastBlock;
        var block = new BlockState(number, kind, step, sequence) { Drive = step.Drive, Around = step.Scope is null ? decider.State.RootScope : null };
        decider.State.Blocks.Add(number, block);
        step.Block = block;
        if (kind is not (BlockKind.OnFailure or BlockKind.Finally))
        {
            StepDecisions.SetPhase(step, StepPhase.Open);
            decider.Steps.SetDeadline(step);
        }

        decider.MarkDirty(block);
        return block;
    }

    /// <summary>Takes the answer that a switch or an inlined workflow needs to open.</summary>
    public void EntryAnswered(in Evaluation question, in EvaluationAnswer answer)
    {
        var step = question.Step;
        if (step.Phase != StepPhase.Evaluating)
        {
            return;
        }

        if (answer.Failure is { } failure)
        {
            decider.Steps.Fail(step, failure);
            return;
        }

        if (step.Plan is CallPlan call)
        {
            OpenOnce(step, call.Body, detail: new BlockDetail { Inputs = answer.Json! });
            return;
        }

        var index = (int)((CelInt)answer.Value!).Value;
        if (index < 0)
        {
            decider.Steps.End(step, Outcome.Succeeded, "null"u8.ToArray());
        }
        else
        {
            OpenOnce(step, ((SwitchPlan)step.Plan).Cases[index].Body);
        }
    }

    /// <summary>A step of a scope has its outcome.</summary>
    public void StepEnded(StepState step)
    {
        var scope = step.Scope!;
        if (step.Plan.Slot >= scope.Sequence.Steps.Length)
        {
            decider.Settling.UndoEnded(scope, step);
            return;
        }

        scope.Unended--;
        switch (step.Outcome)
        {
            case Outcome.Succeeded or Outcome.Empty or Outcome.Skipped:
                foreach (var slot in scope.Sequence.Dependants[step.Plan.Slot])
                {
                    var dependant = scope.Step(slot);
                    dependant.NeedsLeft--;
                    decider.Steps.TryStart(dependant);
                }

                break;
            case Outcome.Failed:
                (scope.Failures ??= []).AddRange((step.Failures ?? []).Take(BlockState.MaxFailures));
                decider.Control.Stop(scope, cancel: false);
                break;
            case Outcome.Rejected:
                scope.Rejection ??= step.Rejection ?? step.Block?.Rejection ?? $"rejected by step `{step.Plan.Path}`";
                decider.Control.Stop(scope, cancel: false);
                break;
            case Outcome.Cancelled:
                scope.Cancelled = true;
                decider.Control.Stop(scope, cancel: false);
                break;
        }

        CheckDone(scope);
    }

    /// <summary>Ends the scope when nothing is left to do in it.</summary>
    public void CheckDone(ScopeState scope)
    {
        if (scope.Closing || scope.InFlight > 0 || (scope.Unended > 0 && !scope.Stopping))
        {
            return;
        }

        if (!scope.Undoing && (scope.Failures is not null || scope.Cancelled) && scope.Sequence.Undos.Length > 0)
        {
            scope.Undoing = true;
        }

        if (scope.Undoing && decider.Settling.UndoNext(scope))
        {
            return;
        }

        scope.Closing = true;
        scope.Cancelled |= scope.Unended > 0;
        var outcome = OutcomeOf(scope);
        if (outcome is Outcome.Succeeded or Outcome.Empty)
        {
            AskValue(scope);
        }
        else
        {
            Ended(scope, outcome, null);
        }
    }

    /// <summary>The value of a branch, group, handler, inlined workflow or run is there.</summary>
    public void ResultAnswered(ScopeState scope, in EvaluationAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            (scope.Failures ??= []).Add(new FailureRecord(scope.Block.Owner.Plan.Path, KeyPath.Of(scope), 0, failure));
            Ended(scope, Outcome.Failed, null);
            return;
        }

        Ended(scope, OutcomeOf(scope), answer.Json!);
    }

    /// <summary>Hands a scope's end to its block.</summary>
    public void Ended(ScopeState scope, Outcome outcome, byte[]? value)
    {
        var block = scope.Block;
        Remove(scope);
        switch (block.Kind)
        {
            case BlockKind.ForEach:
                decider.Items.Ended(scope, outcome, value);
                break;
            case BlockKind.Repeat:
                decider.Rounds.Broken(scope, outcome);
                break;
            case BlockKind.OnFailure or BlockKind.Finally:
                Close(block);
                decider.Settling.HandlerEnded(block, scope, outcome);
                break;
            default:
                Close(block);
                block.Owner.Failures = scope.Failures;
                block.Rejection = scope.Rejection;
                decider.Steps.End(block.Owner, outcome, value, new BodyResult { Outcome = outcome, Reason = scope.Rejection });
                break;
        }
    }

    public void Remove(ScopeState scope)
    {
        if (scope.OpenNode is { List: not null } node)
        {
            scope.Block.Open.Remove(node);
        }

        decider.MarkDirty(scope.Block);
    }

    public void Close(BlockState block)
    {
        block.Closed = true;
        decider.MarkDirty(block);
        decider.State.Blocks.Remove(block.Number);
        block.Source?.Consumers.Remove(block);
    }

    public static Outcome OutcomeOf(ScopeState scope)
    {
        if (scope.Failures is not null)
        {
            return Outcome.Failed;
        }

        // A rejection stops the steps beside it, so it comes before the cancellation that it caused.
        if (scope.Rejection is not null)
        {
            return Outcome.Rejected;
        }

        if (scope.Cancelled)
        {
            return Outcome.Cancelled;
        }

        var steps = scope.Steps;
        return steps.Length > 0 && steps[^1].Outcome == Outcome.Empty ? Outcome.Empty : Outcome.Succeeded;
    }

    private void AskValue(ScopeState scope)
    {
        var owner = scope.Block.Owner;
        var kind = scope.Block.Kind switch
        {
            BlockKind.ForEach => EvaluationKind.Yield,
            BlockKind.Repeat => EvaluationKind.Round,
            _ => EvaluationKind.Result,
        };
        decider.Ask(kind, owner, scope);
    }
}
