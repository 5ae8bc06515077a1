using Atelier.Api.Runs;

namespace Atelier.Api.Events;

/// <summary>What changed in the home.</summary>
public sealed record HomeEvent
{
    /// <summary>Rises with every change; the event's id.</summary>
    public required long Seq { get; init; }

    /// <summary>Runs that changed; at most 50.</summary>
    public required IReadOnlyList<RunSummary> Runs { get; init; }

    /// <summary>More changed than are named: read the list.</summary>
    public required bool ManyRuns { get; init; }

    /// <summary>Runs that have something to do.</summary>
    public required int Running { get; init; }

    /// <summary>Questions that wait for a person.</summary>
    public required int Approvals { get; init; }
}
