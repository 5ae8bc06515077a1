using Atelier.Api.Runs;

namespace Atelier.Api.Workflows;

/// <summary>A workflow by its name.</summary>
public sealed record WorkflowSummary
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Newest version.</summary>
    public required string Digest { get; init; }

    /// <summary>Of the newest version.</summary>
    public string? Label { get; init; }

    /// <summary>When the newest version was registered.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>How many there are.</summary>
    public required int Versions { get; init; }

    /// <summary>Runs of all versions.</summary>
    public required long Runs { get; init; }

    /// <summary>The newest run; null: none yet.</summary>
    public RunSummary? LastRun { get; init; }

    /// <summary>Schedules that are on.</summary>
    public required int Schedules { get; init; }
}
