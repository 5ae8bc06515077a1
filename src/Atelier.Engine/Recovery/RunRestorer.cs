using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Recovery;

/// <summary>Folds what is recorded of a run into its state. The reverse of recording: no decision is made here.</summary>
internal sealed class RunRestorer(RunState state, RunSnapshot snapshot, IRunStore store)
{
    private readonly Dictionary<long, ScopeState> _scopes = [];

    /// <summary>Rebuilds scopes, blocks, sources, attempts and waits.</summary>
    public void Restore()
    {
        var run = snapshot.Run;
        state.Phase = run.Phase;
        state.Outcome = run.Outcome;
        state.Seq = run.Seq;
        state.LastBlock = snapshot.LastBlock;
        state.Resting = run.Resting;
        state.Wake = run.Wake;
        state.Self.Drive = run.Drive;
        state.Self.Block = state.RootBlock;
        state.Errors.AddRange(FailureRecord.ListFromJson(run.Errors));
        state.Signals.AddRange(snapshot.Signals);
        state.Consumed.UnionWith(snapshot.Consumed);
        RestoreSelf(run);
        foreach (var block in snapshot.Blocks.OrderBy(static block => block.Block))
        {
            RestoreBlock(block);
        }

        foreach (var attempt in snapshot.Attempts)
        {
            RestoreAttempt(attempt);
        }

        foreach (var wait in snapshot.Waits)
        {
            if (StepOf(wait.Scope, wait.Step) is { Phase: not StepPhase.Ended } step && step.Drive == wait.Drive)
            {
                step.Wait = wait;
                step.Due = wait.Due ?? 0;
                StepDecisions.SetPhase(step, StepPhase.Waiting);
            }
        }
    }

    private void RestoreSelf(RunRow run)
    {
        state.Self.Phase = run.Phase == RunPhase.Ended ? StepPhase.Ended : StepPhase.Open;
        state.RootScope = new ScopeState(state.RootBlock, state.Plan.Body, 0) { Drive = run.Drive };
        AddScope(state.RootScope, state.RootBlock, run.Drive);
        state.RootBlock.Opened = 1;
        if (run.Settling is { } settling)
        {
            state.Self.Settling = SettlingOutcome.FromJson(settling);
            state.Self.Failures = state.Self.Settling.Failures is { Count: > 0 } failures ? [.. failures] : null;
            state.Self.Phase = StepPhase.Settling;
            state.RootBlock.Open.Clear();
        }
    }

    private void RestoreBlock(BlockRecorded row)
    {
        var owner = row.Step < 0 ? state.Self : StepOf(row.Scope, row.Step);
        if (owner is null)
        {
            return;
        }

        var sequence = row.Kind switch
        {
            BlockKind.ForEach => ((ForEachPlan)owner.Plan).Body,
            BlockKind.Repeat => ((RepeatPlan)owner.Plan).Body,
            _ => state.Plan.Sequences[row.Sequence],
        };
        var detail = BlockDetail.FromJson(row.Detail);
        var block = new BlockState(row.Block, row.Kind, owner, sequence)
        {
            Drive = row.Drive,
            Around = row.Step < 0 ? state.RootScope : null,
            Collection = row.Collection,
            Counts = row.Counts,
            Opened = row.Opened,
            AskedFor = row.Opened,
            SetHash = SetHash.From(row.SetHash),
            Detail = detail,
            Failures = detail?.Failures,
            Stopping = detail is { Failing: true },
            Surveyed = row.Opened > 0,
        };
        state.Blocks.Add(row.Block, block);
        owner.Block = block;
        if (row.Kind is not (BlockKind.OnFailure or BlockKind.Finally))
        {
            StepDecisions.SetPhase(owner, StepPhase.Open);
        }

        if (row.Source > 0)
        {
            block.Source = SourceOf(row.Source, owner);
            block.Source.Consumers.Add(block);
        }

        RestoreLoop(block, detail);
        foreach (var ordinal in OrdinalSet.Decode(row.Open))
        {
            OpenScope(block, ordinal);
        }
    }

    private void RestoreLoop(BlockState block, BlockDetail? detail)
    {
        if (block.Kind != BlockKind.Repeat)
        {
            return;
        }

        block.Previous = RoundValue(block, block.Opened - 2);
        block.BestValue = detail?.Best is { } best ? RoundValue(block, best) : null;
    }

    private byte[]? RoundValue(BlockState block, long ordinal) => ordinal < 0
        ? null
        : store.ReadOutcomes(state.Id, [ScopeId.Of(block.Number, ordinal)]).LastOrDefault(static row => row.Step == StepEnded.ItemEnd)?.Output;

    private void OpenScope(BlockState block, long ordinal)
    {
        string? key = null;
        byte[]? item = null;
        if (block.Kind == BlockKind.ForEach)
        {
            var row = store.ReadRows(state.Id, block.Source!.Number, ordinal, 1)[0];
            (key, item) = (row.Key, row.Value);
        }
        else if (block.Kind == BlockKind.Repeat)
        {
            item = RoundValue(block, ordinal - 1);
        }

        AddScope(new ScopeState(block, block.Sequence, ordinal) { Key = key, ItemJson = item, Drive = block.Drive }, block, block.Drive);
    }

