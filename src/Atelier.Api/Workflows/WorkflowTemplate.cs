namespace Atelier.Api.Workflows;

/// <summary>A workflow to begin with.</summary>
public sealed record WorkflowTemplate
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>One sentence.</summary>
    public required string Description { get; init; }

    /// <summary>Its text.</summary>
    public required string Source { get; init; }
}
