namespace Atelier.Api.Items;

/// <summary>Failed items with one cause.</summary>
public sealed record FailureGroupResponse
{
    /// <summary>Number of the block.</summary>
    public required int Block { get; init; }

    /// <summary>Path of the block.</summary>
    public required string Path { get; init; }

    /// <summary>Path of the step that failed.</summary>
    public string? Step { get; init; }

    /// <summary>Code of the failure.</summary>
    public required string Code { get; init; }

    /// <summary><c>transient permanent unavailable</c>.</summary>
    public string? Kind { get; init; }

    /// <summary>The message with names and numbers left out.</summary>
    public required string Shape { get; init; }

    /// <summary>The first item's message.</summary>
    public required string Message { get; init; }

    /// <summary>What to do.</summary>
    public string? Remedy { get; init; }

    /// <summary>Items.</summary>
    public required long Count { get; init; }

    /// <summary>The first of them.</summary>
    public required IReadOnlyList<ItemRow> Examples { get; init; }

    /// <summary>Set: somebody accepted it as it is.</summary>
    public AcceptanceResponse? Accepted { get; init; }
}
