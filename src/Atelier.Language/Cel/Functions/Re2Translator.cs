using System.Text;

namespace Atelier.Language.Cel.Functions;

/// <summary>
/// RE2's syntax to .NET's, where the two read the same text differently: classes are ASCII, a dot is a whole code point, <c>$</c> is the very end,
/// <c>(?P&lt;n></c>, <c>\Q..\E</c>, <c>\pN</c>, <c>[[:alpha:]]</c>. Throws <see cref="FormatException"/> for what RE2 refuses.
/// </summary>
internal sealed class Re2Translator
{
    private const string Pair = @"[\uD800-\uDBFF][\uDC00-\uDFFF]";
    private const string NoSurrogate = @"[^\uD800-\uDFFF]";
    private const int MaxRepeat = 1000;
    private const long MaxSize = 1_000_000;

    private const string Word = $"[{Re2Escape.AsciiWord}]";

    private readonly string _pattern;
    private readonly bool _asciiText;
    private readonly StringBuilder _result = new();
    private readonly Stack<string> _flags = new();
    private string _active = string.Empty;
    private readonly Stack<long> _outerSizes = new();
    private bool _usesLookAround;

    // The size of the current group so far, and of the last thing in it, which a repetition repeats.
    private long _size;
    private long _lastSize;
    private int _at;

    private Re2Translator(string pattern, bool asciiText) => (_pattern, _asciiText) = (pattern, asciiText);

    /// <summary>Translates a pattern.</summary>
    /// <param name="pattern">A pattern in RE2's syntax.</param>
    /// <param name="asciiText">
    /// True when the text to search is ASCII: a word boundary is then .NET's own; otherwise it is spelled out with look-arounds, which need the
    /// backtracking engine.
    /// </param>
    public static Re2Translation Translate(string pattern, bool asciiText)
    {
        var translator = new Re2Translator(pattern, asciiText);
        while (translator._at < pattern.Length)
        {
            translator.Next();
        }

        return new Re2Translation(translator._result.ToString(), translator._usesLookAround, translator._size);
    }

    private void Next()
    {
        var unit = _pattern[_at];
        if (unit is not ('(' or ')' or '{'))
        {
            _lastSize = 1;
            _size++;
        }

        switch (unit)
        {
            case '\\':
                Escape();
                break;
            case '[':
                _result.Append(new Re2Class(_pattern, _at).Translate(out _at));
                break;
            case '.':
                _at++;
                _result.Append(_active.Contains('s', StringComparison.Ordinal) ? $@"(?:{Pair}|{NoSurrogate})" : $@"(?:{Pair}|[^\n\uD800-\uDFFF])");
                break;
            case '$':
                _at++;
                _result.Append(_active.Contains('m', StringComparison.Ordinal) ? "$" : @"\z");
                break;
            case '(':
                Group();
                break;
            case ')':
                _at++;
                _active = _flags.TryPop(out var outer) ? outer : throw new FormatException("unexpected )");
                _lastSize = _size;
                _size += _outerSizes.Pop();
                _result.Append(')');
                break;
            case '{':
                Repeat();
                break;
            case '#' or ' ':
                _at++;
                _result.Append(unit);
                break;
            default:
                Literal();
                break;
        }
    }

    /// <summary>A code point beyond the BMP is two units for .NET: grouped, so that a repetition takes both.</summary>
    private void Literal()
    {
        if (char.IsHighSurrogate(_pattern[_at]) && _at + 1 < _pattern.Length && char.IsLowSurrogate(_pattern[_at + 1]))
        {
            _result.Append("(?:").Append(_pattern, _at, 2).Append(')');
            _at += 2;
        }
        else
        {
            _result.Append(_pattern[_at++]);
        }
    }

