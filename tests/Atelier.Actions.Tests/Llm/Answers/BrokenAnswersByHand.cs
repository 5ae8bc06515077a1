using System.Text.Json.Nodes;

namespace Atelier.Actions.Tests.Llm.Answers;

/// <summary>Answers as they were seen, with what is meant or why nothing may come out.</summary>
internal static partial class BrokenAnswers
{
    private const string Whole = """
        "score": 1, "outdoor": true, "artist": null, "tags": [], "place": {"city": "X", "floor": 1}
        """;

    private static IEnumerable<BrokenAnswer> ByHand()
    {
        yield return Kept("both quotes of a title", $"{{\"title\": \"He said \"yes\" and left\", \"year\": 1900, {Whole}}}", "He said \"yes\" and left");
        yield return Kept("quotes at the end of a title", $"{{\"title\": \"The so-called \"end\"\", \"year\": 1900, {Whole}}}", "The so-called \"end\"");
        yield return Kept("apostrophes in single quotes", $"{{'title': 'The boy's dog isn't here', 'year': 1900, {Whole}}}", "The boy's dog isn't here");
        yield return Kept("triple quotes", $"{{\"title\": \"\"\"A \"long\" one\"\"\", \"year\": 1900, {Whole}}}", "A \"long\" one");
        yield return Kept("backticks", $"{{title: `A`, year: 1900, {Whole}}}", "A");
        yield return Kept("an arrow for a colon", $"{{\"title\" => \"A\", \"year\" => 1900, {Whole}}}", "A");
        yield return Kept("a bare word", $"{{title: Haystacks, year: 1900, {Whole}}}", "Haystacks");
        yield return Kept("an unknown escape", $"{{\"title\": \"\\alpha it\\'s\", \"year\": 1900, {Whole},}}", "\\alpha it's");
        yield return Kept("a plus sign", $"{{\"title\": \"A\", \"year\": +1900, {Whole}}}", "A");
        yield return Kept("a member twice alike", $"{{\"title\": \"A\", \"title\": \"A\", \"year\": 1900, {Whole}}}", "A");
        yield return Kept("an assignment", $"const result = {{title: 'A', year: 1900, {Whole}}};", "A");
        yield return Kept("a tag around", $"<answer>{{\"title\": \"A\", \"year\": 1900, {Whole}}}</answer>", "A");
        yield return Kept("HTML", $"{{\"title\": \"A & B\", \"year\": 1900, {Whole}}}".Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal), "A & B");
        yield return Kept("a byte order mark", $"\uFEFF{{\"title\": \"A\", \"year\": 1900, {Whole}}}", "A");
        yield return Kept("another object before that does not fit", $"For example {{\"title\": \"...\"}}. Mine: {{\"title\": \"A\", \"year\": 1900, {Whole}}}", "A");
        yield return Kept("the same twice", $"{{\"title\": \"A\", \"year\": 1900, {Whole}}}\n\n```json\n{{\"title\": \"A\", \"year\": 1900, {Whole}}}\n```", "A");
        yield return Kept("braces in the words before", $"Using the {{template}} as told: {{\"title\": \"A\", \"year\": 1900, {Whole}}}", "A");
        yield return Kept("thoughts whose beginning is gone", $"so I say {{\"title\": \"B\"}}</think>{{\"title\": \"A\", \"year\": 1900, {Whole}}}", "A");
        yield return Kept("NaN where null may be", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("null", "NaN", StringComparison.Ordinal)}}}", "A");

        yield return Refused("nothing", "");
        yield return Refused("words", "I'm sorry, I cannot look at pictures.");
        yield return Refused("thoughts alone", "<think>The title may be {\"title\": \"A\"}");
        yield return Refused("NaN where a number must be", $"{{\"title\": \"A\", \"year\": NaN, {Whole}}}");
        yield return Refused("infinite", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("1,", "Infinity,", StringComparison.Ordinal)}}}");
        yield return Refused("a thousands comma", $"{{\"title\": \"A\", \"year\": 1,900, {Whole}}}");
        yield return Refused("a fraction", $"{{\"title\": \"A\", \"year\": 19/2, {Whole}}}");
        yield return Refused("percent", $"{{\"title\": \"A\", \"year\": 1900%, {Whole}}}");
        yield return Refused("a century for a year", $"{{\"title\": \"A\", \"year\": \"19th century\", {Whole}}}");
        yield return Refused("a leading zero", $"{{\"title\": \"A\", \"year\": 01900, {Whole}}}");
        yield return Refused("a member twice, different", $"{{\"title\": \"A\", \"title\": \"B\", \"year\": 1900, {Whole}}}");
        yield return Refused("an element left out", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("[]", "[\"a\",, \"b\"]", StringComparison.Ordinal)}}}");
        yield return Refused("and so on", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("[]", "[\"a\", ...]", StringComparison.Ordinal)}}}");
        yield return Refused("an odd inner quote", $"{{\"title\": \"A \"B\", \"year\": 1900, {Whole}}}");
        yield return Refused("quotes with two readings", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("[]", "[\"say \"a\", \"b\" now\"]", StringComparison.Ordinal)}}}");
        yield return Refused("the schema instead of an answer", Schema.ToJsonString());
        yield return Refused("YAML", "title: A\nyear: 1900\ntags: []");
        yield return Refused("an object within one that is cut off", $"{{\"items\": [{{\"title\": \"A\", \"year\": 1900, {Whole}}}, {{\"title\": \"B");
        yield return Refused("a call", $"{{\"title\": \"A\", \"year\": int(1900), {Whole}}}");
        yield return Refused("a sum", $"{{\"title\": \"A\" + \"B\", \"year\": 1900, {Whole}}}");
        yield return Refused("a broken escape", $"{{\"title\": \"A\\u12\", \"year\": 1900, {Whole},}}");
        yield return Refused("another bracket", $"{{\"title\": \"A\", \"year\": 1900, {Whole.Replace("[]", "[\"a\"}", StringComparison.Ordinal)}}}");
        yield return Refused("a key without a value", $"{{\"title\": \"A\", \"year\": , {Whole}}}");
    }

    private static BrokenAnswer Kept(string kind, string text, string title) => new(kind, text, JsonNode.Parse($$"""
        { "title": {{JsonValue.Create(title).ToJsonString()}}, "year": 1900, {{Whole}} }
        """));

    private static BrokenAnswer Refused(string kind, string text) => new(kind, text, null);
}
