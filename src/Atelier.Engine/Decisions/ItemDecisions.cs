using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Blocks that run a body for each row of a source.</summary>
internal sealed class ItemDecisions(Decider decider)
{
    /// <summary>Rows of one load and admission: few enough that a commit of them (about a millisecond) does not hold up other runs.</summary>
    public const int PageRows = 250;

    private readonly HashSet<BlockState> _freed = [];

    /// <summary>Asks for the items of a for_each.</summary>
    public void Enter(StepState step)
    {
        if (step.Source is { } known)
        {
            OpenBlock(step, known);
            return;
        }

        decider.Ask(EvaluationKind.Items, step);
    }

    public void Answered(in Evaluation question, in EvaluationAnswer answer)
    {
        var step = question.Step;
        if (step.Phase != StepPhase.Evaluating && step.Phase != StepPhase.Open)
        {
            return;
        }

        if (question.Kind == EvaluationKind.Collection)
        {
            CollectionAnswered(step.Block!, answer);
            return;
        }

        if (answer.Failure is { } failure)
        {
            if (step.Block is { Closed: false } block)
            {
                FailBlock(block, failure);
                return;
            }

            decider.Steps.Fail(step, failure);
            return;
        }

        switch (answer.Value)
        {
            case ItemsValue { Run: var run, Source: var number, Block: 0 } when run == decider.State.Id && !decider.Sources.NeedsOwnRows(step) && decider.State.Sources.TryGetValue(number, out var own):
                OpenBlock(step, own);
                break;
            case ItemsValue items when step.Block is { Source: { IsCopy: true, CopyOf: null, Done: false } interrupted }:
                interrupted.CopyOf = items;
                decider.Sources.RequestCopy(interrupted);
                break;
            case ItemsValue items:
                OpenBlock(step, decider.Sources.Copy(step, items));
                break;
            case CelList list:
                OpenBlock(step, decider.Sources.OwnRows(step, list));
                break;
            default:
                decider.Steps.Fail(step, StepFailure.Permanent("ATL2102", $"`for_each` of step `{step.Plan.Path}` gives {answer.Value!.Type}, not a list or items. Name a list, a paged step or a block's `items`."));
                break;
        }
    }

    private void CollectionAnswered(BlockState block, in EvaluationAnswer answer)
    {
        // Without a name there is nothing to list under, so the default stands in while the block fails.
        block.Collection = answer.Value is CelString name ? name.Value : DefaultCollection(block.Owner.Plan);
        if (answer.Failure is { } failure)
        {
            FailBlock(block, failure);
            return;
        }

        LoadMore(block);
        CheckEnd(block);
    }

    /// <summary>Rows of a block's source were loaded and keyed: they enter the collection.</summary>
    public void RowsLoaded(BlockState block, IReadOnlyList<PendingItem> rows)
    {
        decider.State.Active--;
        if (block.Closed || rows.Count == 0 || block.Stopping)
        {
            block.Loading = false;
            CheckEnd(block);
            return;
        }

        // By now there may be more rows than when they were asked for.
        block.AskedFor = Math.Max(block.AskedFor, rows[^1].Ordinal + 1);
        decider.Record(new ItemsAdmitted
        {
            Seq = decider.State.NextSeq(),
            Block = block.Number,
            Collection = block.Collection!,
            KeyPrefix = KeyPath.Prefix(block.Owner.Scope),
            FirstOrdinal = rows[0].Ordinal,
            Items = [.. rows.Select(static row => new AdmittedItem(row.Key, System.Security.Cryptography.SHA256.HashData(row.Value ?? [])))],
            KeepLast = block.ForEach.OnDuplicate == DuplicateKeys.Last,
            At = decider.Now,
        });
        decider.State.Active++;
        decider.Do(new Effect(EffectKind.Admit, Block: block, Items: rows));
    }

    /// <summary>The admission is durable; rows whose key another row has are marked.</summary>
    public void Admitted(BlockState block, IReadOnlyList<PendingItem> rows)
    {
        decider.State.Active--;
        block.Loading = false;
        if (block.ForEach.OnDuplicate == DuplicateKeys.Last && !block.Surveyed)
        {
            Survey(block);
            return;
        }

        foreach (var row in rows)
        {
            block.Pending.Enqueue(row);
        }

        if (!block.Stopping && block.ForEach.OnDuplicate == DuplicateKeys.Error && rows.FirstOrDefault(static row => row.StaysOrdinal is not null) is { StaysOrdinal: { } stays } twin)
        {
            block.AddFailures([Decider.Place(block.Owner, StepFailure.Permanent("ATL2103", $"key `{twin.Key}` stands at rows {stays + 1} and {twin.Ordinal + 1}. Give each row its own key (`key:`), or say `on_duplicate: first` or `last`."))]);
            FailBlock(block);
        }

        Refill(block);
        CheckEnd(block);
    }

