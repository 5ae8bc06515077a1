using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>
/// Finds runs, newest first. Candidates come in the order of their numbers from the one table or index that fits best, a few columns each; only those that are
/// asked for are read in full.
/// </summary>
internal sealed class RunSearchReader(Database database, RunReader runs)
{
    /// <summary>Versions whose runs are merged from the index; of workflows with more, all runs are looked at.</summary>
    private const int MostMerged = 64;

    /// <summary>Runs start in the order of their numbers, but for a clock that was set back by as much.</summary>
    private const long ClockMoves = 3_600_000;

    private const string Candidates = "SELECT run, workflow, phase, outcome, started, resting, wake FROM runs";

    private static readonly byte[] NoInputs = "{}"u8.ToArray();

    private readonly Statement _named = database.Prepare("SELECT id FROM workflows WHERE name = ?1");
    private readonly Statement _digested = database.Prepare("SELECT id FROM workflows WHERE digest = ?1");

    public RunPage Find(RunSearch search)
    {
        var found = new List<RunRow>();
        var workflows = Workflows(search);
        var looked = 0;
        foreach (var candidate in workflows is { Count: <= MostMerged } few ? Merged(search, few) : One(search))
        {
            if (candidate.Row.Started < search.Since - ClockMoves)
            {
                break;
            }

            if (found.Count == search.Limit || looked++ == search.Scan)
            {
                return new RunPage(found, new RunId(candidate.Row.Run.Value + 1));
            }

            if (workflows?.Contains(candidate.Workflow) != false && search.Admits(candidate.Row with { WorkflowName = search.WorkflowName!, WorkflowDigest = search.WorkflowDigest! })
                && runs.FindRun(candidate.Row.Run) is { } row)
            {
                found.Add(row);
            }
        }

        return new RunPage(found, null);
    }

    /// <summary>Numbers of the versions that are asked for; null: all.</summary>
    private HashSet<long>? Workflows(RunSearch search)
    {
        if (search.WorkflowName is null && search.WorkflowDigest is null)
        {
            return null;
        }

        var found = search.WorkflowName is { } name ? Numbers(_named.Bind(1, name)) : null;
        if (search.WorkflowDigest is { } digest)
        {
            var version = Numbers(_digested.Bind(1, digest));
            version.IntersectWith(found ?? version);
            return version;
        }

        return found;
    }

    private static HashSet<long> Numbers(Statement statement)
    {
        var numbers = new HashSet<long>();
        while (statement.Step())
        {
            numbers.Add(statement.Int64(0));
        }

        return numbers;
    }

    private IEnumerable<(RunRow Row, long Workflow)> One(RunSearch search)
    {
        var unfinished = search.States.Count > 0 && search.States.All(static state => state.Phase != RunPhase.Ended);
        using var statement = database.Compile($"{Candidates} WHERE run < ?1{(unfinished ? " AND phase <> 3" : string.Empty)} ORDER BY run DESC");
        statement.Bind(1, search.Before?.Value ?? long.MaxValue);
        while (statement.Step())
        {
            yield return (Light(statement), statement.Int64(1));
        }
    }

    private IEnumerable<(RunRow Row, long Workflow)> Merged(RunSearch search, HashSet<long> workflows)
    {
        var next = new PriorityQueue<Statement, long>();
        var all = new List<Statement>();
        try
        {
            foreach (var workflow in workflows)
            {
                var statement = database.Compile($"{Candidates} INDEXED BY runs_workflow WHERE workflow = ?2 AND run < ?1 ORDER BY run DESC");
                all.Add(statement);
                Enqueue(next, statement.Bind(1, search.Before?.Value ?? long.MaxValue).Bind(2, workflow));
            }

            while (next.TryDequeue(out var statement, out _))
            {
                yield return (Light(statement), statement.Int64(1));
                Enqueue(next, statement);
            }
        }
        finally
        {
            all.ForEach(static statement => statement.Dispose());
        }
    }

    private static void Enqueue(PriorityQueue<Statement, long> next, Statement statement)
    {
        if (statement.Step())
        {
            next.Enqueue(statement, -statement.Int64(0));
        }
    }

    private static RunRow Light(Statement row) => new()
    {
        Run = new RunId(row.Int64(0)),
        WorkflowDigest = string.Empty,
        WorkflowName = string.Empty,
        Inputs = NoInputs,
        Phase = (RunPhase)row.Int32(2),
        Outcome = (Outcome)row.Int32(3),
        Started = row.Int64(4),
        Resting = row.Boolean(5),
        Wake = row.Int64OrNull(6),
    };
}
