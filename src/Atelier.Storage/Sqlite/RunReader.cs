using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads runs through one connection. Several reads that must agree are made in one transaction.</summary>
internal sealed class RunReader
{
    /// <summary>Columns of <see cref="Row"/>.</summary>
    public const string RowColumns = """
        SELECT r.run, w.digest, w.name, r.inputs, r.options, r.phase, r.outcome, r.output, r.errors, r.drive, r.settling,
            max(r.seq, ifnull((SELECT max(o.seq) FROM outcomes o WHERE o.run = r.run AND o.scope = 0), 0)),
            r.started, r.changed, r.resting, r.wake, r.spending
        FROM runs r JOIN workflows w ON w.id = r.workflow
        """;

    /// <summary>Columns of <see cref="Ended"/>.</summary>
    public const string OutcomeColumns = "SELECT scope, step, drive, seq, at, outcome, attempt, output, detail FROM outcomes";

    /// <summary>Columns of <see cref="Wait"/>, then the run.</summary>
    public const string WaitColumns = "SELECT scope, step, drive, seq, at, due, signal, key, person, detail, run FROM waits";

    private readonly Database _database;
    private readonly Statement _row;
    private readonly Statement _unfinished;
    private readonly Statement _byKey;
    private readonly Statement _outcomes;
    private readonly Statement _attempts;
    private readonly Statement _waits;
    private readonly Statement _signals;
    private readonly Statement _consumed;

    public RunReader(Database database)
    {
        _database = database;
        _row = database.Prepare(RowColumns + " WHERE r.run = ?1");
        _unfinished = database.Prepare("SELECT run, resting, wake FROM runs WHERE phase <> 3 ORDER BY run");
        _byKey = database.Prepare("SELECT run FROM runs WHERE key = ?1");
        _outcomes = database.Prepare(OutcomeColumns + " WHERE run = ?1 AND scope BETWEEN ?2 AND ?3 ORDER BY scope, step, drive");
        _attempts = database.Prepare("SELECT scope, step, drive, attempt, seq, at, state, due, detail FROM attempts WHERE run = ?1 AND scope BETWEEN ?2 AND ?3 ORDER BY scope, step, drive, attempt");
        _waits = database.Prepare(WaitColumns + " WHERE run = ?1 ORDER BY scope, step");
        _consumed = database.Prepare("SELECT name, key, id FROM signals WHERE run = ?1 AND consumed = 1");
        _signals = database.Prepare("SELECT name, key, id, seq, at, payload FROM signals WHERE run = ?1 AND consumed = 0 ORDER BY seq");
        Items = new ItemReader(database);
        Reuse = new ReuseReader(database);
    }

    /// <summary>Blocks, sources and their rows.</summary>
    public ItemReader Items { get; }

    /// <summary>What is kept across runs.</summary>
    public ReuseReader Reuse { get; }

    public long LastRun() => _database.Scalar("SELECT max((SELECT value FROM meta WHERE name = 'last_run'), ifnull((SELECT max(run) FROM runs), 0))");

    public List<UnfinishedRun> Unfinished()
    {
        var runs = new List<UnfinishedRun>();
        while (_unfinished.Step())
        {
            runs.Add(new UnfinishedRun(new RunId(_unfinished.Int64(0)), _unfinished.Boolean(1), _unfinished.Int64OrNull(2)));
        }

        return runs;
    }

    public RunSnapshot? Load(RunId run)
    {
        _database.Execute("BEGIN");
        try
        {
            if (FindRun(run) is not { } row)
            {
                return null;
            }

            var blocks = Items.OpenBlocks(run);
            var scopes = OpenScopes(blocks);
            return new RunSnapshot
            {
                Run = row,
                Blocks = blocks,
                Sources = Items.Sources(run),
                Outcomes = ReadOutcomes(run, scopes),
                Attempts = ReadAttempts(run, scopes),
                Waits = ReadWaits(run),
                Signals = ReadSignals(run),
                Consumed = ReadConsumed(run),
                LastBlock = Items.LastBlock(run),
            };
        }
        finally
        {
            _database.Execute("COMMIT");
        }
    }

    public RunRow? FindRun(RunId run)
    {
        if (!_row.Bind(1, run.Value).Step())
        {
            return null;
        }

        var row = Row(_row);
        _row.Reset();
        return row;
    }

    public RunId? FindRunByKey(string key)
    {
        if (!_byKey.Bind(1, key).Step())
        {
            return null;
        }

        var run = new RunId(_byKey.Int64(0));
        _byKey.Reset();
        return run;
    }

