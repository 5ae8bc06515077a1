namespace Atelier.Api.Workers;

/// <summary>What to do about each lease.</summary>
public sealed record HeartbeatResponse
{
    /// <summary>In the order asked.</summary>
    public required IReadOnlyList<LeaseState> Leases { get; init; }
}
