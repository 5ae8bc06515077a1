namespace Atelier.Api.Workflows;

/// <summary>A version in a list.</summary>
public sealed record WorkflowVersionSummary
{
    /// <summary>Of all its texts.</summary>
    public required string Digest { get; init; }

    /// <summary>For people.</summary>
    public string? Label { get; init; }

    /// <summary>The file it came from; null: none.</summary>
    public string? File { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Runs of this version.</summary>
    public required long Runs { get; init; }
}
