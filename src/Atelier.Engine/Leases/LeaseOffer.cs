using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>A body that a remote worker is to run.</summary>
public sealed record LeaseOffer
{
    /// <summary>Names the lease: never given twice, so it is the fencing token too.</summary>
    public required string Lease { get; init; }

    /// <summary>Which step of which run.</summary>
    public required StepAddress Address { get; init; }

    /// <summary>Name of the action.</summary>
    public required string Action { get; init; }

    /// <summary>Its contract version.</summary>
    public required int Version { get; init; }

    /// <summary>What the worker offered to get it.</summary>
    public required string Offer { get; init; }

    /// <summary>The input with secrets resolved, UTF-8 JSON. For the worker alone: not to be logged or kept.</summary>
    public required byte[] Input { get; init; }

    /// <summary>The same for every attempt of a drive.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The folder the workflow's relative paths mean, on the machine of the engine.</summary>
    public required string BaseFolder { get; init; }

    /// <summary>Longest time of the body; null: no limit.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>When the lease ends without a heartbeat.</summary>
    public required DateTimeOffset Expires { get; init; }
}
