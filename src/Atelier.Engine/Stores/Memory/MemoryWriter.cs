using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>Applies the records of one run's part; what it did can be taken back until the part is accepted. Needs the home's lock.</summary>
internal sealed class MemoryWriter(MemoryHome home, RunId id)
{
    private readonly UndoLog _undo = new();
    private readonly List<BlockDoubles> _doubles = [];

    public IReadOnlyList<BlockDoubles> Doubles => _doubles;

    public void RollBack() => _undo.RollBack();

    public void Apply(IReadOnlyList<RunRecord> records)
    {
        foreach (var record in records)
        {
            Apply(record);
        }

        if (records.Count > 0)
        {
            var run = Existing();
            SetRow(run, run.Row with { Seq = records[^1].Seq });
        }
    }

    private void Apply(RunRecord record)
    {
        switch (record)
        {
            case RunCreated created: Create(created); break;
            case RunChanged changed: Change(changed); break;
            case RunSpent spent: SetRow(Existing(), Existing().Row with { Spending = spent.Spending }); break;
            case RunRested rested: SetRow(Existing(), Existing().Row with { Resting = rested.Resting, Wake = rested.Wake }); break;
            case StepEnded ended: End(ended); break;
            case AttemptRecorded attempt: Attempt(attempt); break;
            case WaitOpened wait: _undo.Set(Existing().Waits, (wait.Scope.Value, wait.Step), wait); break;
            case WaitClosed closed: Close(closed); break;
            case SignalReceived signal: Receive(signal); break;
            case BlockRecorded block: _undo.Set(Existing().Blocks, block.Block, block); break;
            case SourceRecorded source: _undo.Set(Existing().Sources, source.Source, source); break;
            case PageRecorded page: AddPage(page); break;
            case ItemsAdmitted items: Admit(items); break;
            case CollectionListed listed: MarkGone(listed); break;
            default: throw new RecordRefusedException($"{record.GetType().Name} is not a record of a run");
        }
    }

    private MemoryRun Existing() =>
        home.Runs.TryGetValue(id.Value, out var run) ? run : throw new RecordRefusedException($"run {id} does not exist");

    private void SetRow(MemoryRun run, RunRow row)
    {
        var before = run.Row;
        _undo.Add(() => run.Row = before);
        run.Row = row;
    }

    private void Create(RunCreated created)
    {
        if (home.Runs.ContainsKey(id.Value))
        {
            throw new RecordRefusedException($"run {id} exists");
        }

        if (created.IdempotencyKey is { } key)
        {
            if (home.Keys.ContainsKey(key))
            {
                throw new RecordRefusedException($"a run was already started with the key {key}");
            }

            _undo.Set(home.Keys, key, id);
        }

        var row = new RunRow
        {
            Run = id,
            WorkflowDigest = created.WorkflowDigest,
            WorkflowName = created.WorkflowName,
            Inputs = created.Inputs,
            Options = created.Options,
            Started = created.At,
            Changed = created.At,
        };
        _undo.Set(home.Runs, id.Value, new MemoryRun(row) { IdempotencyKey = created.IdempotencyKey });
        var last = home.LastRun;
        _undo.Add(() => home.LastRun = last);
        home.LastRun = Math.Max(last, id.Value);
    }

    private void Change(RunChanged changed)
    {
        var run = Existing();
        SetRow(run, run.Row with
        {
            Phase = changed.Phase,
            Outcome = changed.Outcome,
            Output = changed.Output,
            Errors = changed.Errors,
            Drive = changed.Drive,
            Settling = changed.Settling,
            Changed = changed.At,
        });
        if (changed.Phase == RunPhase.Ended)
        {
            var signals = run.Signals.ToArray();
            _undo.Add(() => run.Signals.AddRange(signals));
            run.Signals.Clear();
        }
    }

    private void End(StepEnded ended)
    {
        var run = Existing();
        if (!run.Outcomes.TryGetValue(ended.Scope, out var outcomes))
        {
            outcomes = [];
            _undo.Set(run.Outcomes, ended.Scope, outcomes);
        }

        if (outcomes.ContainsKey((ended.Step, ended.Drive)))
        {
            throw new RecordRefusedException($"step {ended.Step} of scope {ended.Scope} has an outcome in drive {ended.Drive}");
        }

        _undo.Set(outcomes, (ended.Step, ended.Drive), ended with { Result = null, Ledger = null });
        if (ended.Result is { } result)
        {
            _undo.Set(home.Results, Convert.ToHexStringLower(result.Fingerprint), result);
        }

        if (ended.Ledger is { } entry)
        {
            _undo.Set(home.Ledger, (entry.Collection, entry.Key, entry.StepPath), entry);
        }
    }

