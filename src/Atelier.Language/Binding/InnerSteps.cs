using Atelier.Language.Definitions;

namespace Atelier.Language.Binding;

/// <summary>Which block each inner step of a workflow stands in: for messages about steps that are out of sight.</summary>
internal sealed class InnerSteps
{
    private readonly Dictionary<string, string> _blocks = new(StringComparer.Ordinal);

    public InnerSteps(WorkflowDefinition workflow)
    {
        foreach (var (step, block) in DefinitionWalk.Steps(workflow))
        {
            if (block.Length > 0)
            {
                _blocks.TryAdd(step.Id, block);
            }
        }
    }

    /// <summary>The path of the block; null when no block holds a step of that id.</summary>
    public string? BlockOf(string id) => _blocks.GetValueOrDefault(id);
}
