using System.Collections.Immutable;
using Atelier.Language.Definitions;
using Atelier.Language.Plans;

namespace Atelier.Language.Binding;

/// <summary>What belongs to one workflow text: its inputs, its defaults, where its steps are.</summary>
internal sealed class WorkflowNames
{
    /// <summary>Words that cannot be ids: roots of expressions, and the parts of step paths.</summary>
    public static readonly IReadOnlySet<string> Reserved = new HashSet<string>(StringComparer.Ordinal)
    {
        "inputs", "secrets", "run", "each", "iteration", "error", "errors", "on_failure", "finally", "undo",
        "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "optional", "optional_type", "math", "strings",
    };

    private readonly Dictionary<string, string> _insideOf = new(StringComparer.Ordinal);

    public required ImmutableArray<InputPlan> Inputs { get; init; }

    public required DefaultsDefinition Defaults { get; init; }

    /// <summary>The file that relative references start from.</summary>
    public required string File { get; init; }

    /// <summary>Files of the workflows being inlined, this one last.</summary>
    public required ImmutableArray<string> Stack { get; init; }

    /// <summary>Digests of inlined workflows in order.</summary>
    public List<string> InlinedDigests { get; } = [];

    public InputPlan? Input(string name) => Inputs.FirstOrDefault(input => input.Name == name);

    /// <summary>Notes that a step stands inside a block, for messages.</summary>
    public void Note(string id, string path)
    {
        var slash = path.LastIndexOf('/');
        if (slash > 0)
        {
            _insideOf.TryAdd(id, path[..slash]);
        }
    }

    /// <summary>The path of the block that a step stands in; null when no block holds a step of that id.</summary>
    public string? BlockOf(string id) => _insideOf.GetValueOrDefault(id);
}
