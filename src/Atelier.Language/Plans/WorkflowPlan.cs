using System.Collections.Immutable;

namespace Atelier.Language.Plans;

/// <summary>
/// A checked workflow, ready to run: names resolved, needs explicit, sub-workflows inlined. Immutable; equal texts give
/// equal digests.
/// </summary>
public sealed record WorkflowPlan
{
    /// <summary>The workflow's name.</summary>
    public required string Name { get; init; }

    /// <summary><c>sha256:</c> digest of the text and of every inlined workflow's text.</summary>
    public required string Digest { get; init; }

    /// <summary>The definition as written, kept with the version.</summary>
    public required string Source { get; init; }

    /// <summary>The file it came from, absolute; null for texts without one. Relative paths resolve against its folder.</summary>
    public string? File { get; init; }

    /// <summary>Declared inputs in order.</summary>
    public required ImmutableArray<InputPlan> Inputs { get; init; }

    /// <summary>The steps of the workflow itself, run in the root scope.</summary>
    public required SequencePlan Body { get; init; }

    /// <summary>Observes a failure of the run; null: none.</summary>
    public SequencePlan? OnFailure { get; init; }

    /// <summary>Runs on success, failure and cancel; null: none.</summary>
    public SequencePlan? Finally { get; init; }

    /// <summary>What the run yields; null: the output of its last step.</summary>
    public Template? Outputs { get; init; }

    /// <summary>Models that the workflow brings along.</summary>
    public ImmutableArray<ModelPlan> Models { get; init; } = [];

    /// <summary>What models may take.</summary>
    public ModelLimitsPlan ModelLimits { get; init; } = ModelLimitsPlan.None;

    /// <summary>What a run may spend; null: no limit.</summary>
    public BudgetPlan? Budget { get; init; }

    /// <summary>Every step of every sequence, by <see cref="StepPlan.Index"/>.</summary>
    public required ImmutableArray<StepPlan> Steps { get; init; }

    /// <summary>Every sequence, by <see cref="SequencePlan.Index"/>.</summary>
    public required ImmutableArray<SequencePlan> Sequences { get; init; }
}
