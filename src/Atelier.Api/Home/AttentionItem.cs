namespace Atelier.Api.Home;

/// <summary>Something that needs a person.</summary>
public sealed record AttentionItem
{
    /// <summary><c>approval quarantine failed parked budget</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The run.</summary>
    public required string Run { get; init; }

    /// <summary>Its workflow.</summary>
    public required string Workflow { get; init; }

    /// <summary>One sentence.</summary>
    public required string Text { get; init; }

    /// <summary>Items or questions it is about.</summary>
    public required long Count { get; init; }

    /// <summary>Deadline; null: none.</summary>
    public DateTimeOffset? Due { get; init; }
}
