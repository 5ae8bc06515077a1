using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Engine.Recovery;

/// <summary>
/// Takes an ended run up again: chosen items and failed steps get another drive, and after them every step that comes after their block.
/// What succeeded and was not chosen stays as it is.
/// </summary>
internal sealed class RunReopener(Decider decider, IRunStore store, RetrySelection selection)
{
    private const int PageItems = 1000;
    private readonly List<StepState> _start = [];
    private readonly List<ScopeState> _scopes = [];
    private readonly int _drive = decider.State.Self.Drive + 1;
    private long _items;

    public RetryResult Reopen()
    {
        var state = decider.State;
        var root = state.RootBlock.Open.First?.Value;
        if (root is null)
        {
            return new RetryResult(0, 0, 0, "its handlers had not finished; cancel it or start it again");
        }

        var chosen = new List<StepState>();
        foreach (var step in root.Steps)
        {
            if (IsChosen(step))
            {
                chosen.Add(step);
            }
        }

        var reopened = new List<(StepState Step, BlockRecorded? Block, List<BlockItem> Items)>();
        foreach (var step in chosen)
        {
            var block = step.Plan is ForEachPlan ? store.FindBlock(state.Id, root.Id, step.Plan.Index) : null;
            var items = block is null ? [] : ItemsOf(block);
            if (block is null ? IsWhole(step) : items.Count > 0 || step.Outcome is Outcome.Failed or Outcome.Cancelled || IsWhole(step))
            {
                reopened.Add((step, IsWhole(step) && step.Plan.Path == selection.FromStep ? null : block, items));
            }
        }

        if (reopened.Count == 0)
        {
            return new RetryResult(0, 0, 0, "nothing in it matches");
        }

        var steps = Closure(root, reopened.ConvertAll(static entry => entry.Step));
        Restart(root, steps);
        foreach (var (step, block, items) in reopened)
        {
            if (block is not null)
            {
                ReopenBlock(step, block, items);
            }
        }

        foreach (var step in _start.Concat(root.Steps.ToArray()).Distinct())
        {
            decider.Steps.TryStart(step);
        }

        foreach (var scope in _scopes)
        {
            decider.Scopes.CheckDone(scope);
        }

        return new RetryResult(_drive, _items, steps.Count, null);
    }

    private bool IsChosen(StepState step)
    {
        if (step.Phase != StepPhase.Ended)
        {
            return false;
        }

        if (IsWhole(step))
        {
            return true;
        }

        var isFailed = selection.Failed && step.Outcome is Outcome.Failed or Outcome.Cancelled;
        return isFailed || (step.Plan is ForEachPlan && (selection.Quarantined || selection.Items.Count > 0));
    }

    /// <summary>True when the step itself is asked for, or failed without items to take up.</summary>
    private bool IsWhole(StepState step) =>
        (selection.Items.Count == 0 && selection.FromStep is { } from && (step.Plan.Id == from || step.Plan.Path == from))
        || (selection.Failed && step.Plan is not ForEachPlan && step.Outcome is Outcome.Failed or Outcome.Cancelled);

    private List<BlockItem> ItemsOf(BlockRecorded block)
    {
        var items = new List<BlockItem>();
        for (var from = 0L; ;)
        {
            var page = store.ReadItems(decider.State.Id, block.Block, from, PageItems);
            items.AddRange(page.Where(item => selection.Items.Count > 0
                ? selection.Items.Contains(item.Key)
                : item.Outcome is Outcome.Failed || (selection.Failed && item.Outcome == Outcome.Cancelled)));
            if (page.Count < PageItems)
            {
                return items;
            }

            from = page[^1].Ordinal + 1;
        }
    }

    private static HashSet<StepState> Closure(ScopeState scope, IEnumerable<StepState> steps)
    {
        var all = new HashSet<StepState>();
        var queue = new Queue<StepState>(steps);
        while (queue.TryDequeue(out var step))
        {
            if (all.Add(step))
            {
                foreach (var slot in scope.Sequence.Dependants[step.Plan.Slot])
                {
                    queue.Enqueue(scope.Step(slot));
                }
            }
        }

        return all;
    }

