using System.Collections.Immutable;
using Atelier.Language.Definitions;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>
/// Reads the steps of a stage and of its flows. Every key of a step that is none of its own is a parameter, as in the short forms:
/// <c>{ "model": "rt-detr", "detect": ["bird"], "early_exit_if_none": true }</c>.
/// </summary>
internal sealed class RecipeStepReader(DiagnosticBag diagnostics)
{
    private static readonly string[] Own = ["model", "action", "parameters", "output_to", "conditional", "iterate_until", "max_iterations", "timeout_seconds", "continue_on_failure", "name", "description"];

    public IEnumerable<RecipeStep> ReadList(YamlNode? node, string key)
    {
        switch (node)
        {
            case null:
                return [];
            case YamlList list:
                return list.Items.SelectMany(Read).ToArray();
            default:
                diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`{key}` takes a list of steps, not {node.Kind}.");
                return [];
        }
    }

    /// <summary>Steps under conditions: <c>{ "condition": "...", "action": "what it is for", "steps": [...] }</c>.</summary>
    public IEnumerable<RecipeStep> ReadFlows(YamlNode? node)
    {
        if (node is null)
        {
            return [];
        }

        if (node is not YamlList list)
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`conditional_flows` takes a list of flows, not {node.Kind}.");
            return [];
        }

        return [.. list.Items.SelectMany(ReadFlow)];
    }

    /// <summary>The step, or the sub-steps of one whose <c>model</c> or <c>action</c> stands again; none, with the mistake told, when there is nothing to do.</summary>
    public IEnumerable<RecipeStep> Read(YamlNode node)
    {
        if (node is not YamlMap map)
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"A step is a map of keys, not {node.Kind}.");
            return [];
        }

        var parts = Split(map);
        if (parts.Count > 1)
        {
            var again = parts[1][0].Key;
            diagnostics.Warning(DiagnosticCodes.RecipeRepeatedKey, again.Position, $"The key `{again.Text}` stands twice in this object; it is read as {parts.Count} steps, one after the other.", "Write them as separate steps.");
        }

        return [.. parts.Select((members, index) => ReadOne(index == 0 ? map.Position : members[0].Key.Position, members)).OfType<RecipeStep>()];
    }

    private IEnumerable<RecipeStep> ReadFlow(YamlNode node)
    {
        if (MapReader.Of(node, "a flow", diagnostics) is not { } reader)
        {
            return [];
        }

        reader.RejectUnknown("condition", "action", "name", "description", "steps");
        reader.Required("condition", "Write `\"condition\": \"detected_objects.count > 0\"`.");
        var condition = reader.Text("condition");
        var steps = ReadList(reader.Required("steps", "Write `\"steps\": [...]`."), "steps").ToArray();
        return condition is null ? steps : steps.Select(step => step with { Conditions = step.Conditions.Insert(0, condition) });
    }

    // A second `model` or `action` begins another step; a key that such a step has already is a mistake.
    private List<List<YamlMember>> Split(YamlMap map)
    {
        var parts = new List<List<YamlMember>> { new() };
        foreach (var member in map.Members)
        {
            var current = parts[^1];
            if (current.Any(known => known.Name == member.Name))
            {
                if (member.Name is not ("model" or "action"))
                {
                    diagnostics.Error(DiagnosticCodes.RecipeRepeatedKey, member.Key.Position, $"The key `{member.Name}` stands twice in this step.", "Keep one of them.");
                    continue;
                }

                current = [];
                parts.Add(current);
            }

            current.Add(member);
        }

        return parts;
    }

    private RecipeStep? ReadOne(SourcePosition position, List<YamlMember> members)
    {
        var reader = new MapReader(new YamlMap(position, [.. members]), "a step", diagnostics);
        var model = reader.Text("model");
        var parameters = Parameters(reader);
        if (Action(reader, parameters) is not { } action)
        {
            return null;
        }

        var conditional = reader.Node("conditional") is { } node ? MapReader.Of(node, "`conditional`", diagnostics) : null;
        conditional?.RejectUnknown("if", "else");
        conditional?.Required("if", "Write `\"if\": \"detected_objects.count > 0\"`.");
        return new RecipeStep
        {
            Position = position,
            Model = model,
            Action = action,
            Parameters = parameters,
            OutputTo = reader.Text("output_to"),
            Conditions = conditional?.Text("if") is { } condition ? [condition] : [],
            Else = conditional?.Text("else"),
            IterateUntil = reader.Text("iterate_until"),
            MaxRounds = reader.Integer("max_iterations", 1, 100) is null ? null : reader.Node("max_iterations"),
            Timeout = RecipeReader.Seconds(reader, "timeout_seconds"),
            ContinueOnFailure = reader.Boolean("continue_on_failure") ?? false,
        };
    }

    private ImmutableArray<YamlMember> Parameters(MapReader reader)
    {
        var all = reader.Map.Members.Where(static member => !Own.Contains(member.Name)).ToList();
        if (reader.Node("parameters") is { } node && MapReader.Of(node, "`parameters`", diagnostics) is { } inner)
        {
            all.AddRange(inner.Map.Members);
        }

        foreach (var repeated in all.GroupBy(static member => member.Name, StringComparer.Ordinal).SelectMany(static same => same.Skip(1)))
        {
            diagnostics.Error(DiagnosticCodes.RecipeRepeatedKey, repeated.Key.Position, $"The parameter `{repeated.Name}` is given twice.", "Keep one of them.");
        }

        return [.. all.DistinctBy(static member => member.Name)];
    }

    // The short forms say what to do by a parameter.
    private YamlScalar? Action(MapReader reader, ImmutableArray<YamlMember> parameters)
    {
        if (reader.Has("action"))
        {
            return reader.Text("action");
        }

        foreach (var member in parameters)
        {
            var meant = member.Name switch { "detect" => "detect_objects", "prompt" or "prompt_template" => "describe", "labels" => "classify", _ => null };
            if (meant is not null)
            {
                return new YamlScalar(member.Key.Position, meant, ScalarForm.DoubleQuoted);
            }
        }

        diagnostics.Error(DiagnosticCodes.RecipeNoAction, reader.Map.Position, "This step says nothing to do.", "Give it `\"action\"`, or the short forms' `\"detect\"` or `\"prompt\"`.");
        return null;
    }
}
