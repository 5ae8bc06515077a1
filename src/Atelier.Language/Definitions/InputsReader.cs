using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Atelier.Language.Cel.Syntax;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Reads <c>inputs: { folder: { type: path, default: ./paintings } }</c>.</summary>
internal static class InputsReader
{
    private static readonly (string Name, InputType Type)[] Types =
    [
        ("string", InputType.String), ("integer", InputType.Integer), ("number", InputType.Number), ("boolean", InputType.Boolean), ("path", InputType.Path),
        ("secret", InputType.Secret), ("list", InputType.List), ("object", InputType.Object), ("enum", InputType.Enum),
    ];

    public static ImmutableArray<InputPlan> Read(YamlNode? node, DiagnosticBag diagnostics)
    {
        if (node is null or YamlScalar { IsNull: true } || MapReader.Of(node, "`inputs`", diagnostics) is not { } reader)
        {
            return [];
        }

        return [.. reader.Map.Members.Select(member => ReadInput(member, diagnostics)).OfType<InputPlan>()];
    }

    private static InputPlan? ReadInput(YamlMember member, DiagnosticBag diagnostics)
    {
        if (!CelWords.IsName(member.Name))
        {
            diagnostics.Error(DiagnosticCodes.BadId, member.Key.Position, $"`{member.Name}` cannot be the name of an input.", "Use letters, digits and `_`, beginning with a letter, and no reserved word.");
        }

        if (member.Value is YamlScalar { Type: ScalarType.Text } bare && Types.Any(type => type.Name == bare.Text))
        {
            diagnostics.Error(DiagnosticCodes.WrongKind, bare.Position, $"An input is a map of keys, not {bare.Kind}.", $"Write `{member.Name}: {{ type: {bare.Text} }}`.");
            return null;
        }

        if (MapReader.Of(member.Value, "an input", diagnostics) is not { } reader)
        {
            return null;
        }

        reader.RejectUnknown("type", "description", "required", "default", "min", "max", "pattern", "values", "items");
        reader.Required("type", $"It is one of {string.Join(", ", Types.Select(static type => type.Name))}.");
        if (reader.Choice("type", Types) is not { } inputType)
        {
            // Known by name, so that reading it is no second mistake.
            return new InputPlan { Name = member.Name, Type = InputType.Object, Position = member.Key.Position };
        }

        var hasDefault = reader.Node("default") is { } standard and not YamlScalar { IsNull: true };
        var input = new InputPlan
        {
            Name = member.Name,
            Type = inputType,
            Position = member.Key.Position,
            Description = reader.Text("description")?.Text,
            Required = reader.Boolean("required") ?? !reader.Has("default"),
            Default = hasDefault ? YamlJson.ToElement(reader.Node("default")!) : null,
            Min = reader.Number("min"),
            Max = reader.Number("max"),
            Pattern = reader.Text("pattern")?.Text,
            Values = ReadValues(reader, inputType),
            Items = reader.Node("items") is YamlMap items ? YamlJson.ToNode(items) as JsonObject : null,
        };
        InputRules.Check(input, reader);
        return input;
    }

    private static IReadOnlyList<string> ReadValues(MapReader reader, InputType type)
    {
        if (type == InputType.Enum)
        {
            reader.Required("values", "List what it can be: `values: [small, large]`.");
        }

        return reader.Texts("values") is { } values ? [.. values.Select(static value => value.Text)] : [];
    }
}
