using System.Text.RegularExpressions;
using Atelier.Language.Inputs;
using Atelier.Language.Plans;
using Atelier.Language.Yaml;

namespace Atelier.Language.Definitions;

/// <summary>Checks that the rules of an input fit its type and that its default fits its rules.</summary>
internal static class InputRules
{
    private const int LongestPattern = 1000;

    public static void Check(InputPlan input, MapReader reader)
    {
        Only(reader, "min", input.Type is InputType.Integer or InputType.Number or InputType.String or InputType.List, input);
        Only(reader, "max", input.Type is InputType.Integer or InputType.Number or InputType.String or InputType.List, input);
        Only(reader, "pattern", input.Type is InputType.String, input);
        Only(reader, "values", input.Type is InputType.Enum, input);
        Only(reader, "items", input.Type is InputType.List or InputType.Object, input);
        Only(reader, "default", input.Type is not InputType.Secret, input);
        if (reader.Node("items") is { } items and not YamlMap)
        {
            reader.Wrong(items, "items", "a JSON Schema such as `{ type: string }`");
        }

        if (input.Min > input.Max)
        {
            reader.Diagnostics.Error(DiagnosticCodes.BadInputRule, reader.Node("max")!.Position, $"`max` of `{input.Name}` is less than its `min`.");
        }

        if (CheckPattern(input, reader))
        {
            CheckDefault(input, reader);
        }
    }

    private static void Only(MapReader reader, string key, bool fits, InputPlan input)
    {
        if (!fits && reader.Map.Find(key) is { } member)
        {
            reader.Diagnostics.Error(DiagnosticCodes.BadInputRule, member.Key.Position, $"`{key}` has no meaning for an input of type {input.Type.ToString().ToLowerInvariant()}.", "Remove it.");
        }
    }

    private static bool CheckPattern(InputPlan input, MapReader reader)
    {
        if (input.Pattern is null)
        {
            return true;
        }

        if (input.Pattern.Length > LongestPattern)
        {
            reader.Diagnostics.Error(DiagnosticCodes.BadPattern, reader.Node("pattern")!.Position, $"A pattern has at most {LongestPattern} characters.");
            return false;
        }

        try
        {
            _ = new Regex(input.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            reader.Diagnostics.Error(
                DiagnosticCodes.BadPattern,
                reader.Node("pattern")!.Position,
                $"`{input.Pattern}` is not a regular expression that can be used here.",
                exception is NotSupportedException ? "Leave out look-around, back-references and large counts." : null);
            return false;
        }
    }

    private static void CheckDefault(InputPlan input, MapReader reader)
    {
        if (input.Default is not { } value || reader.Node("default") is not { } node || input.Type == InputType.Secret)
        {
            return;
        }

        if (node is YamlScalar { Type: ScalarType.Text } text && text.Text.Contains("${", StringComparison.Ordinal))
        {
            reader.Diagnostics.Error(DiagnosticCodes.ExpressionNotAllowed, node.Position, $"The default of `{input.Name}` is a constant; it cannot hold an expression.");
            return;
        }

        if (InputValue.Check(input, value) is { } mistake)
        {
            reader.Diagnostics.Error(DiagnosticCodes.BadInputDefault, node.Position, $"The default of `{input.Name}` does not fit: {mistake.Message}.", mistake.Remedy);
        }
    }
}
