using Atelier.Api.Runs;

namespace Atelier.Api.Items;

/// <summary>Items of a block.</summary>
public sealed record ItemPage
{
    /// <summary>Number of the block.</summary>
    public required int Block { get; init; }

    /// <summary>Path of its step.</summary>
    public required string Path { get; init; }

    /// <summary>In the order asked for.</summary>
    public required IReadOnlyList<ItemRow> Items { get; init; }

    /// <summary>Give it as <c>after</c>; null: the end.</summary>
    public string? Next { get; init; }

    /// <summary>Items of the block that are known.</summary>
    public required long Total { get; init; }

    /// <summary>How many fit the filter, where it is known.</summary>
    public long? Matched { get; init; }

    /// <summary>Of the whole block.</summary>
    public required OutcomeCountsBody Counts { get; init; }

    /// <summary>Not ended.</summary>
    public required long Open { get; init; }
}
