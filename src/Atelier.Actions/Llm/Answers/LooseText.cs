namespace Atelier.Actions.Llm.Answers;

/// <summary>A place in a text that nearly is JSON: white space, comments and what comes next.</summary>
internal sealed class LooseText(string text, int start, bool mayClose = true)
{
    private readonly SortedSet<string> _repairs = new(StringComparer.Ordinal);

    public string Text => text;

    /// <summary>Whether brackets that are missing at the end may be closed; not, when the answer is known to be cut off.</summary>
    public bool MayClose => mayClose;

    /// <summary>The next character's index.</summary>
    public int At { get; set; } = start;

    public bool AtEnd => At >= text.Length;

    public char Current => At < text.Length ? text[At] : '\0';

    /// <summary>What was mended, in words.</summary>
    public IReadOnlyCollection<string> Repairs => _repairs;

    /// <summary>Why it cannot be read; null so far.</summary>
    public string? Refusal { get; private set; }

    public void Mend(string what) => _repairs.Add(what);

    /// <summary>Notes the first reason, and is false, so that readers can return it.</summary>
    public bool Refuse(string why)
    {
        Refusal ??= why;
        return false;
    }

    /// <summary>Goes over white space and comments.</summary>
    public void Skip()
    {
        var next = After(At, out var comment);
        if (comment)
        {
            Mend("comments");
        }

        At = next;
    }

    /// <summary>The index behind the white space and comments that begin at <paramref name="index"/>.</summary>
    public int After(int index) => After(index, out _);

    public bool StartsWith(string what) => string.CompareOrdinal(text, At, what, 0, what.Length) == 0;

    /// <summary>Whether a member's name and its colon stand at <paramref name="index"/>.</summary>
    public bool IsKey(int index)
    {
        const int LongestKey = 200;
        if (index >= text.Length)
        {
            return false;
        }

        if (LooseQuotes.Closers(text[index]) is { } closers)
        {
            for (var end = index + 1; end < text.Length && end - index < LongestKey && text[end] is not '\n'; end++)
            {
                if (closers.Contains(text[end], StringComparison.Ordinal))
                {
                    return IsColon(After(end + 1));
                }
            }

            return false;
        }

        var word = WordEnd(index);
        return word > index && IsColon(After(word));
    }

    /// <summary>Whether <c>:</c>, <c>=</c> or <c>=&gt;</c> stands at the index.</summary>
    public bool IsColon(int index) => index < text.Length && text[index] is ':' or '=';

    /// <summary>The index behind the identifier that begins at <paramref name="index"/>; the same index: none does.</summary>
    public int WordEnd(int index)
    {
        var end = index;
        while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '_' or '$' || (end > index && (char.IsDigit(text[end]) || text[end] == '-'))))
        {
            end++;
        }

        return end;
    }

    private int After(int index, out bool comment)
    {
        comment = false;
        for (; index < text.Length; index++)
        {
            if (char.IsWhiteSpace(text[index]) || text[index] is '\uFEFF' or '\u200B' or '\u2060')
            {
                continue;
            }

            var end = text[index] == '#' || string.CompareOrdinal(text, index, "//", 0, 2) == 0 ? text.IndexOf('\n', index)
                : string.CompareOrdinal(text, index, "/*", 0, 2) == 0 ? text.IndexOf("*/", index + 2, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : -1
                : index - 1;
            if (end == index - 1)
            {
                return index;
            }

            comment = true;
            if (end < 0)
            {
                return text.Length;
            }

            index = end;
        }

        return index;
    }
}
