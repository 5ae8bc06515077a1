using System.Diagnostics;
using System.Threading.Channels;
using Atelier.Api.Workers;

namespace Atelier.Cli.Workers;

/// <summary>
/// A worker at work: claims steps while it has room, runs them, keeps their leases, and says in groups what became of them. Ends when it is told to, with
/// what runs given its grace and the rest handed back; or with the exception of a server that refuses it for good.
/// </summary>
/// <param name="server">For whom.</param>
/// <param name="options">How.</param>
/// <param name="runner">Runs a step.</param>
/// <param name="contexts">What a step sees.</param>
/// <param name="tell">Told what people should know.</param>
/// <param name="time">The clock.</param>
internal sealed class WorkerLoop(WorkerServer server, WorkerOptions options, StepRunner runner, Func<ClaimedStep, RemoteContext> contexts, Action<string> tell, TimeProvider time)
{
    /// <summary>Steps or lines in one request.</summary>
    private const int Most = 256;

    /// <summary>Steps are claimed before their slot is free only while they take less than this: else they would wait here while others are idle.</summary>
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(50);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, HeldStep> _held = new(StringComparer.Ordinal);
    private readonly Queue<HeldStep> _waiting = new();
    private readonly Channel<(HeldStep Held, CompletedStep Completed)> _completed = Channel.CreateUnbounded<(HeldStep, CompletedStep)>(new UnboundedChannelOptions { SingleReader = true });
    private readonly SemaphoreSlim _room = new(0);
    private readonly CancellationTokenSource _ended = new();
    private int _running;
    private double _milliseconds = double.MaxValue;
    private bool _stopping;

    /// <summary>Steps it has said what became of.</summary>
    public long Done { get; private set; }

    /// <summary>Works until told to end.</summary>
    /// <exception cref="WorkerServerException">The server does not take this worker.</exception>
    public async Task RunAsync(CancellationToken stop)
    {
        var completing = CompleteAsync();
        var beating = BeatAsync();
        try
        {
            await ClaimAsync(stop).ConfigureAwait(false);
        }
        finally
        {
            await FinishAsync().ConfigureAwait(false);
            _completed.Writer.TryComplete();
            await completing.ConfigureAwait(false);
            await _ended.CancelAsync().ConfigureAwait(false);
            await beating.ConfigureAwait(false);
            _ended.Dispose();
        }
    }

