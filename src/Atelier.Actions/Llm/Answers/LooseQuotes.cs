using System.Globalization;
using System.Text;

namespace Atelier.Actions.Llm.Answers;

/// <summary>Where a quoted text stands; decides which characters may follow its end.</summary>
internal enum QuotedPlace
{
    Key,
    Member,
    Element,
}

/// <summary>
/// Reads quoted texts as models write them: single, typographic, triple and backtick quotes, raw line breaks, inner quotes that are not
/// escaped. A text whose end could be in two places is refused, not guessed.
/// </summary>
internal static class LooseQuotes
{
    private const string Triple = "\"\"\"";

    /// <summary>What may close a text that begins with this character; null: it begins none.</summary>
    public static string? Closers(char open) => open switch
    {
        '"' => "\"",
        '\'' => "'",
        '`' => "`",
        '\u201C' or '\u201D' or '\u201E' => "\u201D\u201C\"",
        '\u2018' or '\u2019' => "\u2019\u2018'",
        _ => null,
    };

    /// <summary>Reads the text at the place; false with a refusal noted.</summary>
    public static bool TryRead(LooseText at, QuotedPlace place, out string value)
    {
        value = string.Empty;
        if (at.StartsWith(Triple))
        {
            return TryReadTriple(at, out value);
        }

        var open = at.Current;
        var closers = Closers(open)!;
        if (open != '"')
        {
            at.Mend("quotes");
        }

        var result = new StringBuilder();
        var quoting = false;
        for (at.At++; !at.AtEnd; at.At++)
        {
            var c = at.Current;
            if (c == '\\')
            {
                if (!TryReadEscape(at, result))
                {
                    return false;
                }
            }
            else if (closers.Contains(c, StringComparison.Ordinal))
            {
                if (Closes(at, place))
                {
                    at.At++;
                    value = result.ToString();
                    return !quoting || at.Refuse("it cannot be told which quote ends a text");
                }

                // Inner quotes come in pairs around words; an apostrophe is none of a pair.
                if (!IsApostrophe(at))
                {
                    quoting = !quoting;
                    if (!(quoting ? Opens(at, result.Length) : Ends(at)))
                    {
                        return at.Refuse("it cannot be told which quote ends a text");
                    }
                }

                at.Mend("quotes within a text");
                result.Append(c);
            }
            else
            {
                if (c < ' ')
                {
                    at.Mend("line breaks within a text");
                }

                result.Append(c);
            }
        }

        return at.Refuse("the answer ends within a text");
    }

    private static bool TryReadTriple(LooseText at, out string value)
    {
        var begin = at.At + Triple.Length;
        var end = at.Text.IndexOf(Triple, begin, StringComparison.Ordinal);
        value = end < 0 ? string.Empty : at.Text[begin..end];
        at.Mend("quotes");
        at.At = end + Triple.Length;
        return end >= 0 || at.Refuse("the answer ends within a text");
    }

    private static bool IsApostrophe(LooseText at) =>
        at.Current is '\'' or '\u2019' && at.At > 0 && char.IsLetterOrDigit(at.Text[at.At - 1]) && char.IsLetterOrDigit(Next(at));

    // `say "yes` but not `"A" + "B`: before it space or an opening bracket, behind it a word.
    private static bool Opens(LooseText at, int length) =>
        (length == 0 || char.IsWhiteSpace(at.Text[at.At - 1]) || at.Text[at.At - 1] is '(' or '[' or '-' or '\u2014') && char.IsLetterOrDigit(Next(at));

    private static bool Ends(LooseText at) => !char.IsWhiteSpace(at.Text[at.At - 1]) && !char.IsLetterOrDigit(Next(at));

    private static char Next(LooseText at) => at.At + 1 < at.Text.Length ? at.Text[at.At + 1] : '\0';

    // A closing quote is followed by what can follow a text in its place: {"a": "He said "no", then left", "b": 1}.
    private static bool Closes(LooseText at, QuotedPlace place)
    {
        var next = at.After(at.At + 1);
        if (place == QuotedPlace.Key)
        {
            return at.IsColon(next);
        }

        if (next >= at.Text.Length)
        {
            return true;
        }

        var c = at.Text[next];
        var beyond = c == ',' ? at.After(next + 1) : next;
        var gap = at.Text.AsSpan(at.At + 1, next - at.At - 1);
        if (place == QuotedPlace.Member)
        {
            return c == '}' || (c == ',' && (beyond >= at.Text.Length || at.Text[beyond] == '}' || at.IsKey(beyond))) || (gap.Length > 0 && at.IsKey(next));
        }

        return c == ']' || (c == ',' && (beyond >= at.Text.Length || IsValueStart(at, beyond))) || (gap.Contains('\n') && IsValueStart(at, next) && c != ',');
    }

    private static bool IsValueStart(LooseText at, int index)
    {
        var c = at.Text[index];
        if (c is ']' or '[' or '{' or '-' or '/' or '#' || char.IsAsciiDigit(c) || Closers(c) is not null)
        {
            return true;
        }

        var word = at.WordEnd(index);
        return word > index && LooseJson.IsLiteral(at.Text[index..word]);
    }

    private static bool TryReadEscape(LooseText at, StringBuilder result)
    {
        at.At++;
        switch (at.Current)
        {
            case '"' or '\\' or '/':
                result.Append(at.Current);
                return true;
            case 'n':
                result.Append('\n');
                return true;
            case 't':
                result.Append('\t');
                return true;
            case 'r':
                result.Append('\r');
                return true;
            case 'b':
                result.Append('\b');
                return true;
            case 'f':
                result.Append('\f');
                return true;
            case 'u' or 'x':
                return TryReadCode(at, at.Current == 'u' ? 4 : 2, result);
            case '\0' when at.AtEnd:
                return at.Refuse("the answer ends within a text");
            case '\'' or '`':
                at.Mend("escapes");
                result.Append(at.Current);
                return true;
            default:
                // \alpha of a formula: what stands there is kept as it stands.
                at.Mend("escapes");
                result.Append('\\').Append(at.Current);
                return true;
        }
    }

    private static bool TryReadCode(LooseText at, int digits, StringBuilder result)
    {
        if (at.At + digits >= at.Text.Length || !int.TryParse(at.Text.AsSpan(at.At + 1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return at.Refuse("an escape in a text is broken");
        }

        if (digits == 2)
        {
            at.Mend("escapes");
        }

        result.Append((char)code);
        at.At += digits;
        return true;
    }
}
