using Atelier.Language.Cel.Values;
using Atelier.Language.Definitions;
using Atelier.Language.Plans;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;
using Atelier.Sdk;

namespace Atelier.Language.Binding;

/// <summary>Binds a step with <c>uses</c>: the action exists, <c>with</c> fits its schema.</summary>
internal static class ActionBinder
{
    public static (StepPlan? Step, OutputShape Shape) Bind(ActionStepDefinition definition, StepPlace place, bool conditionReadsRun, BindContext context)
    {
        var defaults = place.Outer.Workflow.Defaults;
        var descriptor = Find(definition.Uses, context);
        var templates = new TemplateBinder(place.Point, SecretUse.Value, context.Diagnostics);
        var with = BindWith(definition.With, definition, descriptor, templates, context);
        var step = new ActionStepPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Action = definition.Uses?.Text ?? string.Empty,
            With = with,
            Retry = definition.Retry ?? defaults.Retry ?? RetryPlan.Default,
            Timeout = definition.Timeout ?? defaults.Timeout,
            Queue = definition.Queue ?? defaults.Queue,
            Cache = definition.Cache ?? defaults.Cache,
            Idempotent = definition.Idempotent,
            Priority = definition.Priority ?? defaults.Priority ?? 0,
            Undo = BindUndo(definition, place, context),
            ReadsRun = templates.ReadsRun || conditionReadsRun,
        };

        // A source yields a handle to its rows; the schema is of one row.
        var shape = descriptor is null || descriptor.IsSource ? OutputShape.Any : OutputShape.Of(descriptor.OutputSchema);
        return (step, shape);
    }

    private static ActionStepPlan? BindUndo(ActionStepDefinition definition, StepPlace place, BindContext context)
    {
        if (definition.Undo is not { } undo)
        {
            return null;
        }

        var defaults = place.Outer.Workflow.Defaults;

        // The compensated step is the one whose output is read here; its shape is not yet filed.
        if (Find(definition.Uses, context, quiet: true) is { IsSource: false } compensated)
        {
            place.Names.Shapes[place.Slot] = OutputShape.Of(compensated.OutputSchema);
        }

        var descriptor = Find(undo.Uses, context);
        var templates = new TemplateBinder(place.UndoPoint(), SecretUse.Value, context.Diagnostics);
        return new ActionStepPlan
        {
            Index = context.Plan.NewStep(),
            Slot = -1,
            Id = $"{definition.Id}_undo",
            Path = $"{place.Path}/undo",
            Position = undo.Position,
            Action = undo.Uses?.Text ?? string.Empty,
            With = BindWith(undo.With, undo, descriptor, templates, context),
            Retry = undo.Retry ?? defaults.Retry ?? RetryPlan.Default,
            Timeout = undo.Timeout ?? defaults.Timeout,
            Queue = undo.Queue ?? defaults.Queue,
            ReadsRun = templates.ReadsRun,
        };
    }

    private static ActionDescriptor? Find(YamlScalar? uses, BindContext context, bool quiet = false)
    {
        if (uses is null)
        {
            return null;
        }

        var descriptor = context.Options.Actions.Find(uses.Text);
        if (descriptor is null && !quiet)
        {
            context.Diagnostics.Error(DiagnosticCodes.UnknownAction, uses.Position, $"There is no action `{uses.Text}`.", NearNames.DidYouMean(uses.Text, context.Options.Actions.Names) ?? "`atelier actions` lists them.");
        }

        return descriptor;
    }

    private static Template BindWith(YamlNode? with, ActionStepDefinition definition, ActionDescriptor? descriptor, TemplateBinder templates, BindContext context)
    {
        var node = with is null or YamlScalar { IsNull: true } ? new YamlMap(definition.Position, []) : with;
        if (node is not YamlMap and not YamlScalar { Type: ScalarType.Text })
        {
            context.Diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`with` takes a map of fields, not {node.Kind}.");
            return new Template.Constant(CelNull.Instance) { Position = node.Position };
        }

        if (descriptor is not null)
        {
            new SchemaCheck(descriptor.InputSchema, hasExpressions: true, context.Diagnostics).Check(node, descriptor.InputSchema, string.Empty, descriptor.RawFields);
        }

        return templates.Bind(node, descriptor?.RawFields);
    }
}
