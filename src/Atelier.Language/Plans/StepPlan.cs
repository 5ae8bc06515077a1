using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>One step, resolved.</summary>
public abstract record StepPlan
{
    /// <summary>Position in <see cref="WorkflowPlan.Steps"/>; names the step in the store.</summary>
    public required int Index { get; init; }

    /// <summary>Position in its sequence.</summary>
    public required int Slot { get; init; }

    /// <summary>The step's id, unique within everything visible from it.</summary>
    public required string Id { get; init; }

    /// <summary>Ids from the root, separated by <c>/</c>: stable across versions while ids and nesting stay.</summary>
    public required string Path { get; init; }

    /// <summary>Where it is written.</summary>
    public required SourcePosition Position { get; init; }

    /// <summary>Slots of the steps that must have ended first (succeeded, empty or skipped).</summary>
    public ImmutableArray<int> Needs { get; init; } = [];

    /// <summary>Sees the enclosing scope; false skips the step. Null: always.</summary>
    public PlanExpression? If { get; init; }

    /// <summary>From ready, without parked and paused time. Null: none.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Observes this step's failure, in a scope below the step's own.</summary>
    public SequencePlan? OnFailure { get; init; }

    /// <summary>Runs after this step, whatever became of it.</summary>
    public SequencePlan? Finally { get; init; }
}
