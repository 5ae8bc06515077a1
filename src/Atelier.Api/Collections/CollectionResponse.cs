namespace Atelier.Api.Collections;

/// <summary>A collection.</summary>
public sealed record CollectionResponse
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Items that are there.</summary>
    public required long Items { get; init; }

    /// <summary>Items that complete listings no longer yield.</summary>
    public required long Gone { get; init; }

    /// <summary>Newest sight; null: empty.</summary>
    public DateTimeOffset? LastSeen { get; init; }
}
