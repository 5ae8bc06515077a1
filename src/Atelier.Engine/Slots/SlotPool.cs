using Atelier.Engine.Bodies;
using Atelier.Sdk;

namespace Atelier.Engine.Slots;

/// <summary>
/// Slots of every queue, shared between runs: within a queue and priority runs take turns; runs with little in flight go first, but one
/// place in ten goes to the rest. Remote workers take from the same queues, by the same turns, without taking slots.
/// </summary>
/// <param name="slots">Slots by queue.</param>
/// <param name="standard">Slots of queues that are not named.</param>
/// <param name="execute">Runs a body to its end; never throws.</param>
/// <param name="displaces">Whether starting a body of this affinity would put another model away; null: models are no matter here.</param>
internal sealed class SlotPool(IReadOnlyDictionary<string, int> slots, int standard, Func<Body, Task> execute, Func<string, bool>? displaces = null)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SlotQueue> _queues = [];
    private readonly TaskCompletionSource _idle = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _running;
    private bool _closed;

    /// <summary>Queues that only remote workers serve. What may only run in this process runs here all the same.</summary>
    public IReadOnlySet<string> RemoteQueues { get; init; } = new HashSet<string>();

    /// <summary>False: there are no remote workers; what is meant for them runs here.</summary>
    public bool HasWorkers { get; init; } = true;

    /// <summary>Told of each body that was queued and that a remote worker may take.</summary>
    public Action<Body>? Queued { get; set; }

    /// <summary>Bodies that wait for a slot.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
            {
                return _queues.Values.Sum(static queue => queue.Waiting);
            }
        }
    }

    /// <summary>Queues a body; it starts when its turn comes.</summary>
    public void Enqueue(Body body)
    {
        body.Place = !HasWorkers ? ActionPlace.Owner : body.Place == ActionPlace.Anywhere && RemoteQueues.Contains(body.Queue) ? ActionPlace.Worker : body.Place;
        lock (_lock)
        {
            QueueOf(body).Add(body);
        }

        if (body.Place != ActionPlace.Worker)
        {
            StartNext(body.Queue);
        }

        if (body.Place != ActionPlace.Owner && !body.Begun)
        {
            Queued?.Invoke(body);
        }
    }

    /// <summary>Takes the next body a remote worker can run, by turns of the runs; null: none waits. Run it with <see cref="RunTakenAsync"/>.</summary>
    public Body? TryTake(BodyWants wants, string? prefer)
    {
        lock (_lock)
        {
            foreach (var name in wants.Queues)
            {
                if (!_closed && _queues.TryGetValue(name, out var queue) && queue.TryTake(wants.Offers, prefer) is { } body)
                {
                    _running++;
                    return body;
                }
            }

            return null;
        }
    }

    /// <summary>Runs a body that was taken for a remote worker, outside of the slots.</summary>
    public async Task RunTakenAsync(Body body)
    {
        await execute(body).ConfigureAwait(false);
        Ended();
    }

    /// <summary>Ends a cancelled body that waits for a remote worker: nobody may ever come for it.</summary>
    public void Withdraw(Body body)
    {
        lock (_lock)
        {
            if (body.Place != ActionPlace.Worker || body.Begun || _closed)
            {
                return;
            }

            body.Begun = true;
            QueueOf(body).Withdraw(body);
            _running++;
        }

        _ = RunTakenAsync(body);
    }

    /// <summary>Nothing new starts; ends when the bodies that run have ended.</summary>
    public Task CloseAsync()
    {
        lock (_lock)
        {
            _closed = true;
            if (_running == 0)
            {
                _idle.TrySetResult();
            }
        }

        return _idle.Task;
    }

    private SlotQueue QueueOf(Body body)
    {
        if (!_queues.TryGetValue(body.Queue, out var queue))
        {
            _queues[body.Queue] = queue = new SlotQueue(slots.GetValueOrDefault(body.Queue, standard), displaces ?? (static _ => false));
        }

        return queue;
    }

    private void StartNext(string name)
    {
        while (true)
        {
            Body? body;
            lock (_lock)
            {
                body = _closed ? null : _queues[name].TryTake();
                _running += body is null ? 0 : 1;
            }

            if (body is null)
            {
                return;
            }

            _ = RunAsync(body);
        }
    }

    private async Task RunAsync(Body body)
    {
        await execute(body).ConfigureAwait(false);
        lock (_lock)
        {
            _queues[body.Queue].Release();
        }

        Ended();
        StartNext(body.Queue);
    }

    private void Ended()
    {
        lock (_lock)
        {
            if (--_running == 0 && _closed)
            {
                _idle.TrySetResult();
            }
        }
    }
}
