namespace Atelier.Hosting.Live;

/// <summary>
/// The newest state of something, for those who watch it. It is read at most five times a second and only while somebody watches; each reader holds nothing
/// but the newest state, so a slow one skips what came between and always gets the last.
/// </summary>
/// <typeparam name="T">The state; shared by all readers, never changed.</typeparam>
internal sealed class Feed<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly Lock _lock = new();
    private readonly Pace _pace = new((long)Pause.TotalMilliseconds);
    private readonly Func<Task<T?>> _read;
    private readonly Action<Feed<T>> _abandoned;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private TaskCompletionSource _next = NewNext();
    private FeedFrame<T>? _newest;
    private Exception? _broken;
    private bool _gone;
    private int _readers;

    /// <param name="read">Reads the state; null: it is no more.</param>
    /// <param name="abandoned">Called when the last reader left.</param>
    /// <param name="time">The clock.</param>
    public Feed(Func<Task<T?>> read, Action<Feed<T>> abandoned, TimeProvider time)
    {
        _read = read;
        _abandoned = abandoned;
        _time = time;
        _timer = time.CreateTimer(static feed => ((Feed<T>)feed!).Show(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private long Now => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <summary>Something changed: readers get the state it leads to. Cheap; any thread.</summary>
    public void Changed()
    {
        lock (_lock)
        {
            if (_readers > 0)
            {
                Arm(_pace.Changed(Now));
            }
        }
    }

    /// <summary>A reader that gets the state as soon as it is known, then each newer one.</summary>
    public FeedReader<T> Open()
    {
        lock (_lock)
        {
            if (_readers++ == 0)
            {
                // Nobody took note of changes while nobody watched.
                _newest = null;
                Arm(_pace.Changed(Now));
            }
        }

        return new FeedReader<T>(this);
    }

    /// <summary>The newest state after one with this number, waiting for it; null: it is no more.</summary>
    internal async ValueTask<FeedFrame<T>?> NextAsync(long after, CancellationToken cancellationToken)
    {
        while (true)
        {
            Task waiting;
            lock (_lock)
            {
                if (_broken is not null)
                {
                    throw new IOException(_broken.Message, _broken);
                }

                if (_gone)
                {
                    return null;
                }

                if (_newest is { } newest && newest.Number > after)
                {
                    return newest;
                }

                waiting = _next.Task;
            }

            await waiting.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    internal void Close()
    {
        lock (_lock)
        {
            if (--_readers > 0)
            {
                return;
            }
        }

        _abandoned(this);
    }

    /// <summary>True when nobody watches.</summary>
    public bool IsAbandoned
    {
        get
        {
            lock (_lock)
            {
                return _readers == 0;
            }
        }
    }

    /// <inheritdoc />
    public void Dispose() => _timer.Dispose();

    private static TaskCompletionSource NewNext() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void Arm(long? at)
    {
        if (at is { } due)
        {
            _timer.Change(TimeSpan.FromMilliseconds(Math.Max(0, due - Now)), Timeout.InfiniteTimeSpan);
        }
    }

    private void Show() => _ = ShowAsync();

    private async Task ShowAsync()
    {
        lock (_lock)
        {
            _pace.Begin(Now);
        }

        T? state = null;
        Exception? broken = null;
        try
        {
            state = await _read().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whoever watches is told, and reads again when it comes back.
            broken = exception;
        }

        TaskCompletionSource shown;
        lock (_lock)
        {
            _broken = broken;
            _gone = broken is null && state is null;
            _newest = state is null ? _newest : new FeedFrame<T>((_newest?.Number ?? 0) + 1, state);
            shown = _next;
            _next = NewNext();
            Arm(_pace.End(Now));
        }

        shown.TrySetResult();
    }
}
