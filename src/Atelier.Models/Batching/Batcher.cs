using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Sdk;

namespace Atelier.Models.Batching;

/// <summary>
/// Puts questions to one loaded model together: those of one operation with equal parameters share a batch. One batch is at the host at a time; of several
/// operations the one whose first question waits longest goes next. Safe from many threads.
/// </summary>
internal sealed class Batcher
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string Operation, string Parameters), LinkedList<BatchEntry>> _queues = [];
    private readonly BatchRun _run;
    private readonly TimeProvider _time;
    private readonly TimeSpan _maxWait;
    private readonly long _origin;
    private readonly ITimer _timer;
    private bool _busy;
    private int _expected;
    private int _inside;
    private int _returning;
    private TimeSpan _lastEnd;
    private TimeSpan _lastRun;

    /// <summary>Makes one for a loaded model.</summary>
    /// <param name="model">Its definition tells sizes and waits.</param>
    /// <param name="lane">Where batches go.</param>
    /// <param name="makeRoom">Frees memory that others can do without.</param>
    /// <param name="time">The clock.</param>
    public Batcher(KnownModel model, IModelLane lane, Func<Task> makeRoom, TimeProvider time)
    {
        _run = new BatchRun(model, lane, makeRoom);
        _time = time;
        _maxWait = model.Definition.MaxWait;
        _origin = time.GetTimestamp();
        _timer = time.CreateTimer(_ => Pump(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Changes how many questions a batch has at most; what has left stays as it is.</summary>
    public void Resize(int size) => _run.Resize(size);

    /// <summary>Somebody has the model and will ask.</summary>
    public void Expect()
    {
        lock (_gate)
        {
            _expected++;
            _returning = Math.Max(0, _returning - 1);
        }
    }

    /// <summary>Somebody who had the model has given it back.</summary>
    public void Expected()
    {
        lock (_gate)
        {
            _expected--;
        }

        Pump();
    }

    /// <summary>Asks, and waits for the answer.</summary>
    /// <param name="operation">The protocol's name.</param>
    /// <param name="parameters">A JSON object; texts that are equal go together.</param>
    /// <param name="item">A JSON object.</param>
    /// <param name="onText">Takes text as it comes.</param>
    /// <param name="cancellationToken">Takes the question out of its queue; a batch ends early when all its members are out.</param>
    public async Task<(WireItem? Item, StepFailure? Failure)> AskAsync(string operation, string parameters, byte[] item, Action<string>? onText, CancellationToken cancellationToken)
    {
        var entry = new BatchEntry(item, onText, Now);
        LinkedList<BatchEntry>? queue;
        lock (_gate)
        {
            if (!_queues.TryGetValue((operation, parameters), out queue))
            {
                _queues[(operation, parameters)] = queue = new LinkedList<BatchEntry>();
            }

            queue.AddLast(entry);
            _inside++;
        }

        await using var cancelling = cancellationToken.Register(() => Cancel(queue, entry)).ConfigureAwait(false);
        Pump();
        try
        {
            return await entry.Answer.ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                _inside--;
            }
        }
    }

    private void Cancel(LinkedList<BatchEntry> queue, BatchEntry entry)
    {
        lock (_gate)
        {
            queue.Remove(entry);
        }

        entry.Cancel();
    }

    /// <summary>The operation whose first question waits longest; null: nothing waits. Queues that cancelling has emptied go.</summary>
    private (string Operation, string Parameters)? Oldest()
    {
        (string, string)? oldest = null;
        var since = TimeSpan.MaxValue;
        foreach (var (key, queue) in _queues)
        {
            if (queue.First is null)
            {
                _queues.Remove(key);
            }
            else if (queue.First.Value.At < since)
            {
                (oldest, since) = (key, queue.First.Value.At);
            }
        }

        return oldest;
    }

    /// <summary>Sends the next batch when it is time, or sets the clock for it.</summary>
    private void Pump()
    {
        (string Operation, string Parameters) key;
        List<BatchEntry> batch;
        lock (_gate)
        {
            var now = Now;
            if (_busy || Oldest() is not { } next)
            {
                return;
            }

            key = next;
            var queue = _queues[key];

            var first = queue.First!.Value.At;
            var leavesAt = BatchPolicy.LeavesAt(queue.Count, _run.Size, first > _lastEnd ? first : _lastEnd, _maxWait, _expected - _inside, _returning, _lastEnd, _lastRun);
            if (leavesAt > now)
            {
                _timer.Change(leavesAt - now, Timeout.InfiniteTimeSpan);
                return;
            }

            _busy = true;
            batch = [];
            while (queue.First is { } head && batch.Count < _run.Size)
            {
                batch.Add(head.Value);
                queue.RemoveFirst();
            }

            if (queue.Count == 0)
            {
                // Parameters may be new with each question.
                _queues.Remove(key);
            }
        }

        _ = Task.Run(() => SendAsync(key, batch));
    }

    private async Task SendAsync((string Operation, string Parameters) key, List<BatchEntry> batch)
    {
        var from = Now;
        try
        {
            await _run.SendAsync(key.Operation, key.Parameters, batch).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // Nobody waits for a batch but its members: what is thrown here must reach them.
            batch.ForEach(entry => entry.Fail(StepFailure.Permanent(ModelCodes.HostFault, $"a batch could not be sent: {exception.Message}", exception.ToString())));
        }
        finally
        {
            lock (_gate)
            {
                _busy = false;
                _lastEnd = Now;
                _lastRun = _lastEnd - from;
                _returning = batch.Count;
            }

            Pump();
        }
    }
}
