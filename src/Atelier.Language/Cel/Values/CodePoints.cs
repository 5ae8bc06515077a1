namespace Atelier.Language.Cel.Values;

/// <summary>Strings counted and ordered by Unicode code points rather than by UTF-16 units.</summary>
internal static class CodePoints
{
    public static int Count(string text)
    {
        var count = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                count--;
            }
        }

        return count;
    }

    /// <summary>The UTF-16 offset of a code point, the length for the point after the last; -1 when there is no such point.</summary>
    public static int OffsetOf(string text, long index)
    {
        if (index < 0 || index > text.Length)
        {
            return -1;
        }

        var offset = 0;
        for (var left = index; left > 0; left--)
        {
            if (offset >= text.Length)
            {
                return -1;
            }

            offset += WidthAt(text, offset);
        }

        return offset;
    }

    /// <summary>The index of the code point at a UTF-16 offset.</summary>
    public static int IndexOf(string text, int offset)
    {
        var index = 0;
        for (var i = 0; i < offset; i += WidthAt(text, i))
        {
            index++;
        }

        return index;
    }

    public static int WidthAt(string text, int offset) =>
        char.IsHighSurrogate(text[offset]) && offset + 1 < text.Length && char.IsLowSurrogate(text[offset + 1]) ? 2 : 1;

    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        var same = left.AsSpan(0, length).CommonPrefixLength(right.AsSpan(0, length));
        if (same == length)
        {
            return left.Length.CompareTo(right.Length);
        }

        // Surrogates stand for points above U+FFFF, so they come after the units from U+E000 on.
        return Rank(left[same]).CompareTo(Rank(right[same]));
    }

    private static int Rank(char unit) => char.IsSurrogate(unit) ? unit + 0x10000 : unit;
}