    /// <summary>A place under <c>parallel</c> may be free.</summary>
    public void Freed(BlockState block) => _freed.Add(block);

    /// <summary>Lets in what waits for places that the turn left free; true when anything was done.</summary>
    public bool RefillFreed()
    {
        if (_freed.Count == 0)
        {
            return false;
        }

        var blocks = _freed.ToArray();
        _freed.Clear();
        foreach (var block in blocks)
        {
            // The last rows may all be doubles, which end as they are let in.
            Refill(block);
            CheckEnd(block);
        }

        return true;
    }

    public void YieldAnswered(ScopeState scope, in EvaluationAnswer answer)
    {
        if (answer.Failure is { } failure)
        {
            (scope.Failures ??= []).Add(new FailureRecord(scope.Block.Owner.Plan.Path, KeyPath.Of(scope), 0, failure));
            decider.Scopes.Ended(scope, Outcome.Failed, null);
            return;
        }

        decider.Scopes.Ended(scope, ScopeDecisions.OutcomeOf(scope), answer.Json!);
    }

    /// <summary>An item ended: counted in the same commit as its row.</summary>
    public void Ended(ScopeState scope, Outcome outcome, byte[]? value)
    {
        var block = scope.Block;
        byte[]? detail = scope switch
        {
            { Failures: { } failures } => new OutcomeDetail { Failure = failures[0].Failure, Failures = failures }.ToJson(),
            { Rejection: { } reason } => new OutcomeDetail { Reason = reason }.ToJson(),
            _ => null,
        };
        RecordItem(block, scope.Id, scope.Drive, scope.Key!, outcome, value, detail);
        if (outcome == Outcome.Failed)
        {
            ItemFailed(block, scope.Failures!);
        }
        else if (outcome == Outcome.Cancelled)
        {
            block.Cancelled = true;
        }

        Freed(block);
        CheckEnd(block);
    }

    /// <summary>Asks for more rows when few are left to open.</summary>
    public void LoadMore(BlockState block)
    {
        if (block.Loading || block.Stopping || block.Closed || block.Collection is null || block.Pending.Count > PageRows || block.AskedFor >= Available(block))
        {
            return;
        }

        block.Loading = true;
        decider.State.Active++;
        decider.Do(new Effect(EffectKind.LoadRows, Block: block, Number: block.AskedFor));
        block.AskedFor = Math.Min(Available(block), block.AskedFor + PageRows);
    }

    /// <summary>Ends the block when all its items have ended.</summary>
    public void CheckEnd(BlockState block)
    {
        if (block.Closed || block.Kind != BlockKind.ForEach || block.Open.Count > 0 || block.Collection is null)
        {
            return;
        }

        var complete = block.Source!.Done && !block.Loading && block.Pending.Count == 0 && block.AskedFor >= block.Source.Count;
        if (!complete && !block.Stopping)
        {
            return;
        }

        var plan = block.ForEach;
        if (complete && !block.Stopping && plan.Tolerate is { Share: { } share } && block.Counts.Failed > share * block.Counts.Ended)
        {
            block.Stopping = true;
            block.Detail = (block.Detail ?? new BlockDetail()) with { Failing = true };
        }

        if (complete && !decider.State.Options.Partial)
        {
            decider.Record(new CollectionListed { Seq = decider.State.NextSeq(), Block = block.Number, Collection = block.Collection!, KeyPrefix = KeyPath.Prefix(block.Owner.Scope), At = decider.Now });
        }

        decider.Scopes.Close(block);
        var failed = block.Detail is { Failing: true };
        if (failed || block.Cancelled || !complete)
        {
            block.Owner.Failures = block.Failures;
            decider.Steps.End(block.Owner, failed ? Outcome.Failed : Outcome.Cancelled, null, failed ? new BodyResult { Outcome = Outcome.Failed, Failure = BlockFailure(block) } : null);
            return;
        }

        decider.Steps.End(block.Owner, Outcome.Succeeded, ItemsHandle.OfBlock(decider.State.Id, block));
    }

