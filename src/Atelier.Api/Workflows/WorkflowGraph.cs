namespace Atelier.Api.Workflows;

/// <summary>Steps as they are drawn.</summary>
public sealed record WorkflowGraph
{
    /// <summary>Every step, parents before children.</summary>
    public required IReadOnlyList<GraphNode> Nodes { get; init; }

    /// <summary>Needs.</summary>
    public required IReadOnlyList<GraphEdge> Edges { get; init; }
}
