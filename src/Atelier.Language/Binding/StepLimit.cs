using Atelier.Language.Definitions;

namespace Atelier.Language.Binding;

/// <summary>Keeps a plan within <see cref="LanguageLimits.Steps"/>, whatever is nested or inlined.</summary>
internal static class StepLimit
{
    /// <summary>False, with the mistake told, when the plan and this workflow together have too many steps.</summary>
    /// <param name="workflow">The workflow to be bound.</param>
    /// <param name="position">Where to tell it; null: at the step that is one too many.</param>
    /// <param name="context">The plan so far.</param>
    public static bool Allows(WorkflowDefinition workflow, SourcePosition? position, BindContext context)
    {
        var room = Math.Max(0, LanguageLimits.Steps - context.Plan.StepCount);
        if (DefinitionWalk.Steps(workflow).Skip(room).Select(static found => found.Step).FirstOrDefault() is not { } surplus)
        {
            return true;
        }

        context.Diagnostics.Error(
            DiagnosticCodes.TooManySteps,
            position ?? surplus.Position,
            $"A workflow has at most {LanguageLimits.Steps} steps, inlined ones and handlers included.",
            "Move some to a workflow of their own and start it with `core.start_run`.");
        return false;
    }
}
