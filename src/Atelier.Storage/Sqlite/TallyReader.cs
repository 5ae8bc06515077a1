using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Tallies;

namespace Atelier.Storage.Sqlite;

/// <summary>Counts the steps of a run by reading every outcome once, in the order of their key.</summary>
internal sealed class TallyReader(Database database, RunReader runs)
{
    private readonly Statement _outcomes = database.Prepare("SELECT scope, step, drive, outcome, at, detail FROM outcomes WHERE run = ?1 ORDER BY scope, step, drive");
    private readonly Statement _failed = database.Prepare("SELECT step, detail FROM attempts WHERE run = ?1 AND state = 1");
    private readonly Statement _redriven = database.Prepare("SELECT scope, step, max(drive) FROM attempts WHERE run = ?1 AND state = 6 GROUP BY scope, step");
    private readonly Statement _blocks = database.Prepare("SELECT block, scope, step, kind FROM blocks WHERE run = ?1 ORDER BY block");

    public RunTally? Read(RunId run)
    {
        database.Execute("BEGIN");
        try
        {
            if (runs.FindRun(run) is not { } row)
            {
                return null;
            }

            var tally = new RunTally();
            Count(run, tally, row.Drive > 0 ? Redriven(run) : [], row.Drive > 0 ? Replaced(run) : []);
            _failed.Bind(1, run.Value);
            while (_failed.Step())
            {
                tally.Add(_failed.Int32(0), _failed.Span(1));
            }

            tally.Seq = row.Seq;
            return tally;
        }
        finally
        {
            database.Execute("COMMIT");
        }
    }

    private void Count(RunId run, RunTally tally, Dictionary<(long Scope, int Step), int> redriven, HashSet<int> replaced)
    {
        var before = (Scope: -1L, Step: -1, Outcome: Outcome.None, Reused: false, Counts: false);
        _outcomes.Bind(1, run.Value);
        while (_outcomes.Step())
        {
            var scope = new ScopeId(_outcomes.Int64(0));
            var step = _outcomes.Int32(1);
            if (step < 0 || replaced.Contains(scope.Block))
            {
                continue;
            }

            if (before.Counts && before.Scope == scope.Value && before.Step == step)
            {
                tally.TakeBack(step, before.Outcome, before.Reused);
            }

            var outcome = (Outcome)_outcomes.Int32(3);
            var reused = tally.Add(step, outcome, _outcomes.Int64(4), _outcomes.Span(5));
            var counts = !(redriven.TryGetValue((scope.Value, step), out var drive) && drive > _outcomes.Int32(2));
            if (!counts)
            {
                tally.TakeBack(step, outcome, reused);
            }

            before = (scope.Value, step, outcome, reused, counts);
        }
    }

    private Dictionary<(long Scope, int Step), int> Redriven(RunId run)
    {
        var redriven = new Dictionary<(long, int), int>();
        _redriven.Bind(1, run.Value);
        while (_redriven.Step())
        {
            redriven[(_redriven.Int64(0), _redriven.Int32(1))] = _redriven.Int32(2);
        }

        return redriven;
    }

    /// <summary>Blocks of steps that were taken up again and have a newer block, with all blocks inside them.</summary>
    private HashSet<int> Replaced(RunId run)
    {
        var replaced = new HashSet<int>();
        var newest = new Dictionary<(long Scope, int Step, int Kind), int>();
        var scopes = new List<(int Block, int Outer)>();
        _blocks.Bind(1, run.Value);
        while (_blocks.Step())
        {
            var block = _blocks.Int32(0);
            var key = (_blocks.Int64(1), _blocks.Int32(2), _blocks.Int32(3));
            if (newest.TryGetValue(key, out var older))
            {
                replaced.Add(older);
            }

            newest[key] = block;
            scopes.Add((block, new ScopeId(key.Item1).Block));
        }

        // A block has a higher number than the one around it.
        foreach (var (block, outer) in scopes)
        {
            if (replaced.Contains(outer))
            {
                replaced.Add(block);
            }
        }

        return replaced;
    }
}
