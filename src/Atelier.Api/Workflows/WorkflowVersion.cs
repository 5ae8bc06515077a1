using Atelier.Api.Problems;

namespace Atelier.Api.Workflows;

/// <summary>An immutable version of a workflow.</summary>
public sealed record WorkflowVersion
{
    /// <summary>The workflow.</summary>
    public required string Name { get; init; }

    /// <summary>Of all its texts.</summary>
    public required string Digest { get; init; }

    /// <summary>For people.</summary>
    public string? Label { get; init; }

    /// <summary>The file it came from; null: none.</summary>
    public string? File { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Texts: its own under the empty name, inlined ones under their path.</summary>
    public required IReadOnlyDictionary<string, string> Sources { get; init; }

    /// <summary>What a start needs.</summary>
    public required IReadOnlyList<WorkflowInput> Inputs { get; init; }

    /// <summary>Its steps.</summary>
    public required WorkflowGraph Graph { get; init; }

    /// <summary>What the check had to say about it.</summary>
    public required IReadOnlyList<Mistake> Warnings { get; init; }
}
