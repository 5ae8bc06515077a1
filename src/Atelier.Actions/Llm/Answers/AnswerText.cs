using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Llm.Answers;

/// <summary>A value that stands in an answer.</summary>
/// <param name="Value">As read; null for JSON's null.</param>
/// <param name="Repairs">What had to be mended to read it, in words.</param>
internal sealed record AnswerValue(JsonNode? Value, IReadOnlyCollection<string> Repairs);

/// <summary>
/// Finds the values in an answer, in stages: the whole text as JSON, what stands in code fences, what stands anywhere between other words. A
/// later stage is asked only when the earlier ones gave no value that fits.
/// </summary>
internal static partial class AnswerText
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>The stages, each with its values.</summary>
    /// <param name="answer">What the model wrote.</param>
    /// <param name="isCut">The model was stopped at its limit, so nothing may be closed in its place.</param>
    /// <param name="refusals">Receives why places could not be read.</param>
    public static IEnumerable<IReadOnlyList<AnswerValue>> Stages(string answer, bool isCut, List<string> refusals)
    {
        var text = WithoutThoughts(answer);
        if (text is null)
        {
            refusals.Add("the answer holds thoughts alone");
            yield break;
        }

        if (TryStrict(text, out var whole))
        {
            yield return [new AnswerValue(whole, [])];
            yield break;
        }

        var fenced = Fence().Matches(text).Select(match => match.Groups["body"].Value.Trim()).Where(body => body.Length > 0).ToList();
        yield return [.. fenced.SelectMany(body => Scan(body, isCut, refusals)).Select(value => With(value, "a code fence"))];
        yield return Scan(text, isCut, refusals);
        yield return Unmasked(text, isCut, refusals);
    }

    /// <summary>Reads strict JSON; two members of one name are none.</summary>
    public static bool TryStrict(string text, out JsonNode? value)
    {
        value = null;
        try
        {
            value = JsonNode.Parse(text, documentOptions: Strict);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // <think>...</think> of reasoning models: what is weighed there is not the answer. Null: nothing else is left.
    private static string? WithoutThoughts(string answer)
    {
        var text = answer.Trim().Trim('\uFEFF', '\u200B').Trim();
        var end = text.LastIndexOf("</think>", StringComparison.OrdinalIgnoreCase);
        if (end >= 0)
        {
            text = text[(end + "</think>".Length)..].Trim();
        }

        return text.Length == 0 || text.StartsWith("<think>", StringComparison.OrdinalIgnoreCase) ? null : text;
    }

    private static List<AnswerValue> Scan(string text, bool isCut, List<string> refusals)
    {
        List<AnswerValue> found = [];
        for (var start = text.AsSpan().IndexOfAny('{', '['); start >= 0;)
        {
            var at = new LooseText(text, start, mayClose: !isCut);
            var end = at.At;
            if (LooseJson.TryRead(at, out var value))
            {
                end = at.At;
                found.Add(new AnswerValue(value, start > 0 || text[end..].Any(c => !char.IsWhiteSpace(c)) ? [.. at.Repairs, "words around"] : [.. at.Repairs]));
            }
            else
            {
                refusals.Add(at.Refusal!);
                end = Balanced(text, start);
                if (end < 0)
                {
                    // What stands inside a value that ends too early is a part of it, never the answer.
                    break;
                }
            }

            var next = end >= text.Length ? -1 : text.AsSpan(end).IndexOfAny('{', '[');
            start = next < 0 ? -1 : end + next;
        }

        return found;
    }

    // The index behind the bracket that closes the one at start; negative: none does.
    private static int Balanced(string text, int start)
    {
        var depth = 0;
        for (var index = start; index < text.Length; index++)
        {
            depth += text[index] is '{' or '[' ? 1 : text[index] is '}' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return index + 1;
            }
        }

        return -1;
    }

    // Whole texts in another clothing: without the first bracket (it was part of the prompt), escaped as for a string, as HTML.
    private static List<AnswerValue> Unmasked(string text, bool isCut, List<string> refusals)
    {
        if (text.Contains("{&quot;", StringComparison.Ordinal) || text.Contains("{ &quot;", StringComparison.Ordinal))
        {
            return [.. Scan(WebUtility.HtmlDecode(text), isCut, refusals).Select(value => With(value, "HTML entities"))];
        }

        if (Escaped().IsMatch(text) && TryStrict($"\"{text.ReplaceLineEndings("\\n")}\"", out var inner))
        {
            return [.. Scan(inner!.GetValue<string>(), isCut, refusals).Select(value => With(value, "escapes"))];
        }

        return text[0] is '"' && text[^1] is '}' && new LooseText(text, 0).IsKey(0)
            ? [.. Scan("{" + text, isCut, refusals).Select(value => With(value, "a missing opening bracket"))]
            : [];
    }

    private static AnswerValue With(AnswerValue value, string repair) => value with { Repairs = [.. value.Repairs, repair] };

    [GeneratedRegex(@"(?:```|~~~)[ \t]*[\w+-]*[ \t]*\r?\n?(?<body>.*?)(?:```|~~~)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^[{\[]\s*(?:\\n\s*)*\\""", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
