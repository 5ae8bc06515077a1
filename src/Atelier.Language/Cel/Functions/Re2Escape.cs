using System.Globalization;
using System.Text;

namespace Atelier.Language.Cel.Functions;

/// <summary>Escapes of RE2's syntax.</summary>
internal static class Re2Escape
{
    /// <summary>Reads the escape at <paramref name="at"/> outside a class and gives .NET's form.</summary>
    public static string Outside(string pattern, ref int at)
    {
        switch (pattern[at + 1])
        {
            case 'A' or 'z':
                at += 2;
                return pattern.Substring(at - 2, 2);
            case 'd' or 's' or 'w':
                at += 2;
                return $"[{Class(pattern[at - 1])}]";
            case 'D' or 'S' or 'W':
                at += 2;
                return Negated(Class(char.ToLowerInvariant(pattern[at - 1])));
            case 'p' or 'P':
                var negated = pattern[at + 1] == 'P';
                var category = Category(pattern, ref at);
                return negated ? Negated(category) : $"[{category}]";
            default:
                return Point(pattern, ref at) is var point && point > char.MaxValue
                    ? $"(?:{char.ConvertFromUtf32(point)})"
                    : Unit((char)point);
        }
    }

    /// <summary>The ASCII letters, digits and underscore, as the inside of a class.</summary>
    public const string AsciiWord = "0-9A-Za-z_";

    /// <summary>The inside of the class that <c>\d \s \w</c> stand for.</summary>
    public static string Class(char letter) => letter switch
    {
        'd' => "0-9",
        's' => @"\t\n\f\r ",
        _ => AsciiWord,
    };

    /// <summary>Everything but a class, where a code point beyond the BMP is one thing.</summary>
    public static string Negated(string inside) => $@"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|[^{inside}\uD800-\uDFFF])";

    /// <summary>Reads <c>\pN</c> or <c>\p{Name}</c>; only general categories are known to .NET.</summary>
    public static string Category(string pattern, ref int at)
    {
        at += 2;
        if (at >= pattern.Length)
        {
            throw new FormatException("incomplete character category");
        }

        if (pattern[at] != '{')
        {
            return $@"\p{{{pattern[at++]}}}";
        }

        var close = pattern.IndexOf('}', at);
        var name = close < 0 ? string.Empty : pattern[(at + 1)..close];
        if (name.Length is < 1 or > 2)
        {
            throw new FormatException($"the character category {name} is not supported");
        }

        at = close + 1;
        return $@"\p{{{name}}}";
    }

    /// <summary>Reads an escape that stands for one code point.</summary>
    public static int Point(string pattern, ref int at)
    {
        if (at + 1 >= pattern.Length)
        {
            throw new FormatException("trailing \\");
        }

        var letter = pattern[at + 1];
        at += 2;
        return letter switch
        {
            'a' => '\a',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'v' => '\v',
            'x' => Hex(pattern, ref at),
            >= '0' and <= '7' when letter == '0' || (at < pattern.Length && pattern[at] is >= '0' and <= '7') => Octal(pattern, ref at),
            _ when letter < 128 && !char.IsAsciiLetterOrDigit(letter) => letter,
            _ => throw new FormatException($"invalid escape sequence \\{letter}"),
        };
    }

    /// <summary>A unit as .NET reads it literally, inside and outside of classes.</summary>
    public static string Unit(char unit) => $@"\u{(int)unit:X4}";

    private static int Hex(string pattern, ref int at)
    {
        var close = at < pattern.Length && pattern[at] == '{' ? pattern.IndexOf('}', at) : at + 2;
        var start = at < pattern.Length && pattern[at] == '{' ? at + 1 : at;
        if (close < 0 || close > pattern.Length
            || !int.TryParse(pattern.AsSpan(start, close - start), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var point) || !Rune.IsValid(point))
        {
            throw new FormatException("invalid escape sequence \\x");
        }

        at = start == at ? close : close + 1;
        return point;
    }

    private static int Octal(string pattern, ref int at)
    {
        var value = pattern[at - 1] - '0';
        for (var count = 1; count < 3 && at < pattern.Length && pattern[at] is >= '0' and <= '7'; count++)
        {
            value = (value * 8) + (pattern[at++] - '0');
        }

        return value;
    }
}