    private void AddScope(ScopeState scope, BlockState block, int drive)
    {
        scope.OpenNode = block.Open.AddLast(scope);
        _scopes[scope.Id.Value] = scope;
        foreach (var step in scope.Steps)
        {
            step.Drive = drive;
        }

        foreach (var ((redrivenScope, step), redriven) in _redriven)
        {
            if (redrivenScope == scope.Id.Value)
            {
                StepIn(scope, step).Drive = redriven;
            }
        }

        ScopeRestorer.Restore(scope, state.Plan, _outcomes.GetValueOrDefault(scope.Id.Value) ?? [], step => _redriven.GetValueOrDefault((scope.Id.Value, step)));
    }

    private readonly Dictionary<long, List<StepEnded>> _outcomes = snapshot.Outcomes
        .GroupBy(static row => row.Scope.Value)
        .ToDictionary(static rows => rows.Key, static rows => rows.ToList());

    /// <summary>Drive at which a step was taken up again; outcomes of lower drives no longer count.</summary>
    private readonly Dictionary<(long Scope, int Step), int> _redriven = snapshot.Attempts
        .Where(static row => row.State == AttemptState.Redriven)
        .GroupBy(static row => (row.Scope.Value, row.Step))
        .ToDictionary(static rows => rows.Key, static rows => rows.Max(static row => row.Drive));

    private void RestoreAttempt(AttemptRecorded row)
    {
        if (StepOf(row.Scope, row.Step) is not { Phase: not StepPhase.Ended } step || row.Drive != step.Drive)
        {
            return;
        }

        step.Attempt = Math.Max(step.Attempt, row.Attempt);
        switch (row.State)
        {
            case AttemptState.Started or AttemptState.CutOff:
                step.CutOff++;
                step.Attempt = row.Attempt;
                step.Due = 0;
                StepDecisions.SetPhase(step, StepPhase.Pending);
                break;
            case AttemptState.Released:
                step.Attempt = row.Attempt - 1;
                break;
            case AttemptState.Failed when row.Due is { } due:
                step.Due = due;
                StepDecisions.SetPhase(step, StepPhase.Retrying);
                break;
            case AttemptState.Settling:
                step.Settling = SettlingOutcome.FromJson(row.Detail!);
                step.Failures = step.Settling.Failures is { Count: > 0 } failures ? [.. failures] : null;
                StepDecisions.SetPhase(step, StepPhase.Settling);
                break;
            case AttemptState.Parked:
                step.Due = 0;
                step.Attempt = row.Attempt;
                var detail = OutcomeDetail.FromJson(row.Detail);
                step.ParkedFor = detail?.Reason ?? "parked";
                step.ParkedAt = detail?.Failure is { Kind: FailureKind.Unavailable, Endpoint: var endpoint } ? endpoint ?? $"action:{((ActionStepPlan)step.Plan).Action}" : null;
                step.ParkedForBudget = detail?.Failure?.Code == RunSpending.BudgetSpent;
                step.ParkedAt = step.ParkedForBudget ? null : step.ParkedAt;
                StepDecisions.SetPhase(step, StepPhase.Parked);
                break;
        }
    }

    private SourceState SourceOf(int number, StepState user)
    {
        if (state.Sources.TryGetValue(number, out var known))
        {
            return known;
        }

        var row = snapshot.Sources.First(source => source.Source == number);
        return AddSource(row, StepOf(row.Scope, row.Step) ?? user);
    }

    /// <summary>Sources of paged steps that have no consumer yet.</summary>
    public void RestoreSources()
    {
        foreach (var row in snapshot.Sources)
        {
            state.LastSource = Math.Max(state.LastSource, row.Source);
            if (!state.Sources.ContainsKey(row.Source) && StepOf(row.Scope, row.Step) is { } owner)
            {
                AddSource(row, owner);
            }
        }
    }

    private SourceState AddSource(SourceRecorded row, StepState owner)
    {
        var source = new SourceState(row.Source, owner)
        {
            Count = row.Count,
            Cursor = row.Cursor,
            Done = row.Done,
            Total = row.Total,
            SetHash = SetHash.From(row.SetHash),
        };
        state.Sources.Add(row.Source, source);
        state.LastSource = Math.Max(state.LastSource, row.Source);
        if (!source.IsCopy)
        {
            owner.Source = source;
        }

        return source;
    }

    private StepState? StepOf(ScopeId scope, int step)
    {
        if (step < 0 || !_scopes.TryGetValue(scope.Value, out var open))
        {
            return null;
        }

        return StepIn(open, step);
    }

    private StepState StepIn(ScopeState scope, int step)
    {
        var plan = state.Plan.Steps[step];
        return plan.Slot >= scope.Sequence.Steps.Length ? scope.Undo((ActionStepPlan)plan) : scope.Step(plan.Slot);
    }
}
