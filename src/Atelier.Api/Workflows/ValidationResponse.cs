using Atelier.Api.Problems;

namespace Atelier.Api.Workflows;

/// <summary>What the check found.</summary>
public sealed record ValidationResponse
{
    /// <summary>True: it could run.</summary>
    public required bool Valid { get; init; }

    /// <summary>The workflow's name, where it could be read.</summary>
    public string? Name { get; init; }

    /// <summary>Errors and warnings, in order of place.</summary>
    public required IReadOnlyList<Mistake> Mistakes { get; init; }

    /// <summary>What a start would need; empty where it is not valid.</summary>
    public required IReadOnlyList<WorkflowInput> Inputs { get; init; }

    /// <summary>Its steps; null where it is not valid.</summary>
    public WorkflowGraph? Graph { get; init; }
}