    private void Attempt(AttemptRecorded attempt)
    {
        var run = Existing();
        if (!run.Attempts.TryGetValue(attempt.Scope, out var attempts))
        {
            attempts = [];
            _undo.Set(run.Attempts, attempt.Scope, attempts);
        }

        _undo.Set(attempts, (attempt.Step, attempt.Drive, attempt.Attempt), attempt);
    }

    private void Close(WaitClosed closed)
    {
        var run = Existing();
        run.Waits.TryGetValue((closed.Scope.Value, closed.Step), out var wait);
        _undo.Remove(run.Waits, (closed.Scope.Value, closed.Step));
        if (closed.SignalId is not { } signalId)
        {
            return;
        }

        var index = run.Signals.FindIndex(entry => !entry.Consumed && entry.Signal.Id == signalId && Ends(wait, entry.Signal));
        if (index >= 0)
        {
            var before = run.Signals[index];
            _undo.Add(() => run.Signals[index] = before);
            run.Signals[index] = before with { Consumed = true };
        }
    }

    private static bool Ends(WaitOpened? wait, SignalReceived signal) =>
        wait is null || ((wait.Signal is null || wait.Signal == signal.Name) && (wait.Key is null || signal.Key is null || wait.Key == signal.Key));

    private void Receive(SignalReceived signal)
    {
        var signals = Existing().Signals;
        if (!signals.Exists(known => known.Signal.Id == signal.Id && known.Signal.Name == signal.Name && known.Signal.Key == signal.Key))
        {
            _undo.Add(() => signals.RemoveAt(signals.Count - 1));
            signals.Add(new MemorySignal(signal, Consumed: false));
        }
    }

    private void AddPage(PageRecorded page)
    {
        var run = Existing();
        if (!run.Rows.TryGetValue(page.Source, out var rows))
        {
            rows = [];
            _undo.Set(run.Rows, page.Source, rows);
        }

        for (var index = 0; index < page.Rows.Count; index++)
        {
            var ordinal = page.FirstOrdinal + index;
            if (rows.ContainsKey(ordinal))
            {
                throw new RecordRefusedException($"row {ordinal} of source {page.Source} exists");
            }

            _undo.Set(rows, ordinal, page.Rows[index]);
        }
    }

    private void Admit(ItemsAdmitted admitted)
    {
        Existing();
        var collection = Collection(admitted.Collection);
        var doubles = new DoubleFinder(admitted.KeepLast);
        for (var index = 0; index < admitted.Items.Count; index++)
        {
            var item = admitted.Items[index];
            var ordinal = admitted.FirstOrdinal + index;
            var key = admitted.KeyPrefix + item.Key;
            var claim = (id, admitted.Block, key);
            long? known = collection.Admitted.TryGetValue(claim, out var before) ? before : null;
            if (!doubles.Stays(ordinal, known))
            {
                continue;
            }

            var firstSeen = collection.Items.TryGetValue(key, out var seen) ? seen.FirstSeen : admitted.At;
            _undo.Set(collection.Admitted, claim, ordinal);
            _undo.Set(collection.Items, key, new MemoryCollectionItem(item.Digest, firstSeen, admitted.At, Gone: null));
        }

        if (doubles.Any)
        {
            _doubles.Add(new BlockDoubles(admitted.Block, doubles.Superseded()));
        }
    }

    private MemoryCollection Collection(string name)
    {
        if (!home.Collections.TryGetValue(name, out var collection))
        {
            collection = new MemoryCollection();
            _undo.Set(home.Collections, name, collection);
        }

        return collection;
    }

    private void MarkGone(CollectionListed listed)
    {
        Existing();
        var collection = Collection(listed.Collection);
        foreach (var (key, item) in collection.Items.ToArray())
        {
            if (item.Gone is null && key.StartsWith(listed.KeyPrefix, StringComparison.Ordinal) && !collection.Admitted.ContainsKey((id, listed.Block, key)))
            {
                _undo.Set(collection.Items, key, item with { Gone = listed.At });
            }
        }
    }
}
