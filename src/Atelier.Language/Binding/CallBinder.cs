using Atelier.Language.Definitions;
using Atelier.Language.Dialects;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Binding;

/// <summary>Binds <c>run:</c>: finds the other workflow and inlines it.</summary>
internal static class CallBinder
{
    public static (StepPlan? Step, OutputShape Shape) Bind(CallDefinition definition, StepPlace place, BindContext context)
    {
        if (definition.Run is not { } run)
        {
            return (null, OutputShape.Any);
        }

        var workflow = place.Outer.Workflow;
        var resolved = context.Options.Resolve?.Invoke(run.Text, workflow.File);
        if (resolved is null)
        {
            context.Diagnostics.Error(DiagnosticCodes.WorkflowNotFound, run.Position, $"There is no workflow `{run.Text}`.", "Name a file such as `./convert.yaml`, or a registered workflow as `name@version`.");
            return (null, OutputShape.Any);
        }

        if (workflow.Stack.Contains(resolved.File, StringComparer.Ordinal))
        {
            context.Diagnostics.Error(DiagnosticCodes.WorkflowRecursion, run.Position, $"`{run.Text}` runs itself: {string.Join(" runs ", workflow.Stack.Append(resolved.File))}.", "Loop with `repeat`, or start a separate run with `core.start_run`.");
            return (null, OutputShape.Any);
        }

        var document = DocumentReader.Read(resolved.Text, resolved.File, context.Diagnostics);
        return document is null || WorkflowReader.Read(document.Root, context.Diagnostics) is not { } called || !StepLimit.Allows(called, run.Position, context)
            ? (null, OutputShape.Any)
            : Inline(definition, run, called, resolved, place, context);
    }

    private static (StepPlan? Step, OutputShape Shape) Inline(CallDefinition definition, YamlScalar run, WorkflowDefinition called, ResolvedWorkflow resolved, StepPlace place, BindContext context)
    {
        var workflow = place.Outer.Workflow;
        var names = new WorkflowNames { Inner = new InnerSteps(called), Inputs = called.Inputs, Defaults = called.Defaults, File = resolved.File, Stack = workflow.Stack.Add(resolved.File) };
        var root = new ReadPoint { Workflow = names };
        var body = SequenceBinder.Bind(called.Steps, root, place.Path, context, isolated: true);
        if ((called.OnFailure ?? called.Finally) is not null)
        {
            context.Diagnostics.Error(DiagnosticCodes.InlinedHandlers, run.Position, $"`{run.Text}` has `on_failure` or `finally` of its own, which an inlined workflow cannot have.", "Put them on this step, or start a separate run with `core.start_run`.");
        }

        var outputs = called.Outputs is null
            ? null
            : new TemplateBinder(root.Beside(body.Names, -1, StepReads.All), SecretUse.None, context.Diagnostics).Bind(called.Outputs);
        var digest = TextDigest.Of(resolved.Text, names.InlinedDigests);
        workflow.InlinedDigests.Add(digest);
        var plan = new CallPlan
        {
            Index = place.Index,
            Slot = place.Slot,
            Id = definition.Id,
            Path = place.Path,
            Position = definition.Position,
            Workflow = called.Name,
            WorkflowDigest = digest,
            Inputs = called.Inputs,
            With = CallInputs.Bind(run, definition.With, called.Inputs, resolved.File, place.Point, context.Diagnostics),
            Body = body.Plan,
            Outputs = outputs,
        };
        return (plan, called.Outputs is YamlMap map ? OutputShape.Closed([.. map.Members.Select(static member => member.Name)]) : called.Outputs is null ? body.LastShape : OutputShape.Any);
    }
}
