using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads lists of runs, outcomes and waits through one connection.</summary>
internal sealed class QueryReader(Database database)
{
    private readonly Statement _runs = database.Prepare(RunReader.RowColumns + """
         WHERE (?1 IS NULL OR r.run < ?1) AND (?2 IS NULL OR w.name = ?2) AND (?3 IS NULL OR r.phase = ?3) AND (?4 IS NULL OR r.outcome = ?4)
        ORDER BY r.run DESC LIMIT ?5
        """);

    private readonly Statement _outcomes = database.Prepare(RunReader.OutcomeColumns + """
         WHERE run = ?1 AND scope >= ?2 AND scope <= ?3 AND (scope, step, drive) > (?4, ?5, ?6) AND (?7 IS NULL OR step = ?7) AND (?8 IS NULL OR outcome = ?8)
        ORDER BY scope, step, drive LIMIT ?9
        """);

    // The newest drive of an item is the last of its neighbours; a bare column of max() is taken from the row that has the maximum.
    private readonly Statement _failed = database.Prepare("""
        SELECT scope, detail FROM (SELECT scope, max(drive), outcome, detail FROM outcomes WHERE run = ?1 AND scope BETWEEN ?2 AND ?3 AND step = -1 GROUP BY scope)
        WHERE outcome = 4 ORDER BY scope
        """);

    private readonly Statement _key = database.Prepare("SELECT key FROM rows WHERE run = ?1 AND source = ?2 AND ordinal = ?3");
    private readonly Statement _waits = database.Prepare(RunReader.WaitColumns + " WHERE (?1 IS NULL OR run = ?1) ORDER BY run, scope, step LIMIT ?2");
    private readonly Statement _openWaits = database.Prepare(RunReader.WaitColumns + " WHERE (?1 IS NULL OR run = ?1) AND (run, scope, step) > (?2, ?3, ?4) ORDER BY run, scope, step LIMIT ?5");
    private readonly Statement _personWaits = database.Prepare(RunReader.WaitColumns + " INDEXED BY waits_person WHERE person = 1 AND (?1 IS NULL OR run = ?1) AND (run, scope, step) > (?2, ?3, ?4) ORDER BY run, scope, step LIMIT ?5");
    private readonly Statement _files = database.Prepare("SELECT path, size, modified, changed, inode FROM file_digests INDEXED BY file_digests_digest WHERE substr(digest, 8, 16) = substr(?1, 8, 16) AND digest = ?1 ORDER BY path");
    private readonly Statement _samples = database.Prepare("SELECT step, detail FROM outcomes WHERE run = ?1 AND step >= 0 LIMIT ?2");

    public RunReader Runs { get; } = new(database);

    public CollectionReader Collections { get; } = new(database);

    public HomeSearchReader Home => field ??= new HomeSearchReader(database);

    public RunSearchReader Search => field ??= new RunSearchReader(database, Runs);

    public OutlineReader Outlines => field ??= new OutlineReader(database, Runs);

    public ItemSearchReader Items => field ??= new ItemSearchReader(database, Runs.Items);

    public TallyReader Tallies => field ??= new TallyReader(database, Runs);

    public List<RunRow> ListRuns(RunFilter filter)
    {
        var runs = new List<RunRow>();
        _runs.Bind(1, filter.Before?.Value).Bind(2, filter.WorkflowName).Bind(3, (long?)filter.Phase).Bind(4, (long?)filter.Outcome).Bind(5, filter.Limit);
        while (_runs.Step())
        {
            runs.Add(RunReader.Row(_runs));
        }

        return runs;
    }

    public List<StepEnded> ListOutcomes(RunId run, OutcomeFilter filter)
    {
        var outcomes = new List<StepEnded>();
        var (scope, step, drive) = filter.After ?? (new ScopeId(-1), 0, 0);
        _outcomes.Bind(1, run.Value).Bind(2, Math.Max(scope.Value, filter.Scope?.Value ?? 0)).Bind(3, filter.Scope?.Value ?? long.MaxValue)
            .Bind(4, scope.Value).Bind(5, step).Bind(6, drive).Bind(7, (long?)filter.Step).Bind(8, (long?)filter.Outcome).Bind(9, filter.Limit);
        while (_outcomes.Step())
        {
            outcomes.Add(RunReader.Ended(_outcomes));
        }

        return outcomes;
    }

    public IReadOnlyList<FailureGroup> GroupFailures(RunId run, int block, int examples)
    {
        var groups = new FailureGroups(examples);
        if (Runs.Items.Find(run, block) is { Source: > 0, Counts.Failed: > 0 } recorded)
        {
            _failed.Bind(1, run.Value).Bind(2, ScopeId.Of(block, 0).Value).Bind(3, ScopeId.Of(block, uint.MaxValue).Value);
            while (_failed.Step())
            {
                groups.Add(new ScopeId(_failed.Int64(0)).Ordinal, ordinal => Key(run, recorded.Source, ordinal), _failed.BlobOrNull(1));
            }
        }

        return groups.ToList();
    }

    public List<OpenWait> ListWaits(RunId? run, int limit)
    {
        var waits = new List<OpenWait>();
        _waits.Bind(1, run?.Value).Bind(2, limit);
        while (_waits.Step())
        {
            waits.Add(new OpenWait(new RunId(_waits.Int64(10)), RunReader.Wait(_waits)));
        }

        return waits;
    }

    public List<OpenWait> FindWaits(WaitSearch search)
    {
        var waits = new List<OpenWait>();
        var (run, scope, step) = search.After ?? (default, default, int.MinValue);
        var statement = search.Persons ? _personWaits : _openWaits;
        statement.Bind(1, search.Run?.Value).Bind(2, run.Value).Bind(3, scope.Value).Bind(4, step).Bind(5, search.Limit);
        while (statement.Step())
        {
            waits.Add(new OpenWait(new RunId(statement.Int64(10)), RunReader.Wait(statement)));
        }

        return waits;
    }

    public List<FileStamp> ListFiles(string digest)
    {
        var files = new List<FileStamp>();
        _files.Bind(1, digest);
        while (_files.Step())
        {
            files.Add(new FileStamp(_files.Text(0), _files.Int64(1), _files.Int64(2), _files.Int64(3), _files.Int64(4)));
        }

        return files;
    }

    public IReadOnlyList<StepDuration> ListDurations(string workflowName, int newestRuns, int samples)
    {
        var durations = new DurationSamples();
        foreach (var run in ListRuns(new RunFilter { WorkflowName = workflowName, Limit = newestRuns }))
        {
            _samples.Bind(1, run.Run.Value).Bind(2, samples);
            while (_samples.Step())
            {
                durations.Add(run.WorkflowDigest, _samples.Int32(0), _samples.BlobOrNull(1));
            }
        }

        return durations.ToList();
    }

    private string Key(RunId run, int source, long ordinal)
    {
        var key = _key.Bind(1, run.Value).Bind(2, source).Bind(3, ordinal).Step() ? _key.Text(0) : string.Empty;
        _key.Reset();
        return key;
    }
}
