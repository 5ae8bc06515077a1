using System.Collections.Immutable;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>Numbers steps and sequences and keeps them in order.</summary>
internal sealed class PlanBuilder
{
    private readonly List<StepPlan?> _steps = [];
    private readonly List<SequencePlan?> _sequences = [];

    public int NewStep()
    {
        _steps.Add(null);
        return _steps.Count - 1;
    }

    public int NewSequence()
    {
        _sequences.Add(null);
        return _sequences.Count - 1;
    }

    public int StepCount => _steps.Count;

    public void Set(StepPlan step) => _steps[step.Index] = step;

    public SequencePlan Set(SequencePlan sequence)
    {
        _sequences[sequence.Index] = sequence;
        return sequence;
    }

    public ImmutableArray<StepPlan> Steps() => [.. _steps.OfType<StepPlan>()];

    public ImmutableArray<SequencePlan> Sequences() => [.. _sequences.OfType<SequencePlan>()];
}
