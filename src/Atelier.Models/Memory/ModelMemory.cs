using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Models.Registry;
using Atelier.Sdk;

namespace Atelier.Models.Memory;

/// <summary>
/// Keeps the loaded models within their budget: the only part here that starts and ends hosts. What happens goes through <see cref="MemoryFold"/>, what is
/// to be done comes from <see cref="MemoryPlanner"/>. Safe from many threads.
/// </summary>
internal sealed class ModelMemory : IAsyncDisposable
{
    private static readonly TimeSpan MeasureEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan BrokenFor = TimeSpan.FromSeconds(30);

    /// <summary>What a disk gives at least, for a first guess of a load: measured 605 MB in 2.1 s.</summary>
    private const double BytesPerSecond = 250e6;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, ModelResidence> _residences = [];
    private readonly HashSet<Task> _work = [];
    private readonly CancellationTokenSource _closing = new();
    private volatile MemoryLimits _limits;
    private readonly Func<KnownModel, IModelLane> _makeLane;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly ITimer _wake;
    private readonly ITimer _measure;
    // Replaced under the gate; read without it where an answer of a moment ago does.
    private volatile MemoryState _state;
    private string[] _loaded = [];

    /// <summary>Nothing is loaded yet.</summary>
    /// <param name="limits">Of the registry.</param>
    /// <param name="devices">Bytes by device.</param>
    /// <param name="makeLane">Makes a lane that is not loaded yet.</param>
    /// <param name="time">The clock.</param>
    public ModelMemory(MemoryLimits limits, IEnumerable<KeyValuePair<string, long>> devices, Func<KnownModel, IModelLane> makeLane, TimeProvider time)
    {
        _limits = limits;
        _makeLane = makeLane;
        _time = time;
        _origin = time.GetTimestamp();
        _state = MemoryState.Of(devices);
        _wake = time.CreateTimer(_ => Happened(null), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _measure = time.CreateTimer(_ => Measure(), null, MeasureEvery, MeasureEvery);
    }

    /// <summary>Time since this was made.</summary>
    public TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>The state of now; for tests and tables.</summary>
    public MemoryState State
    {
        get
        {
            lock (_gate)
            {
                return _state;
            }
        }
    }

    /// <summary>Digests of what answers now.</summary>
    public IReadOnlyCollection<string> LoadedDigests => Volatile.Read(ref _loaded);

    /// <summary>Ids of the processes that hold models.</summary>
    public IReadOnlyList<int> ProcessIds
    {
        get
        {
            lock (_gate)
            {
                return [.. _residences.Values.SelectMany(static residence => residence.Lane?.ProcessIds ?? [])];
            }
        }
    }

    /// <summary>Changes idle times, windows and the longest wait; for models that are known already, when they are looked at next.</summary>
    public void Change(MemoryLimits limits) => _limits = limits;

    /// <summary>Changes what a device gives.</summary>
    public void Limit(string device, long bytes) => Happened(new MemoryEvent.Limited(device, bytes));

    /// <summary>Bytes and load time of a model: measured where it was loaded here, else estimated.</summary>
    public (long Bytes, TimeSpan LoadTime) CostOf(KnownModel model) =>
        State.Slots.TryGetValue(model.Key, out var slot) ? (slot.Need, slot.LoadTime) : (model.EstimateOf(BatchOf(model)), LoadEstimate(model));

    /// <summary>Questions in a batch at most: what was asked for, or what the device's limit bears.</summary>
    public int BatchOf(KnownModel model) => model.BatchWithin(_state.LimitOf(model.Definition.Device));

    /// <summary>Why a model can never be loaded here; null: it can.</summary>
    public StepFailure? Refusal(KnownModel model)
    {
        var limit = State.LimitOf(model.Definition.Device);
        return MemoryWords.WhyNever(model.Definition.Name, model.EstimateOf(1), model.Definition.Device, limit) is { } never ? StepFailure.Permanent(ModelCodes.TooLarge, never + ".") : null;
    }

    /// <summary>Waits until the model is in memory and may be asked.</summary>
    /// <returns>A lease to dispose of after the answer, or why there is none.</returns>
    public async ValueTask<(ModelLease? Lease, StepFailure? Failure)> LeaseAsync(KnownModel model, CancellationToken cancellationToken)
    {
        if (Refusal(model) is { } refusal)
        {
            return (null, refusal);
        }

        var waiter = new TaskCompletionSource<(ModelLease?, StepFailure?)>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            var residence = Introduce(model);
            if (residence.Broken is { } broken)
            {
                if (broken.Until > Now)
                {
                    return (null, broken.Failure);
                }

                residence.Broken = null;
            }

            residence.Waiters.AddLast(waiter);
            HappenedNeedsLock(new MemoryEvent.Asked(model.Key));
        }

        return await AwaitAsync(model, waiter, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts a model away once its questions are answered, and waits for that.</summary>
    /// <returns>False: it was not in memory.</returns>
    public async Task<bool> UnloadAsync(string key)
    {
        Task? gone;
        lock (_gate)
        {
            gone = LeaveNeedsLock(key);
        }

        await (gone ?? Task.CompletedTask).ConfigureAwait(false);
        return gone is not null;
    }

    /// <summary>Pins a model for somebody, who may do so any number of times.</summary>
    public void Pin(KnownModel model, object owner)
    {
        lock (_gate)
        {
            if (Introduce(model).Pins.Add(owner))
            {
                HappenedNeedsLock(new MemoryEvent.Pinned(model.Key, true));
            }
        }
    }

    /// <summary>Takes all pins out of a model, whoever set them.</summary>
    public void Unpin(KnownModel model)
    {
        lock (_gate)
        {
            Introduce(model).Pins.Clear();
            HappenedNeedsLock(new MemoryEvent.Pinned(model.Key, false));
        }
    }

    /// <summary>Takes out the pins that somebody set.</summary>
    public void UnpinAll(object owner)
    {
        lock (_gate)
        {
            foreach (var residence in _residences.Values.Where(residence => residence.Pins.Remove(owner) && residence.Pins.Count == 0))
            {
                HappenedNeedsLock(new MemoryEvent.Pinned(residence.Model.Key, false));
            }
        }
    }

    /// <summary>Whether a question to this model would now put another one away. Takes no lock.</summary>
    public bool Displaces(KnownModel model) => Displacement.Of(_state, model.Key, model.EstimateOf(BatchOf(model)), model.Definition.Device);

    /// <summary>Puts away what rests beside a model that ran out of memory, and waits for that.</summary>
    public Task MakeRoomAsync(string key)
    {
        lock (_gate)
        {
            var device = _state.Slots[key].Device;
            var resting = _state.Slots.Values.Where(slot => slot.Key != key && slot.Device == device && slot is { Phase: SlotPhase.Ready, InUse: 0 }).ToArray();
            return Task.WhenAll(resting.Select(slot => LeaveNeedsLock(slot.Key) ?? Task.CompletedTask));
        }
    }

    /// <summary>Ends all hosts; those who wait are told.</summary>
    public async ValueTask DisposeAsync()
    {
        Task[] work;
        lock (_gate)
        {
            if (_closing.IsCancellationRequested)
            {
                return;
            }

            _closing.Cancel();
            foreach (var waiter in _residences.Values.SelectMany(static residence => residence.Waiters))
            {
                waiter.TrySetCanceled();
            }

            work = [.. _work];
        }

        await _wake.DisposeAsync().ConfigureAwait(false);
        await _measure.DisposeAsync().ConfigureAwait(false);
        await Task.WhenAll(work).ConfigureAwait(false);
        foreach (var lane in _residences.Values.Select(static residence => residence.Lane).OfType<IModelLane>())
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }

        _closing.Dispose();
    }

    private async ValueTask<(ModelLease?, StepFailure?)> AwaitAsync(KnownModel model, TaskCompletionSource<(ModelLease?, StepFailure?)> waiter, CancellationToken cancellationToken)
    {
        if (waiter.Task.IsCompleted)
        {
            return await waiter.Task.ConfigureAwait(false);
        }

        try
        {
            return await waiter.Task.WaitAsync(_limits.MaxWait, _time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            string why;
            lock (_gate)
            {
                why = MemoryWords.WhyWaiting(_state, _state.Slots[model.Key]);
            }

            return await GiveUpAsync(model, waiter).ConfigureAwait(false) is ({ } lease, null)
                ? (lease, null)
                : (null, StepFailure.Unavailable(ModelCodes.MemoryWait, $"there was no memory for {_limits.MaxWait.TotalMinutes:0.#} min: {why}.", $"memory:{model.Definition.Device}"));
        }
        catch (OperationCanceledException)
        {
            if (await GiveUpAsync(model, waiter).ConfigureAwait(false) is ({ } lease, null))
            {
                lease.Dispose();
            }

            throw;
        }
    }

    /// <summary>Takes a question out of those that wait; when it was answered in this very moment, gives that answer.</summary>
    private async Task<(ModelLease?, StepFailure?)> GiveUpAsync(KnownModel model, TaskCompletionSource<(ModelLease?, StepFailure?)> waiter)
    {
        lock (_gate)
        {
            if (_residences[model.Key].Waiters.Remove(waiter))
            {
                HappenedNeedsLock(new MemoryEvent.GaveUp(model.Key));
                return default;
            }
        }

        return waiter.Task.IsCompletedSuccessfully ? await waiter.Task.ConfigureAwait(false) : default;
    }

    private Task? LeaveNeedsLock(string key)
    {
        if (!_residences.TryGetValue(key, out var residence) || residence.Loaded is null)
        {
            return null;
        }

        var gone = residence.Gone ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        HappenedNeedsLock(new MemoryEvent.Left(key));
        return gone.Task;
    }

    private ModelResidence Introduce(KnownModel model)
    {
        if (!_residences.TryGetValue(model.Key, out var residence))
        {
            _residences[model.Key] = residence = new ModelResidence(model);
        }
        else if (ReferenceEquals(residence.Model, model))
        {
            return residence;
        }

        residence.Model = model;
        residence.Loaded?.Batcher.Resize(BatchOf(model));
        var slot = new ModelSlot(model.Key, model.Definition.Name, model.Definition.Device)
        {
            Need = model.EstimateOf(BatchOf(model)),
            LoadTime = LoadEstimate(model),
            Window = _limits.Window,
            Idle = model.Definition.Idle ?? _limits.Idle,
        };
        _state = MemoryFold.Apply(_state, new MemoryEvent.Known(slot), Now);
        return residence;
    }

    private static TimeSpan LoadEstimate(KnownModel model) => TimeSpan.FromSeconds(0.5 + (model.WeightBytes / BytesPerSecond));

    private void Happened(MemoryEvent? what)
    {
        lock (_gate)
        {
            if (!_closing.IsCancellationRequested)
            {
                HappenedNeedsLock(what);
            }
        }
    }

    private void HappenedNeedsLock(MemoryEvent? what)
    {
        var now = Now;
        if (what is not null)
        {
            _state = MemoryFold.Apply(_state, what, now);
        }

        while (true)
        {
            var (decision, wake) = MemoryPlanner.Next(_state, now);
            if (decision is null)
            {
                _loaded = [.. _residences.Values.Where(residence => _state.Slots[residence.Model.Key].Phase == SlotPhase.Ready).Select(static residence => residence.Model.Digest)];
                _wake.Change(wake is { } at ? TimeSpan.FromTicks(Math.Max(TimeSpan.TicksPerMillisecond, (at - now).Ticks)) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
                return;
            }

            _state = MemoryFold.Apply(_state, Do(decision), now);
        }
    }

    private MemoryEvent Do(MemoryDecision decision)
    {
        switch (decision)
        {
            case MemoryDecision.Grant grant:
                Grant(_residences[grant.Key]);
                return new MemoryEvent.Granted(grant.Key);
            case MemoryDecision.Load load:
                Track(() => LoadAsync(_residences[load.Key]));
                return new MemoryEvent.LoadStarted(load.Key, load.Bypassed);
            case MemoryDecision.Unload unload:
                Track(() => UnloadAsync(_residences[unload.Key]));
                return new MemoryEvent.UnloadStarted(unload.Key);
            case MemoryDecision.Leave leave:
                return new MemoryEvent.Left(leave.Key);
            default:
                throw new InvalidOperationException("MemoryDecision is closed");
        }
    }

    private void Grant(ModelResidence residence)
    {
        var key = residence.Model.Key;
        foreach (var waiter in residence.Waiters)
        {
            residence.Loaded!.Batcher.Expect();
            waiter.TrySetResult((new ModelLease(residence.Loaded, () => Happened(new MemoryEvent.Released(key))), null));
        }

        residence.Waiters.Clear();
    }

    private void Track(Func<Task> work)
    {
        var task = Task.Run(work);
        _work.Add(task);
        _ = task.ContinueWith(
            done =>
            {
                lock (_gate)
                {
                    _work.Remove(done);
                }
            },
            TaskScheduler.Default);
    }

    private async Task LoadAsync(ModelResidence residence)
    {
        var key = residence.Model.Key;
        var lane = _makeLane(residence.Model);
        var (host, failure) = await TryLoadAsync(lane).ConfigureAwait(false);
        if (host is null)
        {
            await lane.DisposeAsync().ConfigureAwait(false);
        }

        lock (_gate)
        {
            if (host is not null)
            {
                residence.Lane = lane;
                residence.Loaded = new LoadedModel(residence.Model, lane, host, new Batching.Batcher(residence.Model, lane, () => MakeRoomAsync(key), _time));
                residence.Loaded.Batcher.Resize(BatchOf(residence.Model));
                Happened(new MemoryEvent.Loaded(key, host.Bytes > 0 ? host.Bytes : residence.Model.Estimate, host.LoadTime));
                return;
            }

            residence.Broken = failure!.Kind == FailureKind.Permanent ? (failure, Now + BrokenFor) : null;
            foreach (var waiter in residence.Waiters)
            {
                waiter.TrySetResult((null, failure));
            }

            residence.Waiters.Clear();
            Happened(new MemoryEvent.LoadFailed(key));
        }
    }

    private async Task<(LoadedHost? Host, StepFailure? Failure)> TryLoadAsync(IModelLane lane)
    {
        try
        {
            return await lane.LoadAsync(_closing.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return (null, StepFailure.Transient(ModelCodes.HostFault, "the models are being put away: this process ends."));
        }
    }

    private async Task UnloadAsync(ModelResidence residence)
    {
        await residence.Lane!.DisposeAsync().ConfigureAwait(false);
        lock (_gate)
        {
            residence.Lane = null;
            residence.Loaded = null;
            residence.Gone?.TrySetResult();
            residence.Gone = null;
            Happened(new MemoryEvent.Unloaded(residence.Model.Key));
        }
    }

    private void Measure()
    {
        ModelResidence[] loaded;
        lock (_gate)
        {
            loaded = [.. _residences.Values.Where(static residence => residence.Lane is not null)];
        }

        foreach (var residence in loaded)
        {
            if (residence.Lane?.MeasureBytes() is > 0 and var bytes)
            {
                Happened(new MemoryEvent.Measured(residence.Model.Key, bytes));
            }
        }
    }
}
