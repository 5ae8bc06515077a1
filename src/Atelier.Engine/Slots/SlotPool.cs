using Atelier.Engine.Bodies;

namespace Atelier.Engine.Slots;

/// <summary>
/// Slots of every queue, shared between runs: within a queue and priority runs take turns; runs with little in flight go first, but one
/// place in ten goes to the rest.
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
        lock (_lock)
        {
            QueueOf(body).Add(body);
        }

        StartNext(body.Queue);
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
            if (--_running == 0 && _closed)
            {
                _idle.TrySetResult();
            }
        }

        StartNext(body.Queue);
    }
}