    private void Escape()
    {
        if (_at + 1 >= _pattern.Length)
        {
            throw new FormatException("trailing \\");
        }

        if (_pattern[_at + 1] == 'Q')
        {
            var end = _pattern.IndexOf(@"\E", _at + 2, StringComparison.Ordinal);
            var stop = end < 0 ? _pattern.Length : end;
            foreach (var rune in _pattern[(_at + 2)..stop].EnumerateRunes())
            {
                _result.Append("(?:").Append(System.Text.RegularExpressions.Regex.Escape(rune.ToString())).Append(')');
            }

            _at = end < 0 ? stop : end + 2;
            return;
        }

        if (_pattern[_at + 1] is 'b' or 'B')
        {
            Boundary(_pattern[_at + 1] == 'b');
            return;
        }

        _result.Append(Re2Escape.Outside(_pattern, ref _at));
    }

    private void Boundary(bool isBoundary)
    {
        _at += 2;
        _usesLookAround |= !_asciiText;
        _result.Append((_asciiText, isBoundary) switch
        {
            (true, true) => @"\b",
            (true, false) => @"\B",
            (false, true) => $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))",
            (false, false) => $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))",
        });
    }

    private void Group()
    {
        _flags.Push(_active);
        _outerSizes.Push(_size);
        _size = 0;
        _at++;
        if (_at >= _pattern.Length || _pattern[_at] != '?')
        {
            _result.Append('(');
            return;
        }

        var named = _pattern.AsSpan(_at).StartsWith("?P<") ? 3 : _pattern.AsSpan(_at).StartsWith("?<") ? 2 : 0;
        if (named > 0)
        {
            var close = _pattern.IndexOf('>', _at);
            var name = close < 0 ? string.Empty : _pattern[(_at + named)..close];
            if (name.Length == 0 || !name.All(unit => char.IsAsciiLetterOrDigit(unit) || unit == '_'))
            {
                throw new FormatException("bad group name");
            }

            _result.Append("(?:");
            _at = close + 1;
            return;
        }

        Flags();
    }

    private void Flags()
    {
        var end = _pattern.AsSpan(_at).IndexOfAny(':', ')');
        var body = end < 0 ? throw new FormatException("missing )") : _pattern.AsSpan(_at + 1, end - 1);
        var closes = _pattern[_at + end] == ')';
        var isOff = false;
        var active = _active;
        foreach (var flag in body)
        {
            if (flag == '-' && !isOff)
            {
                isOff = true;
            }
            else if (flag is 'i' or 'm' or 's')
            {
                active = active.Replace(flag.ToString(), string.Empty, StringComparison.Ordinal) + (isOff ? string.Empty : flag);
            }
            else
            {
                throw new FormatException($"the flag or group (?{body.ToString()} is not supported");
            }
        }

        _at += end + 1;
        _result.Append("(?").Append(body).Append(closes ? ')' : ':');
        if (closes)
        {
            _flags.Pop();
            _size = _outerSizes.Pop();
        }

        _active = active;
    }

    private void Repeat()
    {
        var close = _pattern.IndexOf('}', _at);
        var body = close < 0 ? string.Empty : _pattern[(_at + 1)..close];
        var isCount = body.Length > 0 && char.IsAsciiDigit(body[0]) && body.All(unit => char.IsAsciiDigit(unit) || unit == ',') && body.Count(unit => unit == ',') <= 1;
        if (!isCount)
        {
            _result.Append(@"\{");
            _at++;
            return;
        }

        var most = body.Split(',', StringSplitOptions.RemoveEmptyEntries).Max(part => part.Length > 4 ? int.MaxValue : int.Parse(part));
        if (most > MaxRepeat)
        {
            throw new FormatException($"a repetition of more than {MaxRepeat}");
        }

        // Nested repetitions multiply; far beyond what the engine accepts there is no need to count on.
        _size = Math.Min(_size + (_lastSize * Math.Max(0, most - 1)), MaxSize);
        _lastSize = Math.Min(_lastSize * Math.Max(1, most), MaxSize);

        _result.Append('{').Append(body).Append('}');
        _at = close + 1;
    }
}
