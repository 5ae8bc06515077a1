namespace Atelier.Api.Workflows;

/// <summary>How a text differs.</summary>
public sealed record DiffFile
{
    /// <summary>Empty: the workflow's own.</summary>
    public required string Name { get; init; }

    /// <summary>Changed lines with three lines around each.</summary>
    public required IReadOnlyList<DiffLine> Lines { get; init; }
}
