namespace Atelier.Api.Workflows;

/// <summary>A line of a difference.</summary>
public sealed record DiffLine
{
    /// <summary><c>same added removed gap</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Number in the old text.</summary>
    public int? Old { get; init; }

    /// <summary>Number in the new text.</summary>
    public int? New { get; init; }

    /// <summary>The line; for a gap, empty.</summary>
    public required string Text { get; init; }
}
