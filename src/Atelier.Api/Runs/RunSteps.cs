namespace Atelier.Api.Runs;

/// <summary>Counters of every step at one moment.</summary>
public sealed record RunSteps
{
    /// <summary>The commit they are of.</summary>
    public required long Seq { get; init; }

    /// <summary>False: still being counted; a later answer is.</summary>
    public required bool Exact { get; init; }

    /// <summary>In plan order.</summary>
    public required IReadOnlyList<StepCounts> Steps { get; init; }
}
