using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>The steps of one kind of scope: the workflow, an item's body, an iteration, a branch, a handler.</summary>
public sealed record SequencePlan
{
    /// <summary>Position in <see cref="WorkflowPlan.Sequences"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Steps in written order; <see cref="StepPlan.Slot"/> is the position here.</summary>
    public required ImmutableArray<StepPlan> Steps { get; init; }

    /// <summary>Compensations of steps of this sequence; their slots follow those of <see cref="Steps"/>.</summary>
    public ImmutableArray<ActionStepPlan> Undos { get; init; } = [];

    /// <summary>Step id to slot.</summary>
    public required FrozenDictionary<string, int> Slots { get; init; }

    /// <summary>Slots of the steps that need the step at a slot: the inverse of <see cref="StepPlan.Needs"/>.</summary>
    public required ImmutableArray<ImmutableArray<int>> Dependants { get; init; }

    /// <summary>True when names of enclosing scopes are not visible (an inlined workflow).</summary>
    public bool Isolated { get; init; }

    /// <summary>Slots in all: steps and compensations.</summary>
    public int SlotCount => Steps.Length + Undos.Length;
}
