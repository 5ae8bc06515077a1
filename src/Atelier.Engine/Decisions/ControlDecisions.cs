using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Decisions;

/// <summary>Ending, stopping, cancelling, pausing and resting.</summary>
internal sealed class ControlDecisions(Decider decider)
{
    /// <summary>The run has its outcome.</summary>
    public void EndRun(Outcome outcome, byte[]? output)
    {
        var state = decider.State;
        state.Errors.AddRange(state.Self.Failures ?? []);
        state.Outcome = outcome;
        state.Self.Phase = StepPhase.Ended;
        RecordRun(RunPhase.Ended, outcome, output, null);
        state.Resting = false;
        state.Wake = null;
        decider.Do(new Effect(EffectKind.RunEnded));
    }

    public void RecordRunSettling(SettlingOutcome settling) => RecordRun(decider.State.Phase, Outcome.None, null, settling.ToJson());

    /// <summary>Asks bodies to stop and runs what <c>finally</c> says.</summary>
    public void Cancel()
    {
        var state = decider.State;
        if (state.Phase is RunPhase.Cancelling or RunPhase.Ended)
        {
            return;
        }

        RecordRun(RunPhase.Cancelling, Outcome.None, null, state.Self.Settling?.ToJson());
        foreach (var scope in state.RootBlock.Open.ToArray())
        {
            Stop(scope, cancel: true);
            decider.Scopes.CheckDone(scope);
        }
    }

    public void Pause()
    {
        if (decider.State.Phase == RunPhase.Running)
        {
            RecordRun(RunPhase.Paused, Outcome.None, null, decider.State.Self.Settling?.ToJson());
        }
    }

    public void Resume()
    {
        if (decider.State.Phase == RunPhase.Paused)
        {
            RecordRun(RunPhase.Running, Outcome.None, null, decider.State.Self.Settling?.ToJson());
        }
    }

    /// <summary>Adds to the run's account, in the turn that takes the result.</summary>
    public void Spent(IReadOnlyList<Usage> usage)
    {
        if (usage.Count > 0 && !decider.State.Ended)
        {
            decider.State.Spending.Add(usage);
            RecordSpending();
        }
    }

    /// <summary>Sets what the run may spend; steps that waited for that go on, or park again.</summary>
    public void SetBudget(decimal? cost, long? tokens)
    {
        decider.State.Spending.SetLimits(cost, tokens);
        RecordSpending();
        foreach (var scope in OpenScopes.Of(decider.State))
        {
            foreach (var step in scope.StepsAndUndos)
            {
                if (step is { Phase: StepPhase.Parked, ParkedForBudget: true })
                {
                    decider.Steps.Free(step);
                }
            }
        }
    }

    private void RecordSpending() =>
        decider.Record(new RunSpent { Seq = decider.State.NextSeq(), Spending = decider.State.Spending.Total.ToJson() });

    /// <summary>Gives a parked step what a person says became of it; false when none matches.</summary>
    public bool Resolve(string step, string? key, Resolution resolution, byte[]? output)
    {
        foreach (var scope in OpenScopes.Of(decider.State))
        {
            foreach (var parked in scope.StepsAndUndos)
            {
                if (parked.Phase != StepPhase.Parked || (parked.Plan.Id != step && parked.Plan.Path != step) || (key is not null && KeyPath.Of(scope) != key))
                {
                    continue;
                }

                switch (resolution)
                {
                    case Resolution.Done:
                        decider.Steps.End(parked, Outcome.Succeeded, output ?? "null"u8.ToArray(), new BodyResult { Outcome = Outcome.Succeeded, Reason = "resolved by a person", MadeBy = "person" });
                        break;
                    case Resolution.Fail:
                        decider.Steps.Fail(parked, StepFailure.Permanent("ATL2113", "resolved by a person as failed"));
                        break;
                    default:
                        parked.CutOff = 0;
                        decider.Steps.Free(parked);
                        break;
                }

                return true;
            }
        }

        return false;
    }

