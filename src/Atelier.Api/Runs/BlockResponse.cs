namespace Atelier.Api.Runs;

/// <summary>A block of a run.</summary>
public sealed record BlockResponse
{
    /// <summary>Its number in the run.</summary>
    public required int Block { get; init; }

    /// <summary>Path of its step.</summary>
    public required string Path { get; init; }

    /// <summary><c>for_each repeat parallel switch</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Keys of the items it is in; null: outside items.</summary>
    public string? Key { get; init; }

    /// <summary>For a for_each.</summary>
    public string? Collection { get; init; }

    /// <summary>Its ended items or rounds.</summary>
    public required OutcomeCountsBody Counts { get; init; }

    /// <summary>Open ones.</summary>
    public required long Open { get; init; }

    /// <summary>Listed so far.</summary>
    public required long Known { get; init; }

    /// <summary>The listing is complete.</summary>
    public required bool Complete { get; init; }

    /// <summary>As the source says; null: unknown.</summary>
    public long? Total { get; init; }

    /// <summary>Nothing more happens in it.</summary>
    public required bool Closed { get; init; }
}
