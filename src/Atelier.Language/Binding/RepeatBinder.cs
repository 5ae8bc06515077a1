using Atelier.Language.Definitions;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Binds <c>repeat</c>.</summary>
internal static class RepeatBinder
{
    private const int MostRounds = 10_000;
    private static readonly OutputShape Iteration = OutputShape.Closed("index", "previous");

    public static (StepPlan? Step, OutputShape Shape) Bind(RepeatDefinition definition, StepPlace place, BindContext context)
    {
        var diagnostics = context.Diagnostics;
        var point = place.Point.With(new Dictionary<string, OutputShape> { ["iteration"] = Iteration });
        var body = SequenceBinder.Bind(definition.Body, point, place.Path, context);
        RejectOwnMembers(definition, diagnostics);
        var inside = point.Beside(body.Names, -1, StepReads.All);
        var until = PlainExpressionBinder.Bind(definition.Until, "until", inside, diagnostics)?.Expression;
        var best = PlainExpressionBinder.Bind(definition.Best, "keep_best", inside, diagnostics)?.Expression;
        var yield = definition.Yield is null ? null : new TemplateBinder(inside, SecretUse.None, diagnostics).Bind(definition.Yield);
        var max = definition.Max is null ? null : BindMax(definition.Max, place.Point, diagnostics);
        if (until is null || max is null)
        {
            return (null, OutputShape.Any);
        }

        var plan = new RepeatPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Until = until,
            Max = max,
            OnExhausted = definition.OnExhausted,
            Best = best,
            Yield = yield,
            Body = body.Plan,
        };
        return (plan, Shape(definition, body.Names));
    }

    // What a loop yields has these two beside the outputs of its steps.
    private static void RejectOwnMembers(RepeatDefinition definition, DiagnosticBag diagnostics)
    {
        foreach (var step in definition.Body.Steps.Where(step => definition.Yield is null && step.Id is ("rounds" or "converged")))
        {
            diagnostics.Error(DiagnosticCodes.ReservedId, step.IdPosition, $"`{step.Id}` is a field of what the loop yields and cannot be the id of a step in it.", "Choose another, or write `yield:`.");
        }
    }

    // A round's value is a map of the body's outputs unless `yield` says otherwise; then nothing is known.
    private static OutputShape Shape(RepeatDefinition definition, SequenceNames names)
    {
        if (definition.Yield is not null)
        {
            return OutputShape.Any;
        }

        var members = names.Slots.ToDictionary(static slot => slot.Key, slot => names.Shapes[slot.Value]);
        members["rounds"] = OutputShape.Any;
        members["converged"] = OutputShape.Any;
        return OutputShape.Closed(members);
    }

    private static Template? BindMax(YamlNode node, ReadPoint point, DiagnosticBag diagnostics)
    {
        if (node is YamlScalar { Type: ScalarType.Text } text && TemplateText.IsSingleExpression(text.Text))
        {
            return new TemplateBinder(point, SecretUse.None, diagnostics).Bind(node);
        }

        if (node is not YamlScalar { Type: ScalarType.Integer } scalar)
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`max` takes an integer or an expression, not {node.Kind}.");
            return null;
        }

        if (!scalar.TryGetInteger(out var rounds) || rounds < 1 || rounds > MostRounds)
        {
            diagnostics.Error(DiagnosticCodes.NumberOutOfRange, scalar.Position, $"`max` is {scalar.Text}; it can be 1 to {MostRounds}.");
            return null;
        }

        return TemplateBinder.Constant(scalar);
    }
}
