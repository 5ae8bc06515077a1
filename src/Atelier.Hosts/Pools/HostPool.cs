using Atelier.Sdk;

namespace Atelier.Hosts.Pools;

/// <summary>
/// Sends requests to host processes. A host that dies costs no request: what was in it is sent again to the next one. A request that
/// hangs is failed and its host killed. A request under which hosts keep dying runs alone, so that it takes no other along, and then fails.
/// Safe from many threads; starts nothing before the first request.
/// </summary>
public sealed class HostPool : IAsyncDisposable
{
    /// <summary>From this many deaths on a request runs alone.</summary>
    private const int SuspectAfter = 2;

    private readonly HostOptions _options;
    private readonly TimeProvider _time;
    private readonly HostLane[] _lanes;
    private readonly SemaphoreSlim _permits;
    private readonly SemaphoreSlim _alone = new(1);
    private readonly int _capacity;

    /// <summary>Makes a pool; nothing starts yet.</summary>
    public HostPool(HostOptions options, TimeProvider time)
    {
        _options = options;
        _time = time;
        _capacity = options.Processes * options.Slots;
        _permits = new SemaphoreSlim(_capacity);
        _lanes = [.. Enumerable.Range(0, options.Processes).Select(_ => new HostLane(options, time))];
    }

    /// <summary>What failures call it.</summary>
    public string Endpoint => $"host:{_options.Name}";

    /// <summary>The ids of the processes that live now.</summary>
    public IReadOnlyList<int> ProcessIds => [.. _lanes.Select(lane => lane.Current?.Id).OfType<int>()];

    /// <summary>Starts a host where none lives, so that the first request need not wait, and tells its greeting line.</summary>
    /// <returns>The line, or why there is no host: what it refused, or a failure as of a request.</returns>
    public async ValueTask<(string? Greeting, HostAnswer? Problem)> StartAsync(CancellationToken cancellationToken)
    {
        var (host, trouble) = await _lanes[0].TakeAsync(cancellationToken).ConfigureAwait(false);
        return (host?.Greeting, trouble is null ? null : NoHost(trouble));
    }

    /// <summary>Kills the processes that live now; what was in them is sent again to the next ones.</summary>
    public void Restart()
    {
        foreach (var lane in _lanes)
        {
            lane.Current?.Kill(hanging: true);
        }
    }

    /// <summary>Sends one request and waits for its answer.</summary>
    /// <param name="operation">The protocol's name of what to do.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="timeout">The watchdog for this request; null: <see cref="HostOptions.CallTimeout"/>.</param>
    /// <param name="cancellationToken">Gives up waiting; the host goes on.</param>
    public ValueTask<HostAnswer> CallAsync(string operation, ReadOnlyMemory<byte> body, TimeSpan? timeout, CancellationToken cancellationToken) =>
        CallAsync(operation, body, timeout, onLine: null, cancellationToken);

    /// <summary>As the other, for an answer that comes in lines.</summary>
    /// <param name="operation">The protocol's name of what to do.</param>
    /// <param name="body">A JSON object.</param>
    /// <param name="timeout">The watchdog for this request, anew from each line on; null: <see cref="HostOptions.CallTimeout"/>.</param>
    /// <param name="onLine">Takes each line but the last, which is the answer. When a host dies it begins again from the first.</param>
    /// <param name="cancellationToken">Gives up waiting; the host goes on.</param>
    public async ValueTask<HostAnswer> CallAsync(string operation, ReadOnlyMemory<byte> body, TimeSpan? timeout, Action<string>? onLine, CancellationToken cancellationToken)
    {
        var request = new HostRequest(operation, body, timeout ?? _options.CallTimeout, onLine);
        while (true)
        {
            var permits = await EnterAsync(alone: request.Deaths >= SuspectAfter, cancellationToken).ConfigureAwait(false);
            var lane = PickLane();
            try
            {
                if (await TryAsync(lane, request, cancellationToken).ConfigureAwait(false) is { } answer)
                {
                    return answer;
                }
            }
            finally
            {
                lock (_lanes)
                {
                    lane.InFlight--;
                }

                _permits.Release(permits);
            }
        }
    }

    /// <summary>Ends the hosts; requests in flight fail.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var lane in _lanes)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>One try; null when the host died and the request is to be sent again.</summary>
    private async Task<HostAnswer?> TryAsync(HostLane lane, HostRequest request, CancellationToken cancellationToken)
    {
        var (host, trouble) = await lane.TakeAsync(cancellationToken).ConfigureAwait(false);
        if (host is null)
        {
            return NoHost(trouble!);
        }

        using var watchdog = new CancellationTokenSource(request.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(watchdog.Token, cancellationToken);
        try
        {
            Action<string>? onLine = request.OnLine is null ? null : line =>
            {
                // An answer in lines may take any time as long as lines come.
                watchdog.CancelAfter(request.Timeout);
                request.OnLine(line);
            };
            var answer = await host.PostAsync(request.Operation, request.Body, onLine, either.Token).ConfigureAwait(false);
            lane.Answered();
            return answer;
        }
        catch (OperationCanceledException) when (watchdog.IsCancellationRequested && !cancellationToken.IsCancellationRequested && !host.Ended.IsCompleted)
        {
            host.Kill(hanging: true);
            await host.Ended.ConfigureAwait(false);
            var message = $"the {_options.Name} host did not answer `{request.Operation}` within {request.Timeout.TotalSeconds:0.#} s and was killed";
            return new HostAnswer.NoAnswer(StepFailure.Transient("ATL6003", message, host.ErrorTail));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or ObjectDisposedException
            || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A connection that broke says the host is dying; one that still lives without its socket is of no use.
            host.Kill(hanging: false);
            await host.Ended.ConfigureAwait(false);
            return AfterDeath(host, request);
        }
    }

    private HostAnswer NoHost(HostTrouble trouble)
    {
        if (trouble.Refusal is { } refusal)
        {
            return refusal;
        }

        // What is not installed does not come back by itself: the item fails with the remedy instead of waiting for ever.
        var message = $"the {_options.Name} host cannot start: {trouble.Sentence}";
        return new HostAnswer.NoAnswer(_options.Preflight?.Invoke() is null
            ? StepFailure.Unavailable("ATL6001", message, Endpoint)
            : StepFailure.Permanent("ATL6001", message));
    }

    private HostAnswer? AfterDeath(HostProcess host, HostRequest request)
    {
        if (!host.WasHanging)
        {
            request.Deaths++;
        }

        return request.Deaths < _options.MaxDeaths
            ? null
            : new HostAnswer.NoAnswer(StepFailure.Transient("ATL6002", $"the {_options.Name} host died {request.Deaths} times during `{request.Operation}`", host.ErrorTail));
    }

    /// <summary>Takes one permit, or all of them; those who want all take turns, so that no two wait for each other's.</summary>
    private async Task<int> EnterAsync(bool alone, CancellationToken cancellationToken)
    {
        if (!alone)
        {
            await _permits.WaitAsync(cancellationToken).ConfigureAwait(false);
            return 1;
        }

        await _alone.WaitAsync(cancellationToken).ConfigureAwait(false);
        var taken = 0;
        try
        {
            for (; taken < _capacity; taken++)
            {
                await _permits.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return taken;
        }
        catch (OperationCanceledException)
        {
            if (taken > 0)
            {
                _permits.Release(taken);
            }

            throw;
        }
        finally
        {
            _alone.Release();
        }
    }

    private HostLane PickLane()
    {
        lock (_lanes)
        {
            var lane = _lanes.MinBy(candidate => candidate.InFlight)!;
            lane.InFlight++;
            return lane;
        }
    }
}
