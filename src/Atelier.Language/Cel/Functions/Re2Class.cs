using System.Text;

namespace Atelier.Language.Cel.Functions;

/// <summary>
/// A bracketed class of RE2's syntax, such as <c>[^a-z\d[:punct:]]</c>, to .NET's. Code points beyond the BMP become pairs beside the class.
/// </summary>
internal sealed class Re2Class(string pattern, int start)
{
    private const int Bmp = 0xFFFF;
    private readonly StringBuilder _inside = new();
    private readonly List<(int From, int To)> _beyond = [];
    private int _at = start + 1;

    public string Translate(out int end)
    {
        var isNegated = Accept('^');
        var isFirst = true;
        while (true)
        {
            if (_at >= pattern.Length)
            {
                throw new FormatException("missing closing ]");
            }

            if (pattern[_at] == ']' && !isFirst)
            {
                break;
            }

            isFirst = false;
            Item();
        }

        end = _at + 1;
        return isNegated ? Negated() : Plain();
    }

    private void Item()
    {
        if (pattern.AsSpan(_at).StartsWith("[:"))
        {
            Posix();
            return;
        }

        if (pattern[_at] == '\\' && _at + 1 < pattern.Length)
        {
            switch (pattern[_at + 1])
            {
                case 'd' or 's' or 'w':
                    _inside.Append(Re2Escape.Class(pattern[_at + 1]));
                    _at += 2;
                    return;
                case 'D' or 'S' or 'W':
                    Complement(pattern[_at + 1]);
                    return;
                case 'p':
                    _inside.Append(Re2Escape.Category(pattern, ref _at));
                    return;
                case 'P':
                    throw new FormatException(@"\P is not supported in a class");
                default:
                    break;
            }
        }

        var from = Point();
        var to = from;
        if (_at + 1 < pattern.Length && pattern[_at] == '-' && pattern[_at + 1] != ']')
        {
            _at++;
            to = Point();
        }

        Range(from, to);
    }

    /// <summary>The complements of the ASCII classes, which also hold everything beyond ASCII.</summary>
    private void Complement(char letter)
    {
        _at += 2;
        _inside.Append(letter switch
        {
            'D' => @"\u0000-/:-\uD7FF\uE000-\uFFFF",
            'S' => @"\u0000-\u0008\u000B\u000E-\u001F!-\uD7FF\uE000-\uFFFF",
            _ => @"\u0000-/:-@\[-\^`{-\uD7FF\uE000-\uFFFF",
        });
        _beyond.Add((Bmp + 1, 0x10FFFF));
    }

    private void Posix()
    {
        var close = pattern.IndexOf(":]", _at, StringComparison.Ordinal);
        var name = close < 0 ? string.Empty : pattern[(_at + 2)..close];
        _inside.Append(name switch
        {
            "alnum" => "0-9A-Za-z",
            "alpha" => "A-Za-z",
            "ascii" => @"\u0000-\u007F",
            "blank" => @"\t ",
            "cntrl" => @"\u0000-\u001F\u007F",
            "digit" => "0-9",
            "graph" => "!-~",
            "lower" => "a-z",
            "print" => " -~",
            "punct" => @"!-/:-@\[-`{-~",
            "space" => @"\t\n\v\f\r ",
            "upper" => "A-Z",
            "word" => Re2Escape.AsciiWord,
            "xdigit" => "0-9A-Fa-f",
            _ => throw new FormatException($"the class [:{name}:] is not supported"),
        });
        _at = close + 2;
    }

    private int Point()
    {
        if (pattern[_at] == '\\')
        {
            return Re2Escape.Point(pattern, ref _at);
        }

        Rune.DecodeFromUtf16(pattern.AsSpan(_at), out var rune, out var width);
        _at += width;
        return rune.Value;
    }

    private void Range(int from, int to)
    {
        if (from > to)
        {
            throw new FormatException("invalid character class range");
        }

        if (from <= Bmp)
        {
            _inside.Append(Re2Escape.Unit((char)from)).Append('-').Append(Re2Escape.Unit((char)Math.Min(to, Bmp)));
        }

        if (to > Bmp)
        {
            _beyond.Add((Math.Max(from, Bmp + 1), to));
        }
    }

    private string Plain()
    {
        var classes = _beyond.Select(range => Pairs(range.From, range.To)).Prepend(_inside.Length == 0 ? null : $"[{_inside}]").OfType<string>();
        return _beyond.Count == 0 ? $"[{_inside}]" : $"(?:{string.Join('|', classes)})";
    }

    private string Negated() => _beyond.Count == 0
        ? Re2Escape.Negated(_inside.ToString())
        : _beyond.Exists(range => range == (Bmp + 1, 0x10FFFF))
            ? $@"[^{_inside}\uD800-\uDFFF]"
            : throw new FormatException("a negated class with characters beyond U+FFFF is not supported");

    /// <summary>A range beyond the BMP as surrogate pairs: the first and last high surrogate with parts of the low ones, those between with all.</summary>
    private static string Pairs(int from, int to)
    {
        var (firstHigh, firstLow) = Split(from);
        var (lastHigh, lastLow) = Split(to);
        if (firstHigh == lastHigh)
        {
            return $"{Re2Escape.Unit(firstHigh)}[{Re2Escape.Unit(firstLow)}-{Re2Escape.Unit(lastLow)}]";
        }

        var parts = new List<string> { $@"{Re2Escape.Unit(firstHigh)}[{Re2Escape.Unit(firstLow)}-\uDFFF]" };
        if (firstHigh + 1 < lastHigh)
        {
            parts.Add($@"[{Re2Escape.Unit((char)(firstHigh + 1))}-{Re2Escape.Unit((char)(lastHigh - 1))}][\uDC00-\uDFFF]");
        }

        parts.Add($@"{Re2Escape.Unit(lastHigh)}[\uDC00-{Re2Escape.Unit(lastLow)}]");
        return $"(?:{string.Join('|', parts)})";
    }

    private static (char High, char Low) Split(int point)
    {
        var text = char.ConvertFromUtf32(point);
        return (text[0], text[1]);
    }

    private bool Accept(char unit)
    {
        if (_at >= pattern.Length || pattern[_at] != unit)
        {
            return false;
        }

        _at++;
        return true;
    }
}
