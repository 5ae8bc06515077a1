using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>A step that runs an action.</summary>
public sealed record ActionStepPlan : StepPlan
{
    /// <summary>The action's name.</summary>
    public required string Action { get; init; }

    /// <summary>The action's input.</summary>
    public required Template With { get; init; }

    /// <summary>How failures are retried.</summary>
    public RetryPlan Retry { get; init; } = RetryPlan.Default;

    /// <summary>For one body. Null: none.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Null: the action's own queue.</summary>
    public string? Queue { get; init; }

    /// <summary>Null: the action's reuse class decides.</summary>
    public CachePlan? Cache { get; init; }

    /// <summary>Null: as the action says.</summary>
    public bool? Idempotent { get; init; }

    /// <summary>-100 (last) to 100 (first). Default 0.</summary>
    public int Priority { get; init; }

    /// <summary>Compensates this step's recorded success when its block fails; runs in the same scope. Null: none.</summary>
    public ActionStepPlan? Undo { get; init; }

    /// <summary>True when <see cref="With"/> or <see cref="StepPlan.If"/> reads the clock or the run, so that an equal item may give another result.</summary>
    public bool ReadsRun { get; init; }
}