    private async Task ClaimAsync(CancellationToken stop)
    {
        var backoff = new Backoff(time);
        while (!stop.IsCancellationRequested)
        {
            try
            {
                var room = await WaitForRoomAsync(stop).ConfigureAwait(false);
                var claimed = await server.ClaimAsync(
                    new ClaimRequest
                    {
                        Worker = options.Name,
                        Queues = options.Queues,
                        Actions = options.Actions,
                        Tasks = options.Tasks,
                        Slots = options.Slots,
                        Max = room,
                        WaitSeconds = (int)options.Wait.TotalSeconds,
                        LeaseSeconds = (int)options.Lease.TotalSeconds,
                    },
                    stop).ConfigureAwait(false);
                if (backoff.Fails)
                {
                    tell("the server answers again");
                }

                backoff.Worked();
                Take(claimed.Steps);
            }
            catch (WorkerServerException exception) when (exception.Again)
            {
                if (!backoff.Fails)
                {
                    tell($"{exception.Message}; trying on");
                }

                await backoff.WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>How many steps to claim, once there is room.</summary>
    private async Task<int> WaitForRoomAsync(CancellationToken stop)
    {
        while (true)
        {
            lock (_lock)
            {
                // While steps are short half of what is held may run out before there is more: few requests, each for many.
                var ahead = _milliseconds < Short.TotalMilliseconds;
                var room = (ahead ? 2 * options.Slots : options.Slots) - _held.Count;
                if (room >= (ahead ? options.Slots : 1))
                {
                    return Math.Min(room, Most);
                }
            }

            await _room.WaitAsync(stop).ConfigureAwait(false);
        }
    }

    private void Take(IReadOnlyList<ClaimedStep> steps)
    {
        lock (_lock)
        {
            foreach (var step in steps)
            {
                var held = new HeldStep(step, contexts(step));
                _held[step.Lease] = held;
                _waiting.Enqueue(held);
            }
        }

        StartNext();
    }

    private void StartNext()
    {
        while (true)
        {
            HeldStep? held;
            lock (_lock)
            {
                if (_stopping || _running >= options.Slots || !_waiting.TryDequeue(out held))
                {
                    return;
                }

                _running++;
                held.Begun = true;
            }

            _ = Task.Run(() => RunStepAsync(held));
        }
    }

    private async Task RunStepAsync(HeldStep held)
    {
        var started = Stopwatch.GetTimestamp();
        var completed = await runner.RunAsync(held).ConfigureAwait(false);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        lock (_lock)
        {
            _running--;
            _milliseconds = _milliseconds == double.MaxValue ? took : (0.9 * _milliseconds) + (0.1 * took);
        }

        End(held, completed);
        StartNext();
    }

    private void End(HeldStep held, CompletedStep completed) =>
        _completed.Writer.TryWrite((held, completed with { Log = held.Context.TakeLines(Most) }));

    private async Task CompleteAsync()
    {
        var group = new List<(HeldStep Held, CompletedStep Completed)>();
        while (await _completed.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            group.Clear();
            while (group.Count < Most && _completed.Reader.TryRead(out var next))
            {
                if (!next.Held.Lost)
                {
                    group.Add(next);
                }
                else
                {
                    Drop(next.Held);
                }
            }

            if (group.Count > 0)
            {
                await SendAsync(group).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Says what became of steps until the server has heard it, or the leases must be over.</summary>
    private async Task SendAsync(List<(HeldStep Held, CompletedStep Completed)> group)
    {
        var backoff = new Backoff(time);
        var started = time.GetTimestamp();
        var request = new CompleteRequest { Worker = options.Name, Steps = [.. group.Select(static entry => entry.Completed)] };
        while (true)
        {
            try
            {
                var answer = await server.CompleteAsync(request, CancellationToken.None).ConfigureAwait(false);
                foreach (var state in answer.Steps.Where(static state => !state.Accepted))
                {
                    tell($"lease {state.Lease}: {state.Message}");
                }

                Done += answer.Steps.Count(static state => state.Accepted);
                break;
            }
            catch (WorkerServerException exception) when (exception.Again && time.GetElapsedTime(started) < options.Lease && !(_stopping && time.GetElapsedTime(started) > options.Grace))
            {
                await backoff.WaitAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (WorkerServerException exception)
            {
                tell($"{group.Count} completed steps were not taken: {exception.Code}: {exception.Message}");
                break;
            }
        }

        group.ForEach(entry => Drop(entry.Held));
    }

    private void Drop(HeldStep held)
    {
        lock (_lock)
        {
            _held.Remove(held.Step.Lease);
            held.Dispose();
        }

        _room.Release();
    }

    private async Task BeatAsync()
    {
        using var timer = new PeriodicTimer(options.Lease / 3, time);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
            {
                await BeatOnceAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The worker has ended.
        }
    }

    private async Task BeatOnceAsync()
    {
        List<LeaseBeat> beats;
        lock (_lock)
        {
            beats = [.. _held.Values.Take(Most).Select(static held => held.Context.Beat(Most))];
        }

        if (beats.Count == 0)
        {
            return;
        }

        try
        {
            var answer = await server.HeartbeatAsync(new HeartbeatRequest { Worker = options.Name, Leases = beats }, _ended.Token).ConfigureAwait(false);
            foreach (var state in answer.Leases.Where(static state => state.State != "held"))
            {
                Stop(state);
            }
        }
        catch (WorkerServerException)
        {
            // The claims tell people; the next beat may still come in time.
        }
    }

    private void Stop(LeaseState state)
    {
        lock (_lock)
        {
            if (!_held.TryGetValue(state.Lease, out var held) || held.Stop.IsCancellationRequested)
            {
                return;
            }

            held.Lost = state.State == "lost";
            if (held.Lost)
            {
                tell($"the lease of {held.Step.Run} {held.Step.Step} was lost; its body is stopped");
            }

            held.Stop.Cancel();
        }
    }

    /// <summary>Hands back what has not begun, gives what runs its grace, then stops that too.</summary>
    private async Task FinishAsync()
    {
        List<HeldStep> back;
        lock (_lock)
        {
            _stopping = true;
            back = [.. _waiting];
            _waiting.Clear();
        }

        back.ForEach(held => End(held, new CompletedStep { Lease = held.Step.Lease, Outcome = "returned" }));
        var started = time.GetTimestamp();
        for (var stopped = false; IsRunning();)
        {
            var left = options.Grace - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero && !stopped)
            {
                stopped = true;
                HandBackRunning();
            }
            else if (left <= -options.Grace)
            {
                return;
            }

            await _room.WaitAsync(TimeSpan.FromMilliseconds(100)).ConfigureAwait(false);
        }
    }

    private bool IsRunning()
    {
        lock (_lock)
        {
            return _running > 0;
        }
    }

    private void HandBackRunning()
    {
        lock (_lock)
        {
            foreach (var held in _held.Values.Where(static held => held.Begun && !held.Stop.IsCancellationRequested))
            {
                held.HandsBack = true;
                held.Stop.Cancel();
            }
        }
    }
}
