namespace Atelier.Api.Collections;

/// <summary>An item of a collection.</summary>
public sealed record CollectionItemResponse
{
    /// <summary>Which item.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of its value, hexadecimal.</summary>
    public required string Digest { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset FirstSeen { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Since when it is gone; null: it is there.</summary>
    public DateTimeOffset? Gone { get; init; }
}
