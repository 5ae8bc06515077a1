using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Atelier.Language.Yaml;

namespace Atelier.Language.Validation;

/// <summary>Checks a constant against <c>enum</c>, <c>const</c>, ranges, lengths and patterns.</summary>
internal static class ScalarCheck
{
    public static void Check(YamlScalar scalar, JsonObject rules, string path, DiagnosticBag diagnostics)
    {
        if (rules["enum"] is JsonArray allowed && !scalar.IsNull && !allowed.Any(value => Text(value) == scalar.Text))
        {
            var names = allowed.Where(static value => value is not null).Select(Text).ToArray();
            diagnostics.Error(DiagnosticCodes.WithNotAllowed, scalar.Position, $"`{path}` cannot be `{scalar.Text}`; it is one of {NearNames.List(names)}.", NearNames.DidYouMean(scalar.Text, names));
            return;
        }

        if (scalar.Type is ScalarType.Integer or ScalarType.Number)
        {
            CheckRange(scalar, scalar.Number, rules["minimum"], rules["maximum"], path, string.Empty, diagnostics);
        }
        else if (scalar.Type == ScalarType.Text)
        {
            CheckRange(scalar, scalar.Text.Length, rules["minLength"], rules["maxLength"], path, " characters long", diagnostics);
            CheckPattern(scalar, rules["pattern"], path, diagnostics);
        }
    }

    private static void CheckRange(YamlScalar scalar, double value, JsonNode? least, JsonNode? most, string path, string unit, DiagnosticBag diagnostics)
    {
        if (Number(least) is { } minimum && value < minimum)
        {
            diagnostics.Error(DiagnosticCodes.WithOutOfRange, scalar.Position, $"`{path}` is {Show(value)}{unit}; the least is {Show(minimum)}.");
        }

        if (Number(most) is { } maximum && value > maximum)
        {
            diagnostics.Error(DiagnosticCodes.WithOutOfRange, scalar.Position, $"`{path}` is {Show(value)}{unit}; the most is {Show(maximum)}.");
        }
    }

    private static void CheckPattern(YamlScalar scalar, JsonNode? pattern, string path, DiagnosticBag diagnostics)
    {
        if (pattern is not JsonValue value || !value.TryGetValue<string>(out var text))
        {
            return;
        }

        try
        {
            if (!Regex.IsMatch(scalar.Text, text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            {
                diagnostics.Error(DiagnosticCodes.WithNotAllowed, scalar.Position, $"`{path}` does not match `{text}`.");
            }
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            // The action's own pattern; the action checks it when it runs.
        }
    }

    private static double? Number(JsonNode? node) =>
        node is JsonValue value && double.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : node?.ToJsonString() ?? "null";

    private static string Show(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
