using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Llm.Answers;

/// <summary>The JSON Schemas that answers can be held against. Others are refused before anything is asked: a rule that is not checked would be a promise.</summary>
internal static class AnswerSchema
{
    private static readonly string[] Types = ["null", "object", "array", "string", "boolean", "number", "integer"];
    private static readonly string[] Notes = ["$schema", "$id", "$comment", "title", "description", "default", "examples", "deprecated", "format", "contentMediaType", "contentEncoding"];
    private static readonly string[] Values = ["enum", "const", "required"];
    private static readonly string[] Numbers = ["minItems", "maxItems", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"];
    private static readonly string[] Lists = ["anyOf", "oneOf", "allOf", "prefixItems"];
    private static readonly string[] Inner = ["items", "additionalProperties", "not"];
    private static readonly string[] Maps = ["properties", "$defs", "definitions"];

    /// <summary>What is wrong with the schema, with its place; null: it can be used.</summary>
    public static string? Mistake(JsonNode? schema) =>
        schema is JsonObject ? Mistake(schema, schema, string.Empty) : "the schema is no object";

    /// <summary>Where <c>#/$defs/name</c> points to; null: nowhere.</summary>
    public static JsonNode? Resolve(JsonNode root, string reference)
    {
        if (!reference.StartsWith('#'))
        {
            return null;
        }

        var node = root;
        foreach (var part in reference[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = (node as JsonObject)?[Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)];
        }

        return node;
    }

    private static string? Mistake(JsonNode root, JsonNode? schema, string path)
    {
        if (schema is JsonValue truth && truth.GetValueKind() is JsonValueKind.True or JsonValueKind.False)
        {
            return null;
        }

        return schema is JsonObject node
            ? node.Select(member => Mistake(root, member.Key, member.Value, $"{path}/{member.Key}")).FirstOrDefault(mistake => mistake is not null)
            : $"`{path}` is no schema";
    }

    private static string? Mistake(JsonNode root, string word, JsonNode? value, string path)
    {
        switch (word)
        {
            case "type":
                var types = value is JsonArray several ? [.. several.Select(SchemaBounds.TextOf)] : new[] { SchemaBounds.TextOf(value) };
                return types.Length > 0 && types.All(Types.Contains) ? null : $"`{path}` is none of {string.Join(", ", Types)}";
            case "pattern":
                return IsPattern(SchemaBounds.TextOf(value)) ? null : $"`{path}` is no regular expression";
            case "$ref":
                return SchemaBounds.TextOf(value) is { } reference && Resolve(root, reference) is not null ? null : $"`{path}` points to nothing in this schema";
            case "uniqueItems":
                return value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False ? null : $"`{path}` is no boolean";
            case "required":
                return value is JsonArray names && names.All(name => SchemaBounds.TextOf(name) is not null) ? null : $"`{path}` is no list of names";
            case "enum":
                return value is JsonArray { Count: > 0 } ? null : $"`{path}` is no list of values";
        }

        return Notes.Contains(word) || Values.Contains(word) ? null
            : Numbers.Contains(word) ? SchemaBounds.Is(value, "number") ? null : $"`{path}` is no number"
            : Inner.Contains(word) ? Mistake(root, value, path)
            : Lists.Contains(word) ? value is JsonArray { Count: > 0 } list ? list.Select((one, index) => Mistake(root, one, $"{path}/{index}")).FirstOrDefault(mistake => mistake is not null) : $"`{path}` is no list of schemas"
            : Maps.Contains(word) ? value is JsonObject map ? map.Select(one => Mistake(root, one.Value, $"{path}/{one.Key}")).FirstOrDefault(mistake => mistake is not null) : $"`{path}` is no map of schemas"
            : $"`{path}` is not checked here; leave it out";
    }

    private static bool IsPattern(string? pattern)
    {
        try
        {
            return pattern is not null && new Regex(pattern, RegexOptions.CultureInvariant) is not null;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
