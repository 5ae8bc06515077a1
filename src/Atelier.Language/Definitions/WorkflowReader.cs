using System.Text;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads a document's root: <c>name, description, inputs, defaults, models, model_limits, budget, steps, on_failure, finally, outputs</c>.</summary>
internal static class WorkflowReader
{
    /// <summary>Null when there are no steps to go on with.</summary>
    public static WorkflowDefinition? Read(YamlNode root, DiagnosticBag diagnostics)
    {
        if (root is not YamlMap map)
        {
            diagnostics.Error(DiagnosticCodes.NotAMap, root.Position, $"A workflow is a map of keys, not {root.Kind}.", "Begin with `name:` and `steps:`.");
            return null;
        }

        var reader = new MapReader(map, "a workflow", diagnostics);
        reader.RejectUnknown("name", "description", "inputs", "defaults", "models", "model_limits", "budget", "steps", "on_failure", "finally", "outputs");
        var name = ReadName(reader);
        var steps = reader.Required("steps", "Write `steps:` and a list of steps.");
        var definition = new WorkflowDefinition
        {
            Name = name,
            Position = map.Position,
            Description = reader.Text("description")?.Text,
            Inputs = InputsReader.Read(reader.Node("inputs"), diagnostics),
            Defaults = DefaultsReader.Read(reader.Node("defaults"), diagnostics),
            Steps = StepsReader.Read(steps, "steps", diagnostics) ?? new StepsDefinition(map.Position, []),
            OnFailure = StepsReader.Read(reader.Node("on_failure"), "on_failure", diagnostics),
            Finally = StepsReader.Read(reader.Node("finally"), "finally", diagnostics),
            Outputs = reader.Node("outputs"),
            Models = ModelsReader.Models(reader.Node("models"), diagnostics),
            ModelLimits = ModelsReader.Limits(reader.Node("model_limits"), diagnostics),
            Budget = ModelsReader.Budget(reader.Node("budget"), diagnostics),
        };
        return definition;
    }

    private static string ReadName(MapReader reader)
    {
        reader.Required("name", "Write `name: my-workflow`.");
        if (reader.Text("name") is not { } scalar)
        {
            return "unnamed";
        }

        var name = scalar.Text;
        var fits = name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= LanguageLimits.NameBytes
            && char.IsAsciiLetterOrDigit(name[0])
            && name.All(static character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.');
        if (!fits)
        {
            reader.Diagnostics.Error(DiagnosticCodes.BadWorkflowName, scalar.Position, $"`{name}` cannot be a workflow's name.", "Use up to 255 letters, digits, `-`, `_` and `.`, beginning with a letter or digit.");
        }

        return name;
    }
}
