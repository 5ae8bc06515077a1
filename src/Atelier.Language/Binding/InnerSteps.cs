using Atelier.Language.Definitions;

namespace Atelier.Language.Binding;

/// <summary>Which block each inner step of a workflow stands in: for messages about steps that are out of sight.</summary>
internal sealed class InnerSteps
{
    private readonly Dictionary<string, string> _blocks = new(StringComparer.Ordinal);

    public InnerSteps(WorkflowDefinition workflow)
    {
        Note(workflow.Steps, string.Empty);
        Note(workflow.OnFailure, "on_failure");
        Note(workflow.Finally, "finally");
    }

    /// <summary>The path of the block; null when no block holds a step of that id.</summary>
    public string? BlockOf(string id) => _blocks.GetValueOrDefault(id);

    private void Note(StepsDefinition? steps, string path)
    {
        foreach (var step in steps?.Steps ?? [])
        {
            if (path.Length > 0)
            {
                _blocks.TryAdd(step.Id, path);
            }

            var inner = path.Length == 0 ? step.Id : $"{path}/{step.Id}";
            foreach (var body in Bodies(step))
            {
                Note(body, inner);
            }

            Note(step.OnFailure, $"{inner}/on_failure");
            Note(step.Finally, $"{inner}/finally");
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