    /// <summary>Puts the run and its own body back to running, with these steps open again.</summary>
    private void Restart(ScopeState root, HashSet<StepState> steps)
    {
        var state = decider.State;
        state.Errors.Clear();
        state.Outcome = Outcome.None;
        state.Phase = RunPhase.Running;
        state.Self.Phase = StepPhase.Open;
        state.Self.Drive = _drive;
        state.Self.Failures = null;
        decider.Record(new RunChanged { Seq = state.NextSeq(), Phase = RunPhase.Running, Drive = _drive, At = decider.Now });
        root.Drive = _drive;
        ReopenSteps(root, steps);
    }

    private void ReopenSteps(ScopeState scope, HashSet<StepState> steps)
    {
        scope.Failures = null;
        scope.Rejection = null;
        scope.Cancelled = false;
        scope.Stopping = false;
        scope.Closing = false;
        foreach (var step in scope.Steps)
        {
            if (steps.Contains(step))
            {
                if (step.Phase == StepPhase.Ended)
                {
                    scope.Unended++;
                }

                Forget(step);
                decider.Record(new AttemptRecorded
                {
                    Seq = decider.State.NextSeq(),
                    Scope = scope.Id,
                    Step = step.Plan.Index,
                    Drive = _drive,
                    Attempt = 0,
                    State = AttemptState.Redriven,
                    At = decider.Now,
                });
            }
            else if (step is { Phase: StepPhase.Ended, Outcome: Outcome.Failed })
            {
                (scope.Failures ??= []).AddRange(step.Failures ?? []);
                scope.Stopping = true;
            }
        }

        foreach (var step in scope.Steps)
        {
            step.NeedsLeft = step.Plan.Needs.Count(slot => !scope.Step(slot).Met);
        }
    }

    private void Forget(StepState step)
    {
        step.Phase = StepPhase.Pending;
        step.Drive = _drive;
        step.Attempt = 0;
        step.CutOff = 0;
        step.Outcome = Outcome.None;
        step.Output = null;
        step.Value = null;
        step.Failures = null;
        step.Settling = null;
        step.Block = null;
        if (step.Plan is ActionStepPlan)
        {
            step.Source = null;
        }
    }

    private void ReopenBlock(StepState owner, BlockRecorded row, List<BlockItem> items)
    {
        var state = decider.State;
        var block = new BlockState(row.Block, BlockKind.ForEach, owner, ((ForEachPlan)owner.Plan).Body)
        {
            Drive = _drive,
            Collection = row.Collection,
            Counts = row.Counts,
            Opened = row.Opened,
            AskedFor = row.Opened,
            SetHash = SetHash.From(row.SetHash),
            Surveyed = true,
            Source = state.Sources[row.Source],
        };
        block.Source.Consumers.Add(block);
        state.Blocks.Add(block.Number, block);
        owner.Block = block;
        StepDecisions.SetPhase(owner, StepPhase.Open);
        foreach (var item in items)
        {
            ReopenItem(block, item);
        }

        decider.MarkDirty(block);
        decider.Items.LoadMore(block);
        decider.Items.CheckEnd(block);
    }

    private void ReopenItem(BlockState block, BlockItem item)
    {
        var state = decider.State;
        var value = store.ReadRows(state.Id, block.Source!.Number, item.Ordinal, 1)[0].Value;
        var scope = new ScopeState(block, block.Sequence, item.Ordinal) { Key = item.Key, ItemJson = value, Drive = _drive };
        scope.OpenNode = block.Open.AddLast(scope);
        if (item.Outcome != Outcome.None)
        {
            block.Counts = block.Counts.Add(item.Outcome, -1);
            block.SetHash = block.SetHash.Remove(item.Key, item.Outcome, item.Output);
        }

        ScopeRestorer.Restore(scope, state.Plan, store.ReadOutcomes(state.Id, [scope.Id]), static _ => 0);
        var again = new HashSet<StepState>();
        foreach (var step in scope.Steps)
        {
            if (step.Phase != StepPhase.Ended)
            {
                step.Drive = _drive;
            }
            else if (selection.FromStep is { } from ? step.Plan.Id == from || step.Plan.Path == from : step.Outcome is Outcome.Failed or Outcome.Cancelled or Outcome.Rejected)
            {
                again.UnionWith(Closure(scope, [step]));
            }
        }

        ReopenSteps(scope, again);
        scope.Undoing = false;
        _items++;
        _scopes.Add(scope);
        _start.AddRange(scope.Steps);
    }
}
