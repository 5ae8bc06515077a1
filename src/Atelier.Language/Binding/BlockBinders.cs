using System.Collections.Immutable;
using System.Globalization;
using Atelier.Language.Definitions;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>Binds the blocks that only hold steps: <c>parallel</c>, <c>steps</c>, <c>switch</c>.</summary>
internal static class BlockBinders
{
    public static (StepPlan? Step, OutputShape Shape) BindParallel(ParallelDefinition definition, StepPlace place, BindContext context)
    {
        var body = SequenceBinder.Bind(definition.Branches, place.Point, place.Path, context, parallel: true);
        var plan = new ParallelPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Body = body.Plan,
        };
        return (plan, OutputShape.Closed(body.Names.Slots.ToDictionary(static slot => slot.Key, slot => body.Names.Shapes[slot.Value])));
    }

    public static (StepPlan? Step, OutputShape Shape) BindGroup(GroupDefinition definition, StepPlace place, BindContext context)
    {
        var body = SequenceBinder.Bind(definition.Body, place.Point, place.Path, context);
        var plan = new GroupPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Body = body.Plan,
        };
        return (plan, body.LastShape);
    }

    public static (StepPlan? Step, OutputShape Shape) BindSwitch(SwitchDefinition definition, StepPlace place, BindContext context)
    {
        var cases = ImmutableArray.CreateBuilder<SwitchCase>();
        for (var index = 0; index < definition.Cases.Length; index++)
        {
            var (when, steps) = definition.Cases[index];
            var condition = PlainExpressionBinder.Bind(when, "when", place.Point, context.Diagnostics);

            // Cases do not see each other, so they may use the same ids; the case's own part keeps their paths apart.
            var part = when is null ? "default" : string.Create(CultureInfo.InvariantCulture, $"case{index + 1}");
            var body = SequenceBinder.Bind(steps, place.Point, $"{place.Path}/{part}", context);
            cases.Add(new SwitchCase(condition?.Expression, body.Plan));
        }

        var plan = new SwitchPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Cases = cases.ToImmutable(),
        };
        return (plan, OutputShape.Any);
    }
}
