namespace Atelier.Api.Home;

/// <summary>What the home takes on disk.</summary>
public sealed record StorageResponse
{
    /// <summary>Runs, items, outcomes.</summary>
    public required long DatabaseBytes { get; init; }

    /// <summary>Bytes kept by digest.</summary>
    public required long ArtifactBytes { get; init; }

    /// <summary>Thumbnails and remembered files.</summary>
    public required long CacheBytes { get; init; }

    /// <summary>Users, audit, schedules.</summary>
    public required long WorkspaceBytes { get; init; }

    /// <summary>Free on that disk.</summary>
    public required long FreeBytes { get; init; }
}
