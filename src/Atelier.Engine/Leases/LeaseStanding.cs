namespace Atelier.Engine.Leases;

/// <summary>Where a lease stands.</summary>
/// <param name="Lease">Which.</param>
/// <param name="State">What the worker is to do.</param>
/// <param name="Expires">When it ends without another heartbeat; null for lost ones.</param>
public sealed record LeaseStanding(string Lease, LeaseState State, DateTimeOffset? Expires);

/// <summary>What a worker is to do with a body.</summary>
public enum LeaseState
{
    /// <summary>Go on.</summary>
    Held,

    /// <summary>Stop, and say that it was cancelled.</summary>
    Cancelled,

    /// <summary>Stop: the lease is over, and what the body still comes to is refused.</summary>
    Lost,
}
