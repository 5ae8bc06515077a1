using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Answers;

/// <summary>
/// Reads a value that nearly is JSON: trailing and missing commas, comments, Python and JavaScript literals, unquoted names, brackets that
/// were not closed. What is read stands in the text; where something is missing or has two readings, it is refused.
/// </summary>
internal static class LooseJson
{
    private const int MaxDepth = 64;

    /// <summary>Whether a bare word stands for a JSON literal in some language.</summary>
    public static bool IsLiteral(string word) => word is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" || IsNull(word);

    /// <summary>Reads the value at the place; false with the refusal noted in <paramref name="at"/>.</summary>
    public static bool TryRead(LooseText at, out JsonNode? value) => TryReadValue(at, QuotedPlace.Element, 0, out value);

    private static bool IsNull(string word) => word is "null" or "Null" or "NULL" or "None" or "nil" or "undefined" or "NaN" or "nan";

    private static bool TryReadValue(LooseText at, QuotedPlace place, int depth, out JsonNode? value)
    {
        value = null;
        if (depth > MaxDepth)
        {
            return at.Refuse($"it is nested more than {MaxDepth} deep");
        }

        switch (at.Current)
        {
            case '{':
                return TryReadObject(at, depth, out value);
            case '[':
                return TryReadArray(at, depth, out value);
            case var c when LooseQuotes.Closers(c) is not null:
                var read = LooseQuotes.TryRead(at, place, out var text);
                value = JsonValue.Create(text);
                return read;
            case '-' or '+' or '.' or (>= '0' and <= '9'):
                return LooseNumber.TryRead(at, out value);
            default:
                return TryReadWord(at, out value);
        }
    }

    private static bool TryReadObject(LooseText at, int depth, out JsonNode? value)
    {
        var result = new JsonObject();
        value = result;
        at.At++;
        at.Skip();
        for (var ended = at.Current == '}'; !ended;)
        {
            if (!TryReadKey(at, out var name) || !TryReadValue(at, QuotedPlace.Member, depth + 1, out var member))
            {
                return false;
            }

            if (result.TryGetPropertyValue(name, out var earlier))
            {
                if (!JsonNode.DeepEquals(earlier, member))
                {
                    return at.Refuse($"`{name}` stands there twice, with different values");
                }

                at.Mend("doubled members");
            }

            result[name] = member;
            if (!TryReadSeparator(at, '}', out ended))
            {
                return false;
            }
        }

        at.At = Math.Min(at.At + 1, at.Text.Length);
        return true;
    }

    private static bool TryReadArray(LooseText at, int depth, out JsonNode? value)
    {
        var result = new JsonArray();
        value = result;
        at.At++;
        at.Skip();
        for (var ended = at.Current == ']'; !ended;)
        {
            if (!TryReadValue(at, QuotedPlace.Element, depth + 1, out var element))
            {
                return false;
            }

            result.Add(element);
            if (!TryReadSeparator(at, ']', out ended))
            {
                return false;
            }
        }

        at.At = Math.Min(at.At + 1, at.Text.Length);
        return true;
    }

    private static bool TryReadKey(LooseText at, out string name)
    {
        name = string.Empty;
        if (LooseQuotes.Closers(at.Current) is not null)
        {
            if (!LooseQuotes.TryRead(at, QuotedPlace.Key, out name))
            {
                return false;
            }
        }
        else
        {
            var end = at.WordEnd(at.At);
            if (end == at.At)
            {
                return at.Refuse(Unexpected(at, "a member's name"));
            }

            name = at.Text[at.At..end];
            at.At = end;
            at.Mend("names without quotes");
        }

        at.Skip();
        if (!at.IsColon(at.At))
        {
            return at.Refuse(at.AtEnd ? "the answer is cut off" : Unexpected(at, $"`:` after `{name}`"));
        }

        if (at.Current == '=')
        {
            at.Mend("`=` for `:`");
        }

        at.At += at.StartsWith("=>") ? 2 : 1;
        at.Skip();
        return true;
    }

    // After the last value a comma may be too many, between two it may be missing, and the bracket may be missing at the end of the answer.
    private static bool TryReadSeparator(LooseText at, char close, out bool ended)
    {
        var before = at.At;
        at.Skip();
        ended = at.Current == close;
        if (ended)
        {
            return true;
        }

        if (at.AtEnd)
        {
            // `"tags": ["sea"` may be closed: a value that was begun would have been refused as cut off.
            ended = true;
            at.Mend("a missing closing bracket");
            return at.MayClose || at.Refuse("the answer is cut off");
        }

        if (at.Current == ',')
        {
            at.At++;
            at.Skip();
            ended = at.Current == close;
            if (ended)
            {
                at.Mend("a trailing comma");
            }

            return !at.AtEnd || at.Refuse("the answer is cut off");
        }

        var missing = at.At > before && (close == '}' ? at.IsKey(at.At) : at.Text.AsSpan(before, at.At - before).Contains('\n') && (LooseQuotes.Closers(at.Current) is not null || at.Current is '{' or '['));
        if (missing)
        {
            at.Mend("a missing comma");
        }

        return missing || at.Refuse(Unexpected(at, $"`,` or `{close}`"));
    }

    private static bool TryReadWord(LooseText at, out JsonNode? value)
    {
        value = null;
        var end = at.WordEnd(at.At);
        if (end == at.At)
        {
            return at.Refuse(at.AtEnd ? "the answer is cut off" : Unexpected(at, "a value"));
        }

        var word = at.Text[at.At..end];
        var next = at.After(end);
        if (next >= at.Text.Length)
        {
            return at.Refuse("the answer is cut off");
        }

        if (at.Text[next] is not (',' or '}' or ']') && !at.IsKey(next))
        {
            return at.Refuse(Unexpected(at, "a value"));
        }

        if (word is "Infinity" or "inf")
        {
            return at.Refuse("JSON has no infinite numbers");
        }

        at.At = end;
        if (word is not ("true" or "false" or "null"))
        {
            at.Mend(IsLiteral(word) ? $"`{word}`" : "texts without quotes");
        }

        value = IsNull(word) ? null : IsLiteral(word) ? JsonValue.Create(word[0] is 't' or 'T') : JsonValue.Create(word);
        return true;
    }

    private static string Unexpected(LooseText at, string wanted)
    {
        var rest = at.Text.AsSpan(at.At, Math.Min(12, at.Text.Length - at.At)).ToString().ReplaceLineEndings(" ");
        return at.AtEnd ? "the answer is cut off" : $"`{rest}` stands where {wanted} is expected";
    }
}
