using Atelier.Language.Definitions;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>Binds one step: what all steps have, then what its kind has.</summary>
internal static class StepBinder
{
    /// <summary>The step; null for one that could not be read. With it the shape of its output.</summary>
    public static (StepPlan? Step, OutputShape Shape) Bind(StepDefinition definition, StepPlace place, BindContext context)
    {
        var condition = PlainExpressionBinder.Bind(definition.If, "if", place.Point, context.Diagnostics);
        var (plan, shape) = definition switch
        {
            ActionStepDefinition action => ActionBinder.Bind(action, place, condition?.ReadsRun == true, context),
            ForEachDefinition each => ForEachBinder.Bind(each, place, context),
            RepeatDefinition repeat => RepeatBinder.Bind(repeat, place, context),
            ParallelDefinition parallel => BlockBinders.BindParallel(parallel, place, context),
            GroupDefinition group => BlockBinders.BindGroup(group, place, context),
            SwitchDefinition choice => BlockBinders.BindSwitch(choice, place, context),
            CallDefinition call => CallBinder.Bind(call, place, context),
            _ => (null, OutputShape.Any),
        };
        var step = plan is null
            ? null
            : plan with
            {
                Needs = [.. place.Names.Needs[place.Slot]],
                If = condition?.Expression,
                TotalTimeout = definition.TotalTimeout ?? (definition is ActionStepDefinition ? place.Outer.Workflow.Defaults.TotalTimeout : null),
                OnFailure = BindHandler(definition.OnFailure, "on_failure", place, context),
                Finally = BindHandler(definition.Finally, "finally", place, context),
            };
        return (step, shape);
    }

    private static SequencePlan? BindHandler(StepsDefinition? steps, string name, StepPlace place, BindContext context) =>
        steps is null ? null : SequenceBinder.Bind(steps, place.HandlerPoint(), $"{place.Path}/{name}", context).Plan;
}
