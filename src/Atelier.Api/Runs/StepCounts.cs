namespace Atelier.Api.Runs;

/// <summary>What became of a step over all items.</summary>
public sealed record StepCounts
{
    /// <summary>Path of the step.</summary>
    public required string Path { get; init; }

    /// <summary>For a step outside items: its state or outcome; null: not reached, or inside items.</summary>
    public string? State { get; init; }

    /// <summary>Its outcomes, newest drive.</summary>
    public required OutcomeCountsBody Counts { get; init; }

    /// <summary>Of these, taken from recorded results.</summary>
    public required long Reused { get; init; }

    /// <summary>Open now: ready, running, waiting, retrying, parked.</summary>
    public required long Active { get; init; }

    /// <summary>Mean time of a body; null: none ran.</summary>
    public double? MeanMilliseconds { get; init; }
}
