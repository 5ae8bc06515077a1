using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Live;

/// <summary>Makes the views of the home for those who watch it.</summary>
internal sealed class HomeWatch(IRunQueries queries, TimeProvider time)
{
    private const int Most = 50;
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private readonly Lock _gate = new();
    private HashSet<RunId> _runs = [];
    private bool _many;
    private long _seq;

    /// <summary>Takes note of a run that changed.</summary>
    public void Add(RunId run)
    {
        lock (_gate)
        {
            if (!_many && _runs.Add(run))
            {
                _many = _runs.Count > Most;
            }
        }
    }

    /// <summary>The home as it is.</summary>
    public Task<HomeView?> ReadAsync()
    {
        var now = time.GetUtcNow();
        lock (_gate)
        {
            _seq = Math.Max(_seq + 1, now.ToUnixTimeMilliseconds());
            var runs = _runs.Take(Most).ToArray();
            var many = _many;
            (_runs, _many) = ([], false);
            return Task.FromResult<HomeView?>(new HomeView(_seq, runs, many, queries.CountHome((now - Day).ToUnixTimeMilliseconds())));
        }
    }
}
