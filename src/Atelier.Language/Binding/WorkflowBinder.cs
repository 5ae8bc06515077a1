using Atelier.Language.Definitions;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>Binds a whole workflow.</summary>
internal static class WorkflowBinder
{
    /// <summary>The plan; not to be run when <paramref name="diagnostics"/> has errors. Null when there are too many steps to look at.</summary>
    public static WorkflowPlan? Bind(WorkflowDefinition definition, string text, string file, CompileOptions options, DiagnosticBag diagnostics)
    {
        var context = new BindContext(options, diagnostics, new PlanBuilder());
        if (!StepLimit.Allows(definition, null, context))
        {
            return null;
        }

        var names = new WorkflowNames { Inner = new InnerSteps(definition), Inputs = definition.Inputs, Defaults = definition.Defaults, File = file, Stack = [file] };
        var root = new ReadPoint { Workflow = names };
        var body = SequenceBinder.Bind(definition.Steps, root, string.Empty, context);
        var handlers = root.Beside(body.Names, -1, StepReads.GuardedAll).With(HandlerNames.Locals);
        var ended = root.Beside(body.Names, -1, StepReads.All);
        var onFailure = definition.OnFailure is null ? null : SequenceBinder.Bind(definition.OnFailure, handlers, "on_failure", context).Plan;
        var last = definition.Finally is null ? null : SequenceBinder.Bind(definition.Finally, handlers, "finally", context).Plan;
        var outputs = definition.Outputs is null ? null : new TemplateBinder(ended, SecretUse.None, diagnostics).Bind(definition.Outputs);
        return new WorkflowPlan
        {
            Name = definition.Name,
            Digest = TextDigest.Of(text, names.InlinedDigests),
            Source = text,
            File = Path.IsPathFullyQualified(file) ? file : null,
            Inputs = definition.Inputs,
            Body = body.Plan,
            OnFailure = onFailure,
            Finally = last,
            Outputs = outputs,
            Models = definition.Models,
            ModelLimits = definition.ModelLimits,
            Budget = definition.Budget,
            Steps = context.Plan.Steps(),
            Sequences = context.Plan.Sequences(),
        };
    }
}
