using System.Collections.Concurrent;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Items;

namespace Atelier.Hosting.Live;

/// <summary>
/// What people see of runs while they go: counters that are kept up, and feeds for those who watch. Does nothing before <see cref="Start"/>: a command that runs one
/// workflow pays nothing for it. Nothing polls; without a change and without a watcher no timer runs.
/// </summary>
public sealed class LiveHub : IRunObserver, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<RunId, (Feed<RunView> Feed, RunWatch Watch)> _runs = new();
    private readonly ConcurrentDictionary<RunId, Feed<LogNews>> _logs = new();
    private readonly Func<IRunQueries> _queries;
    private readonly Func<RunId, Task<RunActivity?>> _look;
    private readonly TimeProvider _time;
    private readonly ItemIndexes _indexes = new();
    private ItemLists? _items;
    private TallyBook? _tallies;
    private HomeWatch? _homeWatch;
    private Feed<HomeView>? _home;
    private volatile bool _started;

    /// <param name="queries">Where runs are read.</param>
    /// <param name="look">What a run does now; null: it is not in memory.</param>
    /// <param name="time">The clock.</param>
    public LiveHub(Func<IRunQueries> queries, Func<RunId, Task<RunActivity?>> look, TimeProvider time)
    {
        _queries = queries;
        _look = look;
        _time = time;
    }

    private IRunQueries Queries => _queries();

    /// <summary>Pages of items.</summary>
    public ItemLists Items => _items!;

    /// <summary>Hears of every commit too, from <see cref="Start"/> on; null: nobody.</summary>
    public IRunObserver? Beside { get; set; }

    /// <summary>Begins to count. Runs that began before are counted from the store when somebody asks.</summary>
    public void Start()
    {
        lock (_gate)
        {
            if (!_started)
            {
                _tallies = new TallyBook(Queries, ShowAgain, Fold);
                _items = new ItemLists(Queries, _indexes, _time);
                _homeWatch = new HomeWatch(Queries, _time);
                _home = new Feed<HomeView>(_homeWatch.ReadAsync, static _ => { }, _time);
                _started = true;
            }
        }
    }

    /// <summary>Watches a run.</summary>
    public FeedReader<RunView> Watch(RunId run)
    {
        lock (_gate)
        {
            if (!_runs.TryGetValue(run, out var watched))
            {
                var watch = new RunWatch(run, Queries, _tallies!, _look, _time);
                watched = (new Feed<RunView>(watch.ReadAsync, feed => Abandon(_runs, run, feed, static entry => entry.Feed), _time), watch);
                _runs[run] = watched;
            }

            return watched.Feed.Open();
        }
    }

    /// <summary>Watches the home.</summary>
    public FeedReader<HomeView> WatchHome() => _home!.Open();

    /// <summary>Watches the log of a run: says that there are lines to read, not which.</summary>
    public FeedReader<LogNews> WatchLog(RunId run)
    {
        lock (_gate)
        {
            if (!_logs.TryGetValue(run, out var feed))
            {
                feed = new Feed<LogNews>(static () => Task.FromResult<LogNews?>(new LogNews()), abandoned => Abandon(_logs, run, abandoned, static entry => entry), _time);
                _logs[run] = feed;
            }

            return feed.Open();
        }
    }

    /// <summary>The counters of a run. A large one that nobody watched from the start takes seconds to count: after <paramref name="patience"/> the answer says that it is not exact.</summary>
    public Task<RunCounters> CountAsync(RunId run, TimeSpan patience, CancellationToken cancellationToken) => _tallies!.ReadAsync(run, patience, _time, cancellationToken);

    /// <summary>A run as it looks now; null: there is no such run.</summary>
    public Task<RunView?> LookAsync(RunId run) => new RunWatch(run, Queries, _tallies!, _look, _time).ReadAsync();

    /// <summary>Lines were written to the log of a run, and can be read.</summary>
    public void Logged(RunId run)
    {
        if (_logs.TryGetValue(run, out var feed))
        {
            feed.Changed();
        }
    }

    /// <summary>A run was removed.</summary>
    public void Removed(RunId run)
    {
        if (_started)
        {
            _tallies!.Remove(run);
            _indexes.Remove(run);
            Changed(run);
        }
    }

    /// <inheritdoc />
    public void Committed(RunId run, IReadOnlyList<RunRecord> records)
    {
        if (!_started)
        {
            return;
        }

        Beside?.Committed(run, records);
        _tallies!.Note(run, records);
        if (_runs.TryGetValue(run, out var watched))
        {
            watched.Watch.Items.Add(records);
        }

        if (!_logs.IsEmpty && records.Any(static record => record is RunChanged { Phase: RunPhase.Ended }))
        {
            // Who reads the log learns that no more lines come.
            Logged(run);
        }

        Changed(run);
    }

    /// <inheritdoc />
    public void Doubted(RunId run)
    {
        if (_started)
        {
            Beside?.Doubted(run);
            _tallies!.Note(run, null);
            Changed(run);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
        {
            _started = false;
            _home?.Dispose();
            foreach (var (feed, _) in _runs.Values)
            {
                feed.Dispose();
            }

            foreach (var feed in _logs.Values)
            {
                feed.Dispose();
            }
        }
    }

    private void Fold(RunId run, IReadOnlyList<RunRecord>? records)
    {
        if (records is null)
        {
            _indexes.Remove(run);
        }
        else
        {
            _indexes.Add(run, records);
        }
    }

    private void ShowAgain(RunId run)
    {
        if (_runs.TryGetValue(run, out var watched))
        {
            watched.Feed.Changed();
        }
    }

    private void Changed(RunId run)
    {
        ShowAgain(run);
        if (_home is { IsAbandoned: false })
        {
            _homeWatch!.Add(run);
            _home.Changed();
        }
    }

    private void Abandon<TEntry, T>(ConcurrentDictionary<RunId, TEntry> feeds, RunId run, Feed<T> feed, Func<TEntry, Feed<T>> of)
        where T : class
    {
        lock (_gate)
        {
            // Somebody may have come back in between.
            if (feed.IsAbandoned && feeds.TryGetValue(run, out var entry) && ReferenceEquals(of(entry), feed))
            {
                feeds.TryRemove(run, out _);
                feed.Dispose();
            }
        }
    }
}
