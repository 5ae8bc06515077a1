using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Answers;

/// <summary>What an answer was read as.</summary>
/// <param name="Value">The value that fits the schema; null with <paramref name="Mistake"/>, and for JSON's null.</param>
/// <param name="Repairs">What was mended, in words; empty: the answer was as asked.</param>
/// <param name="Mistake">Why there is no value: a clause for the model and for people; null: there is one.</param>
internal sealed record StructuredAnswer(JsonNode? Value, IReadOnlyList<string> Repairs, string? Mistake)
{
    private const int MaxLength = 1 << 20;

    /// <summary>
    /// Reads the one value in an answer that fits the schema. Mends form alone: a value that does not stand in the text never comes out, and of two that fit none is taken.
    /// </summary>
    public static StructuredAnswer Read(string answer, JsonNode schema, bool isCut)
    {
        if (answer.Length > MaxLength)
        {
            return Refused($"the answer is longer than {MaxLength} characters");
        }

        List<string> refusals = [];
        List<string>? mistakes = null;
        foreach (var stage in AnswerText.Stages(answer, isCut, refusals))
        {
            List<StructuredAnswer> fitting = [];
            foreach (var candidate in stage)
            {
                if (TryFit(candidate, schema, out var fitted, out var wrong))
                {
                    if (!fitting.Exists(other => JsonNode.DeepEquals(other.Value, fitted.Value)))
                    {
                        fitting.Add(fitted);
                    }
                }
                else if (mistakes is null || wrong.Count < mistakes.Count)
                {
                    mistakes = wrong;
                }
            }

            if (fitting.Count > 0)
            {
                return fitting.Count == 1 ? fitting[0] : Refused($"it holds {fitting.Count} different values that fit; answer with one");
            }
        }

        return Refused(mistakes is { Count: > 0 } ? string.Join("; ", mistakes.Take(5)) : refusals.Count > 0 ? refusals[0] : "it holds no JSON");
    }

    private static StructuredAnswer Refused(string mistake) => new(null, [], mistake);

    // As it stands first; then with lossless changes of form; then without a wrapping that the schema knows nothing of.
    private static bool TryFit(AnswerValue candidate, JsonNode schema, out StructuredAnswer fitted, out List<string> mistakes)
    {
        mistakes = [];
        foreach (var (value, wrapping) in Unwrapped(candidate.Value, schema))
        {
            foreach (var mend in (bool[])[false, true])
            {
                var fit = new SchemaFit(schema, mend);
                var result = fit.Fit(value);
                if (fit.Mistakes.Count == 0)
                {
                    fitted = new StructuredAnswer(result, [.. candidate.Repairs.Concat(wrapping is null ? [] : [wrapping]).Concat(fit.Repairs).Distinct()], null);
                    return true;
                }

                if (mistakes.Count == 0 || (wrapping is null && mend))
                {
                    mistakes = fit.Mistakes;
                }
            }
        }

        fitted = Refused(string.Empty);
        return false;
    }

    private static IEnumerable<(JsonNode? Value, string? Wrapping)> Unwrapped(JsonNode? value, JsonNode schema)
    {
        yield return (value, null);
        switch (value)
        {
            case JsonArray { Count: 1 } list when list[0] is JsonObject only:
                yield return (only, "a list around");
                break;
            case JsonObject { Count: 1 } wrapper when wrapper.First().Value is JsonObject or JsonArray && !IsProperty(schema, wrapper.First().Key):
                yield return (wrapper.First().Value, "a member around");
                break;
            case JsonValue text when SchemaBounds.TextOf(text) is { } content && AnswerText.TryStrict(content, out var inner) && inner is JsonObject or JsonArray:
                yield return (inner, "JSON within a text");
                break;
        }
    }

    private static bool IsProperty(JsonNode schema, string name) => schema["properties"] is JsonObject properties && properties.ContainsKey(name);
}
