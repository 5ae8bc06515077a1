namespace Atelier.Api.Home;

/// <summary>What a collection of garbage did.</summary>
public sealed record GarbageResponse
{
    /// <summary>Artifacts removed.</summary>
    public required long Removed { get; init; }

    /// <summary>Bytes freed.</summary>
    public required long Bytes { get; init; }

    /// <summary>Artifacts marked for a later call.</summary>
    public long Doomed { get; init; }
}