    /// <summary>Starts nothing new in a scope and below; what only waits ends as cancelled, bodies finish or, with cancel, are asked to stop.</summary>
    public void Stop(ScopeState scope, bool cancel)
    {
        if (scope.Undoing || scope.Closing || (scope.Stopping && !cancel))
        {
            return;
        }

        scope.Stopping = true;
        scope.Cancelled |= cancel;
        foreach (var step in scope.Steps.ToArray())
        {
            StopStep(step, cancel);
        }
    }

    public void StopBlock(BlockState block, bool cancel)
    {
        block.Stopping = true;
        block.Cancelled |= cancel;
        decider.MarkDirty(block);
        foreach (var scope in block.Open.ToArray())
        {
            Stop(scope, cancel);
            decider.Scopes.CheckDone(scope);
        }

        decider.Items.CheckEnd(block);
    }

    /// <summary>A block used up its time: its bodies are asked to stop and it fails.</summary>
    public void TimeUp(BlockState block, StepFailure failure)
    {
        var record = Decider.Place(block.Owner, failure);
        if (block.Kind == BlockKind.ForEach)
        {
            block.AddFailures([record]);
            block.Detail = (block.Detail ?? new BlockDetail()) with { Failing = true };
        }

        foreach (var scope in block.Open)
        {
            if (block.Kind != BlockKind.ForEach)
            {
                (scope.Failures ??= []).Add(record);
            }
        }

        StopBlock(block, cancel: true);
    }

    /// <summary>Writes down that the run rests, or that it no longer does.</summary>
    public void RecordRest()
    {
        var state = decider.State;
        if (state.Ended)
        {
            return;
        }

        // A run whose steps wait for an endpoint is not at rest: a new owner has to load it, or nobody would ask the endpoint again.
        var resting = state.Active == 0 && state.Phase != RunPhase.Paused && !WaitsForEndpoint();
        var wake = resting ? FirstDue() : null;
        if (resting == state.Resting && wake == state.Wake)
        {
            return;
        }

        state.Resting = resting;
        state.Wake = wake;
        decider.Record(new RunRested { Seq = state.NextSeq(), Resting = resting, Wake = wake });
    }

    private bool WaitsForEndpoint() => OpenScopes.Of(decider.State)
        .SelectMany(static scope => scope.StepsAndUndos)
        .Any(static step => step is { Phase: StepPhase.Parked, ParkedAt: not null });

    private long? FirstDue()
    {
        long? first = null;
        foreach (var scope in OpenScopes.Of(decider.State))
        {
            foreach (var step in scope.StepsAndUndos)
            {
                if (step.Due > 0 && (first is null || step.Due < first))
                {
                    first = step.Due;
                }
            }
        }

        return first;
    }

    private void StopStep(StepState step, bool cancel)
    {
        switch (step.Phase)
        {
            case StepPhase.Waiting:
                decider.Waits.Close(step, null);
                decider.Steps.End(step, Outcome.Cancelled);
                break;
            case StepPhase.Evaluating or StepPhase.Gated or StepPhase.Retrying or StepPhase.Parked:
                step.Due = 0;
                decider.Steps.End(step, Outcome.Cancelled);
                break;
            case StepPhase.Running when cancel:
                decider.Do(new Effect(EffectKind.CancelBody, step, Number: StepDecisions.Claim(step)));
                break;
            case StepPhase.Open when step.Block is { } block:
                StopBlock(block, cancel);
                break;
        }
    }

    private void RecordRun(RunPhase phase, Outcome outcome, byte[]? output, byte[]? settling)
    {
        var state = decider.State;
        state.Phase = phase;
        decider.Record(new RunChanged
        {
            Seq = state.NextSeq(),
            Phase = phase,
            Outcome = outcome,
            Output = output,
            Errors = state.Errors.Count == 0 ? null : FailureRecord.ListToJson(state.Errors),
            Drive = state.Self.Drive,
            Settling = settling,
            At = decider.Now,
        });
    }
}
