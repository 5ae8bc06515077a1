using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;

namespace Atelier.Hosting.Live;

/// <summary>The counters of one run: none yet, being counted from the store while commits wait beside, or kept up.</summary>
internal sealed class RunCount(RunId run)
{
    private readonly Lock _gate = new();
    private List<(IReadOnlyList<RunRecord> Records, Func<ScopeId, int, int, StepEnded?> Earlier)>? _waiting;
    private RunTally? _tally;
    private Task? _counting;

    public RunId Run { get; } = run;

    /// <summary>Adds a commit; of a run that is neither counted nor begun, nothing.</summary>
    public void Add(IReadOnlyList<RunRecord> records, Func<ScopeId, int, int, StepEnded?> earlier)
    {
        lock (_gate)
        {
            if (_tally is null && _counting is null && records[0] is RunCreated)
            {
                _tally = new RunTally();
            }

            if (_counting is not null)
            {
                (_waiting ??= []).Add((records, earlier));
                return;
            }

            _tally?.Add(records, earlier);
            if (_tally is { Redriven: true } && records.Any(static record => record is RunChanged { Phase: RunPhase.Ended }))
            {
                // What inner blocks of retried steps had done before is still in it: whoever asks next counts anew.
                _tally = null;
            }
        }
    }

    /// <summary>Begins to count from the store where that was not done; the task that does it, null: there is nothing to do.</summary>
    public Task? Start(IRunQueries queries, Action<RunId> done)
    {
        lock (_gate)
        {
            return _tally is not null ? null : _counting ??= Task.Run(() => Count(queries, done));
        }
    }

    public RunCounters Read()
    {
        lock (_gate)
        {
            return _tally is null ? new RunCounters(0, false, []) : new RunCounters(_tally.Seq, true, _tally.ToList());
        }
    }

    private void Count(IRunQueries queries, Action<RunId> done)
    {
        RunTally? counted = null;
        try
        {
            counted = queries.Tally(Run);
        }
        finally
        {
            lock (_gate)
            {
                foreach (var (records, earlier) in _waiting ?? [])
                {
                    counted?.Add(records, earlier);
                }

                _tally = counted;
                _counting = null;
                _waiting = null;
            }
        }

        done(Run);
    }
}
