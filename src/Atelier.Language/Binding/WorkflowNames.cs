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

    private Dictionary<string, InputPlan>? _inputs;

    public required ImmutableArray<InputPlan> Inputs { get; init; }

    public required DefaultsDefinition Defaults { get; init; }

    /// <summary>The file that relative references start from.</summary>
    public required string File { get; init; }

    /// <summary>Files of the workflows being inlined, this one last.</summary>
    public required ImmutableArray<string> Stack { get; init; }

    /// <summary>Digests of inlined workflows in order.</summary>
    public List<string> InlinedDigests { get; } = [];

    public InputPlan? Input(string name)
    {
        _inputs ??= Inputs.GroupBy(static input => input.Name).ToDictionary(static same => same.Key, static same => same.First(), StringComparer.Ordinal);
        return _inputs.GetValueOrDefault(name);
    }

    /// <summary>Where steps inside blocks stand.</summary>
    public required InnerSteps Inner { get; init; }
}
