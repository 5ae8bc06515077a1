namespace Atelier.Engine.Leases;

/// <summary>Whether a worker's completion was recorded: given once, when that is durable, or when it is refused.</summary>
internal sealed class LeaseVerdict
{
    private readonly TaskCompletionSource<bool> _given = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _delivered;

    public Task<bool> Given => _given.Task;

    /// <summary>True for the first of several deliveries of the result: it alone decides.</summary>
    public bool IsFirstDelivery() => Interlocked.Exchange(ref _delivered, 1) == 0;

    public void Give(bool recorded) => _given.TrySetResult(recorded);
}
