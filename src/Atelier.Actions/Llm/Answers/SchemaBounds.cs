using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Llm.Answers;

/// <summary>What a JSON Schema says of single values: their type, length, range and pattern.</summary>
internal static class SchemaBounds
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromMilliseconds(250);

    /// <summary>Whether the value is of the schema's type.</summary>
    public static bool Is(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => TextOf(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => value?.GetValueKind() == JsonValueKind.Number,
        "integer" => value?.GetValueKind() == JsonValueKind.Number && Number(value) is var number && Math.Floor(number) == number,
        _ => false,
    };

    /// <summary>The type's name for people.</summary>
    public static string NameOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "a boolean",
        JsonValueKind.Number => "a number",
        JsonValueKind.String => "a string",
        JsonValueKind.Array => "an array",
        _ => "an object",
    };

    /// <summary>The text of a text; null for every other value.</summary>
    public static string? TextOf(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>Checks the bounds of a text or number.</summary>
    public static void Check(JsonValue value, JsonObject schema, Action<string> wrong)
    {
        if (TextOf(value) is { } text)
        {
            CheckText(text, schema, wrong);
        }
        else if (value.GetValueKind() == JsonValueKind.Number)
        {
            CheckNumber(Number(value), schema, wrong);
        }
    }

    /// <summary>Checks how many elements there are, and that none is there twice where that is asked.</summary>
    public static void CheckLength(JsonArray elements, JsonObject schema, Action<string> wrong)
    {
        if (Bound(schema, "minItems") is { } least && elements.Count < least)
        {
            wrong($"has {elements.Count} elements, at least {least} are asked");
        }

        if (Bound(schema, "maxItems") is { } most && elements.Count > most)
        {
            wrong($"has {elements.Count} elements, at most {most} are allowed");
        }

        if (schema["uniqueItems"]?.GetValueKind() == JsonValueKind.True
            && elements.Where((one, index) => elements.Take(index).Any(other => JsonNode.DeepEquals(one, other))).Any())
        {
            wrong("has an element twice");
        }
    }

    private static void CheckText(string text, JsonObject schema, Action<string> wrong)
    {
        var length = text.EnumerateRunes().Count();
        if (Bound(schema, "minLength") is { } least && length < least)
        {
            wrong($"has {length} characters, at least {least} are asked");
        }

        if (Bound(schema, "maxLength") is { } most && length > most)
        {
            wrong($"has {length} characters, at most {most} are allowed");
        }

        if (TextOf(schema["pattern"]) is { } pattern && !Matches(text, pattern))
        {
            wrong($"does not match `{pattern}`");
        }
    }

    private static void CheckNumber(double number, JsonObject schema, Action<string> wrong)
    {
        foreach (var (word, holds) in (IEnumerable<(string, Func<double, bool>)>)
        [
            ("minimum", bound => number >= bound),
            ("maximum", bound => number <= bound),
            ("exclusiveMinimum", bound => number > bound),
            ("exclusiveMaximum", bound => number < bound),
            ("multipleOf", bound => Math.Abs((number / bound) - Math.Round(number / bound)) < 1e-9),
        ])
        {
            if (Bound(schema, word) is { } bound && !holds(bound))
            {
                wrong($"is {number}, which `{word}: {bound}` does not allow");
            }
        }
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant, PatternTime);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static double? Bound(JsonObject schema, string word) => schema[word] is JsonValue bound && bound.GetValueKind() == JsonValueKind.Number ? Number(bound) : null;

    private static double Number(JsonNode value) => value.Deserialize<double>();
}
