namespace Atelier.Api.Workers;

/// <summary>Says that a worker is still at its steps.</summary>
public sealed record HeartbeatRequest
{
    /// <summary>Name of the worker.</summary>
    public required string Worker { get; init; }

    /// <summary>What it is at.</summary>
    public required IReadOnlyList<LeaseBeat> Leases { get; init; }
}
