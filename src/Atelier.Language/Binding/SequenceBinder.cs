using System.Collections.Frozen;
using System.Collections.Immutable;
using Atelier.Language.Definitions;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>Binds the steps beside each other.</summary>
internal static class SequenceBinder
{
    public static BoundSequence Bind(StepsDefinition definition, ReadPoint outer, string path, BindContext context, bool parallel = false, bool isolated = false)
    {
        var names = SequenceNamer.Name(definition, outer, parallel, context.Diagnostics);
        var index = context.Plan.NewSequence();
        var places = definition.Steps.Select((step, slot) => Place(step, slot, path, outer, names, context)).ToArray();
        var steps = new StepPlan?[places.Length];

        // Needs first: what a step yields is known before those that read it are checked.
        foreach (var slot in NeedGraph.Order(names.Reach))
        {
            var (step, shape) = StepBinder.Bind(definition.Steps[slot], places[slot], context);
            steps[slot] = step;
            names.Shapes[slot] = shape;
        }

        var bound = steps.OfType<StepPlan>().ToImmutableArray();
        var plan = new SequencePlan
        {
            Index = index,
            Steps = NumberUndos(bound, context.Plan, out var undos),
            Undos = undos,
            Slots = bound.GroupBy(static step => step.Id).ToFrozenDictionary(static same => same.Key, static same => same.First().Slot),
            Dependants = Invert(names.Needs),
            Isolated = isolated,
        };
        return new BoundSequence(context.Plan.Set(plan), names);
    }

    private static StepPlace Place(StepDefinition step, int slot, string path, ReadPoint outer, SequenceNames names, BindContext context)
    {
        return new StepPlace(context.Plan.NewStep(), slot, path.Length == 0 ? step.Id : $"{path}/{step.Id}", outer, names);
    }

    // The slots of compensations follow those of the steps, in the order of the steps.
    private static ImmutableArray<StepPlan> NumberUndos(ImmutableArray<StepPlan> steps, PlanBuilder plan, out ImmutableArray<ActionStepPlan> undos)
    {
        var found = ImmutableArray.CreateBuilder<ActionStepPlan>();
        var numbered = steps.ToBuilder();
        for (var slot = 0; slot < steps.Length; slot++)
        {
            if (steps[slot] is ActionStepPlan { Undo: { } undo } step)
            {
                var placed = undo with { Slot = steps.Length + found.Count };
                found.Add(placed);
                numbered[slot] = step with { Undo = placed };
                plan.Set(placed);
            }

            plan.Set(numbered[slot]);
        }

        undos = found.ToImmutable();
        return numbered.ToImmutable();
    }

    private static ImmutableArray<ImmutableArray<int>> Invert(IReadOnlyList<int[]> needs)
    {
        var dependants = needs.Select(static _ => ImmutableArray.CreateBuilder<int>()).ToArray();
        for (var slot = 0; slot < needs.Count; slot++)
        {
            foreach (var need in needs[slot])
            {
                dependants[need].Add(slot);
            }
        }

        return [.. dependants.Select(static slots => slots.ToImmutable())];
    }
}
