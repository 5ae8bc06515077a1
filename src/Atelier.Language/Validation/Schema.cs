using System.Text.Json.Nodes;

namespace Atelier.Language.Validation;

/// <summary>Reads JSON Schemas.</summary>
internal static class Schema
{
    private const int LongestChain = 32;

    /// <summary>The schema's rules with references followed; null when it allows everything.</summary>
    public static JsonObject? Resolve(JsonNode? schema, JsonNode root)
    {
        for (var followed = 0; followed < LongestChain; followed++)
        {
            if (schema is not JsonObject rules)
            {
                return null;
            }

            if (rules["$ref"]?.GetValue<string>() is not { } reference)
            {
                return rules;
            }

            schema = Follow(reference, root);
        }

        return null;
    }

    /// <summary>The types a schema names; empty when it names none.</summary>
    public static string[] Types(JsonObject rules) => rules["type"] switch
    {
        JsonArray types => [.. types.Select(static type => type!.GetValue<string>())],
        JsonValue type => [type.GetValue<string>()],
        _ => [],
    };

    /// <summary>True when a value that is of all <paramref name="types"/> may stand.</summary>
    public static bool Allows(JsonObject rules, string[] types) =>
        Types(rules) is not { Length: > 0 } allowed || allowed.Any(types.Contains);

    /// <summary>What may stand, with articles: <c>a text or a list</c>.</summary>
    public static string Describe(JsonObject rules)
    {
        var format = rules["format"]?.GetValue<string>();
        if (format is "artifact")
        {
            return "a file or picture that another step yields, written as an expression";
        }

        if (format is "rows")
        {
            return "a list, or the items of a block";
        }

        if (rules["enum"] is JsonArray choices)
        {
            return $"one of {string.Join(", ", choices.Where(static choice => choice is not null).Select(static choice => choice!.ToString()))}";
        }

        return string.Join(" or ", Types(rules).Where(static type => type != "null").Select(static type => type switch
        {
            "string" => "a text",
            "integer" => "an integer",
            "number" => "a number",
            "boolean" => "`true` or `false`",
            "array" => "a list",
            _ => "a map",
        }));
    }

    private static JsonNode? Follow(string reference, JsonNode root)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        JsonNode? at = root;
        foreach (var part in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            at = at switch
            {
                JsonObject map => map[name],
                JsonArray list when int.TryParse(name, out var index) && index < list.Count => list[index],
                _ => null,
            };
        }

        return at;
    }
}
