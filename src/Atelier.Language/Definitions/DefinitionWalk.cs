namespace Atelier.Language.Definitions;

/// <summary>Goes through the steps of a definition in written order, inner ones and handlers included.</summary>
internal static class DefinitionWalk
{
    /// <summary>Every step, with the path of the block it stands in; empty at the root.</summary>
    public static IEnumerable<(StepDefinition Step, string Block)> Steps(WorkflowDefinition workflow) =>
        Steps(workflow.Steps, string.Empty).Concat(Steps(workflow.OnFailure, "on_failure")).Concat(Steps(workflow.Finally, "finally"));

    private static IEnumerable<(StepDefinition Step, string Block)> Steps(StepsDefinition? steps, string block)
    {
        foreach (var step in steps?.Steps ?? [])
        {
            yield return (step, block);
            if (step is ActionStepDefinition { Undo: { } undo })
            {
                yield return (undo, $"{block}/{step.Id}");
            }

            var path = block.Length == 0 ? step.Id : $"{block}/{step.Id}";
            var inner = Bodies(step).SelectMany(body => Steps(body, path))
                .Concat(Steps(step.OnFailure, $"{path}/on_failure"))
                .Concat(Steps(step.Finally, $"{path}/finally"));
            foreach (var found in inner)
            {
                yield return found;
            }
        }
    }

    private static IEnumerable<StepsDefinition> Bodies(StepDefinition step) => step switch
    {
        ForEachDefinition each => [each.Body],
        RepeatDefinition repeat => [repeat.Body],
        GroupDefinition group => [group.Body],
        ParallelDefinition parallel => [parallel.Branches],
        SwitchDefinition choice => choice.Cases.Select(static found => found.Body),
        _ => [],
    };
}