    /// <summary>Opens a for_each over rows that are recorded, or being recorded.</summary>
    public void OpenBlock(StepState step, SourceState source)
    {
        var plan = (ForEachPlan)step.Plan;
        var block = decider.Scopes.NewBlock(step, BlockKind.ForEach, plan.Body);
        block.Source = source;
        source.Consumers.Add(block);
        if (plan.Collection is not null)
        {
            decider.Ask(EvaluationKind.Collection, step);
            return;
        }

        block.Collection = DefaultCollection(plan);
        LoadMore(block);
        CheckEnd(block);
    }

    private string DefaultCollection(StepPlan plan) => $"{decider.State.Plan.Name}/{plan.Path}";

    /// <summary>A sentence over the items' failures; null when something else failed, which stands for itself.</summary>
    private static StepFailure? BlockFailure(BlockState block)
    {
        var failed = block.Counts.Failed;
        var first = block.Failures![0].Failure;
        return failed == 0 ? null : StepFailure.Permanent("ATL2104", $"{failed} of {block.Counts.Ended} items failed; the first: {first.Message}");
    }

    /// <summary>Rows that may be asked for now: with <c>on_duplicate: last</c> none before the listing is complete.</summary>
    private static long Available(BlockState block) =>
        block.ForEach.OnDuplicate == DuplicateKeys.Last && !block.Source!.Done ? 0 : block.Source!.Count;

    private void Refill(BlockState block)
    {
        if (block.Closed || block.Kind != BlockKind.ForEach)
        {
            return;
        }

        for (var count = block.Gated.Count; count > 0 && block.BusyItems < (block.ForEach.Parallel ?? int.MaxValue); count--)
        {
            var step = block.Gated.Dequeue();
            if (step.Phase == StepPhase.Gated)
            {
                decider.Steps.StartBody(step);
            }
        }

        while (!block.Stopping && block.Pending.Count > 0 && block.Open.Count < block.ForEach.Window
            && block.Gated.Count == 0 && block.BusyItems < (block.ForEach.Parallel ?? int.MaxValue))
        {
            OpenItem(block, block.Pending.Dequeue());
        }

        LoadMore(block);
    }

    private void OpenItem(BlockState block, PendingItem row)
    {
        if (row.StaysOrdinal is { } stays)
        {
            block.Opened = Math.Max(block.Opened, row.Ordinal + 1);
            RecordItem(block, ScopeId.Of(block.Number, row.Ordinal), block.Drive, row.Key, Outcome.Skipped, null, new OutcomeDetail { Reason = $"row {stays + 1} has the same key" }.ToJson());
            return;
        }

        decider.Scopes.Open(block, row.Ordinal, row.Key, row.Value);
    }

    private void RecordItem(BlockState block, ScopeId scope, int drive, string key, Outcome outcome, byte[]? value, byte[]? detail)
    {
        block.Counts = block.Counts.Add(outcome);
        block.SetHash = block.SetHash.Add(key, outcome, value);
        decider.MarkDirty(block);
        decider.Record(new StepEnded
        {
            Seq = decider.State.NextSeq(),
            Scope = scope,
            Step = StepEnded.ItemEnd,
            Drive = drive,
            Outcome = outcome,
            Output = value,
            Detail = detail,
            At = decider.Now,
        });
    }

    private void ItemFailed(BlockState block, List<FailureRecord> failures)
    {
        block.AddFailures(failures);
        var plan = block.ForEach;
        var tooMany = plan.Tolerate switch
        {
            { Count: { } count } => block.Counts.Failed > count,
            { Share: { } share } => block.Source!.Done && block.Counts.Failed > share * block.Source.Count,
            _ => plan.OnItemFailure == ItemFailurePolicy.Fail,
        };
        if (tooMany)
        {
            FailBlock(block);
        }
    }

    public void FailBlock(BlockState block, StepFailure failure)
    {
        block.AddFailures([Decider.Place(block.Owner, failure)]);
        FailBlock(block);
    }

    /// <summary>Running bodies finish, nothing new starts, then the block fails.</summary>
    public void FailBlock(BlockState block)
    {
        block.Detail = (block.Detail ?? new BlockDetail()) with { Failing = true };
        decider.MarkDirty(block);
        decider.Control.StopBlock(block, cancel: false);
    }

    /// <summary>
    /// With <c>on_duplicate: last</c> every row is admitted once before any is opened; the second admission then knows of
    /// each row whether a later one has its key.
    /// </summary>
    private void Survey(BlockState block)
    {
        if (block.AskedFor >= block.Source!.Count)
        {
            block.Surveyed = true;
            block.AskedFor = 0;
        }

        LoadMore(block);
        CheckEnd(block);
    }
}