    public List<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes)
    {
        var outcomes = new List<StepEnded>();
        _outcomes.Bind(1, run.Value);
        foreach (var (first, last) in ScopeRanges.Of(scopes))
        {
            _outcomes.Bind(2, first).Bind(3, last);
            while (_outcomes.Step())
            {
                outcomes.Add(Ended(_outcomes));
            }
        }

        return outcomes;
    }

    public List<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes)
    {
        var attempts = new List<AttemptRecorded>();
        _attempts.Bind(1, run.Value);
        foreach (var (first, last) in ScopeRanges.Of(scopes))
        {
            _attempts.Bind(2, first).Bind(3, last);
            while (_attempts.Step())
            {
                attempts.Add(Attempt(_attempts));
            }
        }

        return attempts;
    }

    private static List<ScopeId> OpenScopes(List<BlockRecorded> blocks)
    {
        var scopes = new List<ScopeId> { ScopeId.Root };
        foreach (var block in blocks)
        {
            foreach (var ordinal in OrdinalSet.Decode(block.Open))
            {
                scopes.Add(ScopeId.Of(block.Block, ordinal));
            }
        }

        return scopes;
    }

    private List<WaitOpened> ReadWaits(RunId run)
    {
        var waits = new List<WaitOpened>();
        _waits.Bind(1, run.Value);
        while (_waits.Step())
        {
            waits.Add(Wait(_waits));
        }

        return waits;
    }

    private List<SignalName> ReadConsumed(RunId run)
    {
        var consumed = new List<SignalName>();
        _consumed.Bind(1, run.Value);
        while (_consumed.Step())
        {
            consumed.Add(new SignalName(_consumed.Text(0), _consumed.IsNumber(1) ? null : _consumed.Text(1), _consumed.Text(2)));
        }

        return consumed;
    }

    private List<SignalReceived> ReadSignals(RunId run)
    {
        var signals = new List<SignalReceived>();
        _signals.Bind(1, run.Value);
        while (_signals.Step())
        {
            // A signal for any item has the number 0 in place of a key: a part of a table's key cannot be NULL.
            signals.Add(new SignalReceived
            {
                Name = _signals.Text(0),
                Key = _signals.IsNumber(1) ? null : _signals.Text(1),
                Id = _signals.Text(2),
                Seq = _signals.Int64(3),
                At = _signals.Int64(4),
                Payload = _signals.Blob(5),
            });
        }

        return signals;
    }

    public static RunRow Row(Statement row) => new()
    {
        Run = new RunId(row.Int64(0)),
        WorkflowDigest = row.Text(1),
        WorkflowName = row.Text(2),
        Inputs = row.Blob(3),
        Options = row.BlobOrNull(4),
        Phase = (RunPhase)row.Int32(5),
        Outcome = (Outcome)row.Int32(6),
        Output = row.BlobOrNull(7),
        Errors = row.BlobOrNull(8),
        Drive = row.Int32(9),
        Settling = row.BlobOrNull(10),
        Seq = row.Int64(11),
        Started = row.Int64(12),
        Changed = row.Int64(13),
        Resting = row.Boolean(14),
        Wake = row.Int64OrNull(15),
        Spending = row.BlobOrNull(16),
    };

    public static StepEnded Ended(Statement row) => new()
    {
        Scope = new ScopeId(row.Int64(0)),
        Step = row.Int32(1),
        Drive = row.Int32(2),
        Seq = row.Int64(3),
        At = row.Int64(4),
        Outcome = (Outcome)row.Int32(5),
        Attempt = row.Int32(6),
        Output = row.BlobOrNull(7),
        Detail = row.BlobOrNull(8),
    };

    private static AttemptRecorded Attempt(Statement row) => new()
    {
        Scope = new ScopeId(row.Int64(0)),
        Step = row.Int32(1),
        Drive = row.Int32(2),
        Attempt = row.Int32(3),
        Seq = row.Int64(4),
        At = row.Int64(5),
        State = (AttemptState)row.Int32(6),
        Due = row.Int64OrNull(7),
        Detail = row.BlobOrNull(8),
    };

    public static WaitOpened Wait(Statement row) => new()
    {
        Scope = new ScopeId(row.Int64(0)),
        Step = row.Int32(1),
        Drive = row.Int32(2),
        Seq = row.Int64(3),
        At = row.Int64(4),
        Due = row.Int64OrNull(5),
        Signal = row.TextOrNull(6),
        Key = row.TextOrNull(7),
        Person = row.Boolean(8),
        Detail = row.BlobOrNull(9),
    };
}
