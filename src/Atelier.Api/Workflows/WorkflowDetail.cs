namespace Atelier.Api.Workflows;

/// <summary>A workflow with its newest version.</summary>
public sealed record WorkflowDetail
{
    /// <summary>The same as in lists.</summary>
    public required WorkflowSummary Summary { get; init; }

    /// <summary>The newest one.</summary>
    public required WorkflowVersion Version { get; init; }
}
