namespace Atelier.Hosts.Pools;

/// <summary>
/// One place for a host process: holds the live one and starts the next when it is gone. Starts that follow each other without an
/// answered request wait longer each time; a host that cannot start is not tried again before that wait is over.
/// </summary>
internal sealed class HostLane(HostOptions options, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _starting = new(1);
    private HostProcess? _host;
    private HostTrouble? _trouble;
    private int _fruitless;
    private DateTimeOffset _notBefore = DateTimeOffset.MinValue;
    private volatile bool _closed;

    /// <summary>Requests that run in it; kept by <see cref="HostPool"/>.</summary>
    public int InFlight { get; set; }

    /// <summary>The live host; null before the first request and between two.</summary>
    public HostProcess? Current => Volatile.Read(ref _host) is { Ended.IsCompleted: false } host ? host : null;

    /// <summary>Gives the live host, starting one when there is none; else why there is none.</summary>
    public async ValueTask<(HostProcess? Host, HostTrouble? Trouble)> TakeAsync(CancellationToken cancellationToken)
    {
        if (Current is { } live)
        {
            return (live, null);
        }

        await _starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (Current is { } started)
            {
                return (started, null);
            }

            ObjectDisposedException.ThrowIf(_closed, this);
            var wait = _notBefore - time.GetUtcNow();
            if (wait > TimeSpan.Zero)
            {
                if (_trouble is not null)
                {
                    return (null, _trouble);
                }

                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            }

            return await StartAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _starting.Release();
        }
    }

    /// <summary>A request was answered: the next start, should one be needed, is at once.</summary>
    public void Answered() => Volatile.Write(ref _fruitless, 0);

    public async ValueTask DisposeAsync()
    {
        _closed = true;
        await _starting.WaitAsync().ConfigureAwait(false);
        if (_host is { } host)
        {
            await host.DisposeAsync().ConfigureAwait(false);
        }

        _starting.Release();
    }

    private async Task<(HostProcess? Host, HostTrouble? Trouble)> StartAsync(CancellationToken cancellationToken)
    {
        var (host, trouble) = await HostProcess.StartAsync(options, time, cancellationToken).ConfigureAwait(false);
        var fruitless = Interlocked.Increment(ref _fruitless);
        _notBefore = time.GetUtcNow() + Backoff(fruitless, options.RestartDelay, options.MaxRestartDelay);
        _trouble = trouble;
        Volatile.Write(ref _host, host);
        return (host, trouble);
    }

    /// <summary>The wait after the n-th start in a row without an answer: none after the first, then doubling.</summary>
    internal static TimeSpan Backoff(int starts, TimeSpan first, TimeSpan longest) =>
        starts <= 1 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Min(longest.Ticks, first.Ticks * Math.Pow(2, Math.Min(starts - 2, 40))));
}
