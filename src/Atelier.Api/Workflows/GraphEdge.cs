namespace Atelier.Api.Workflows;

/// <summary>One step needs another.</summary>
public sealed record GraphEdge
{
    /// <summary>Path of the step that comes first.</summary>
    public required string From { get; init; }

    /// <summary>Path of the step that needs it.</summary>
    public required string To { get; init; }
}
