using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Tests.Llm.Answers;

/// <summary>An answer as a model gives it, and the value that was meant; null: it must be refused.</summary>
/// <param name="Kind">What is wrong with it.</param>
/// <param name="Text">The answer.</param>
/// <param name="Meant">The value; null: none may come out.</param>
/// <param name="MayRefuse">Whether refusing is right too: the text has two readings.</param>
public sealed record BrokenAnswer(string Kind, string Text, JsonNode? Meant, bool MayRefuse = false);

/// <summary>The corpus: kinds of damage, each done to ten values, and answers written down by hand.</summary>
internal static partial class BrokenAnswers
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    public static JsonNode Schema { get; } = JsonNode.Parse("""
        {
          "type": "object",
          "properties": {
            "title": { "type": "string" },
            "year": { "type": "integer", "minimum": 1000, "maximum": 2100 },
            "score": { "type": "number" },
            "outdoor": { "type": "boolean" },
            "artist": { "type": ["string", "null"] },
            "tags": { "type": "array", "items": { "type": "string" } },
            "place": { "type": "object", "properties": { "city": { "type": "string" }, "floor": { "type": "integer" } }, "required": ["city", "floor"] }
          },
          "required": ["title", "year", "score", "outdoor", "artist", "tags", "place"]
        }
        """)!;

    public static IReadOnlyList<JsonNode> Values { get; } =
    [
        Value("Starry Night", 1889, 9.5, true, "Vincent van Gogh", ["sky", "stars"], "New York", 5),
        Value("Child's Play, a Winter", 1560, 7, false, null, ["it's cold", "snow"], "Vienna", 1),
        Value("The \"Great\" Wave", 1831, 8.25, true, "Hokusai", ["sea"], "Tokyo", -1),
        Value("Line one\nLine two\tend", 1905, 0.5, true, "Anon.", [], "Paris", 0),
        Value("Braces {x} and [y], a: b", 1923, 6.125, false, "Kandinsky", ["{", "]", "a, b"], "Munich", 3),
        Value("C:\\scans\\new", 1999, -2, false, null, ["path\\to"], "Bern", 2),
        Value("Größe und Weiß — “fein”", 1808, 3.75, true, "C. D. Friedrich", ["Nebel", "海"], "Köln", 4),
        Value("// no comment # here", 2001, 1e-3, true, null, ["/* x */", "#1"], "Oslo", 7),
        Value("True, None and null", 2020, 10, false, "NaN", ["true", "None"], "Rome", 12),
        Value("Don't 'quote' me", 1950, 4.5, true, "O'Keeffe", ["rock 'n' roll", "a"], "L'Aquila", 6),
    ];

    public static IEnumerable<BrokenAnswer> All() => Generated().Concat(ByHand());

    private static IEnumerable<BrokenAnswer> Generated() => Values.SelectMany(Of);

    private static IEnumerable<BrokenAnswer> Of(JsonNode value)
    {
        var json = value.ToJsonString(Plain);
        var lines = value.ToJsonString(Indented);
        yield return new("code fence", $"```json\n{lines}\n```", value);
        yield return new("fence without language, words around", $"Here is the metadata you asked for:\n\n```\n{json}\n```\nLet me know if I can help further!", value);
        yield return new("words around", $"Sure! The answer is {json} I hope this helps :)", value);
        yield return new("thoughts first", $"<think>\nMaybe {{\"title\": \"something else\"}}? No.\n</think>\n\n{json}", value);
        yield return new("trailing commas", TrailingComma().Replace(lines, ",$1"), value);
        yield return new("comments", Regex.Replace(lines, "\n", " // as seen\n", RegexOptions.None, TimeSpan.FromSeconds(1)) + " /* done */", value);
        yield return new("Python", Python(value), value, MayRefuse: true);
        yield return new("JavaScript", UnquotedKeys().Replace(lines, "$1$2:"), value);
        yield return new("typographic quotes", Typographic(value), value, MayRefuse: true);
        yield return new("raw line breaks in texts", json.Replace("\\\\", "\uE000", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\t", "\t", StringComparison.Ordinal).Replace("\uE000", "\\\\", StringComparison.Ordinal) + ".", value);
        yield return new("inner quotes not escaped", json.Replace("\\\"", "\"", StringComparison.Ordinal) + " ", value);
        yield return new("no last bracket", json[..^1], value);
        yield return new("no last brackets, after a number", json.TrimEnd('}'), null);
        yield return new("no first bracket", json[1..], value);
        yield return new("one bracket too many", json + "}", value);
        yield return new("JSON within a text", JsonSerializer.Serialize(json, Plain), value);
        yield return new("escaped as for a text", JsonSerializer.Serialize(json, Plain)[1..^1], value);
        yield return new("a member around", $"{{\"result\": {json}}}", value);
        yield return new("a list around", $"[{json}]", value);
        yield return new("numbers between quotes", Regex.Replace(json, "(\"(?:year|score|floor)\":)(-?[0-9.eE+-]+)", "$1\"$2\"", RegexOptions.None, TimeSpan.FromSeconds(1)), value);
        yield return new("missing commas between lines", lines.Replace(",\n", "\n", StringComparison.Ordinal), value);
        yield return new("members that were not asked", json[..^1] + ",\"confidence\":\"high\"}", WithConfidence(value));
        yield return new("cut within a text", json[..(json.IndexOf("\"title\":\"", StringComparison.Ordinal) + 12)], null);
        yield return new("cut after a comma", json[..(json.IndexOf("\"outdoor\"", StringComparison.Ordinal))], null);
        yield return new("cut within a number", json[..(json.IndexOf("\"floor\":", StringComparison.Ordinal) + 9)], null);
        yield return new("a list left out", Regex.Replace(json, "\"tags\":\\[.*\\],\"place\"", "\"tags\":[...],\"place\"", RegexOptions.None, TimeSpan.FromSeconds(1)), null);
        yield return new("two answers", $"{json}\nor rather\n{Changed(value)}", null);
        yield return new("a member missing", Without(value, "year"), null);
        yield return new("a wrong type", json.Replace("\"outdoor\":true", "\"outdoor\":\"perhaps\"", StringComparison.Ordinal).Replace("\"outdoor\":false", "\"outdoor\":\"perhaps\"", StringComparison.Ordinal), null);
    }

    private static JsonNode Value(string title, int year, double score, bool outdoor, string? artist, string[] tags, string city, int floor) => JsonNode.Parse(JsonSerializer.Serialize(
        new { title, year, score, outdoor, artist, tags, place = new { city, floor } }, Plain))!;

    private static JsonNode WithConfidence(JsonNode value)
    {
        var copy = value.DeepClone().AsObject();
        copy["confidence"] = "high";
        return copy;
    }

    private static string Changed(JsonNode value)
    {
        var copy = value.DeepClone().AsObject();
        copy["title"] = "another";
        return copy.ToJsonString(Plain);
    }

    private static string Without(JsonNode value, string name)
    {
        var copy = value.DeepClone().AsObject();
        copy.Remove(name);
        return copy.ToJsonString(Plain);
    }

    /// <summary>As <c>repr</c> writes it: single quotes unless the text holds one and no double quote.</summary>
    private static string Python(JsonNode? value) => value switch
    {
        null => "None",
        JsonObject members => "{" + string.Join(", ", members.Select(member => $"'{member.Key}': {Python(member.Value)}")) + "}",
        JsonArray elements => "[" + string.Join(", ", elements.Select(Python)) + "]",
        _ when value.GetValueKind() is JsonValueKind.True => "True",
        _ when value.GetValueKind() is JsonValueKind.False => "False",
        _ when value.GetValueKind() is JsonValueKind.String => Repr(value.GetValue<string>()),
        _ => value.ToJsonString(),
    };

    private static string Repr(string text)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        return text.Contains('\'') && !text.Contains('"') ? $"\"{escaped}\"" : $"'{escaped.Replace("'", "\\'", StringComparison.Ordinal)}'";
    }

    private static string Typographic(JsonNode value)
    {
        var result = new StringBuilder();
        var open = false;
        var json = value.ToJsonString(Plain);
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] == '"' && json[index - 1] != '\\')
            {
                open = !open;
                result.Append(open ? '“' : '”');
            }
            else
            {
                result.Append(json[index]);
            }
        }

        return result.ToString();
    }

    [GeneratedRegex("(\\n\\s*[}\\]])")]
    private static partial Regex TrailingComma();

    [GeneratedRegex("(?m)^(\\s*)\"(\\w+)\":")]
    private static partial Regex UnquotedKeys();
}
