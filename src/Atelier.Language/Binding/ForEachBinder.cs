using System.Text;
using Atelier.Language.Cel.Syntax;
using Atelier.Language.Cel.Values;
using Atelier.Language.Definitions;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Binds <c>for_each</c>.</summary>
internal static class ForEachBinder
{
    private static readonly OutputShape Counts = OutputShape.Closed("total", "succeeded", "empty", "rejected", "failed", "skipped", "items");
    private static readonly OutputShape Each = OutputShape.Closed("key", "index", "collection");

    public static (StepPlan? Step, OutputShape Shape) Bind(ForEachDefinition definition, StepPlace place, BindContext context)
    {
        var diagnostics = context.Diagnostics;
        var outer = new TemplateBinder(place.Point, SecretUse.None, diagnostics);
        CheckItemName(definition, place, diagnostics);
        var item = ItemShape(definition.Items, place, context);
        var point = place.Point.With(new Dictionary<string, OutputShape> { [definition.As] = item, ["each"] = Each });
        var body = SequenceBinder.Bind(definition.Body, point, place.Path, context);
        var inside = new TemplateBinder(point.Beside(body.Names, -1, StepReads.All), SecretUse.None, diagnostics);
        var keyPoint = place.Point.With(new Dictionary<string, OutputShape> { [definition.As] = item });
        var plan = new ForEachPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Items = BindItems(definition.Items, outer, diagnostics),
            As = definition.As,
            Key = PlainExpressionBinder.Bind(definition.Key, "key", keyPoint, diagnostics)?.Expression,
            OnDuplicate = definition.OnDuplicate,
            Collection = BindCollection(definition.Collection, outer, diagnostics),
            Parallel = definition.Parallel,
            Window = definition.Window ?? 1000,
            OnItemFailure = definition.OnItemFailure,
            Tolerate = definition.Tolerate,
            Yield = definition.Yield is null ? null : inside.Bind(definition.Yield),
            Body = body.Plan,
        };
        return (plan, Counts);
    }

    private static void CheckItemName(ForEachDefinition definition, StepPlace place, DiagnosticBag diagnostics)
    {
        var name = definition.As;
        if (!CelWords.IsName(name))
        {
            diagnostics.Error(DiagnosticCodes.BadId, definition.AsPosition, $"`{name}` cannot be the name of an item: expressions could not read it.", "Use letters, digits and `_`, beginning with a letter, and no reserved word.");
        }
        else if (WorkflowNames.Reserved.Contains(name))
        {
            diagnostics.Error(DiagnosticCodes.ReservedId, definition.AsPosition, $"`{name}` is a reserved word and cannot be the name of an item.");
        }
        else if (place.Point.IsTaken(name))
        {
            diagnostics.Error(DiagnosticCodes.ShadowedName, definition.AsPosition, $"The item's name `{name}` would hide something outside this block.", "Give the item another name with `as:`.");
        }
    }

    private static Template BindItems(YamlNode node, TemplateBinder outer, DiagnosticBag diagnostics)
    {
        if (node is not YamlList && node is not YamlScalar { Type: ScalarType.Text })
        {
            diagnostics.Error(DiagnosticCodes.ExpressionExpected, node.Position, $"`for_each` takes a list or an expression, not {node.Kind}.", "Write `for_each: ${...}`.");
        }

        var items = outer.Bind(node);
        if (node is YamlScalar { Type: ScalarType.Text } text && items is not Template.Single)
        {
            var remedy = TemplateText.NeedsReading(text.Text) ? "Put the whole of it inside one `${...}`." : $"Write `${{{text.Text.Trim()}}}`.";
            diagnostics.Error(DiagnosticCodes.ExpressionExpected, node.Position, "`for_each` takes a list or one expression.", remedy);
        }

        return items;
    }

    // Over a paged source, an item is one of its rows.
    private static OutputShape ItemShape(YamlNode node, StepPlace place, BindContext context)
    {
        if (node is YamlScalar { Type: ScalarType.Text } scalar
            && TemplateText.IsSingleExpression(scalar.Text)
            && place.Names.Slots.TryGetValue(scalar.Text[2..^1].Trim(), out var slot)
            && place.Names.Steps[slot] is ActionStepDefinition { Uses: { } uses }
            && context.Options.Actions.Find(uses.Text) is { IsSource: true } descriptor)
        {
            return OutputShape.Of(descriptor.OutputSchema);
        }

        return OutputShape.Any;
    }

    private static Template? BindCollection(YamlNode? node, TemplateBinder outer, DiagnosticBag diagnostics)
    {
        if (node is null)
        {
            return null;
        }

        var name = outer.Bind(node);
        var constant = name is Template.Constant { Value: var value } ? (value as CelString)?.Value : string.Empty;
        if (node is not YamlScalar { Type: ScalarType.Text } || constant is null)
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`collection` takes a name, not {node.Kind}.");
        }
        else if (name is Template.Constant && (constant.Length == 0 || constant.Any(char.IsControl) || constant.Trim() != constant || Encoding.UTF8.GetByteCount(constant) > LanguageLimits.NameBytes))
        {
            diagnostics.Error(DiagnosticCodes.BadCollectionName, node.Position, "This cannot be a collection's name.", "Use 1 to 255 bytes without line breaks and without space around them.");
        }

        return name;
    }
}
