using System.Globalization;
using System.Text;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Syntax;

/// <summary>Tokens of literals to values.</summary>
internal static class LiteralReader
{
    /// <summary>A number; <paramref name="negative"/> when a minus sign stands before it.</summary>
    public static CelValue Number(string text, Token token, bool negative)
    {
        var body = text.AsSpan(token.Start, token.Length);
        if (token.Kind == TokenKind.Double)
        {
            var number = double.Parse(body, NumberStyles.Float, CultureInfo.InvariantCulture);
            return double.IsFinite(number) ? new CelDouble(negative ? -number : number) : throw Bad(token, "the number is too large for a double");
        }

        var digits = token.Kind == TokenKind.Uint ? body[..^1] : body;
        var isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        var fits = isHex
            ? ulong.TryParse(digits[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var magnitude)
            : ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out magnitude);
        if (token.Kind == TokenKind.Uint)
        {
            return fits && (!negative || magnitude == 0) ? new CelUint(magnitude) : throw Bad(token, "the number is outside the range of uint");
        }

        if (!fits || magnitude > (negative ? 1UL << 63 : long.MaxValue))
        {
            throw Bad(token, "the number is outside the range of int");
        }

        return CelInt.Of(negative ? unchecked(-(long)magnitude) : (long)magnitude);
    }

    /// <summary>A string or bytes literal.</summary>
    public static CelValue Quoted(string text, Token token)
    {
        var isBytes = token.Kind == TokenKind.Bytes;
        var start = token.Start;
        var raw = false;
        while (text[start] is not ('"' or '\''))
        {
            raw |= text[start] is 'r' or 'R';
            start++;
        }

        var width = token.End - start >= 6 && text[start + 1] == text[start] && text[start + 2] == text[start] ? 3 : 1;
        var body = text.AsSpan(start + width, token.End - start - (2 * width));
        if (raw || !body.Contains('\\'))
        {
            CheckSurrogates(body, token);
            return isBytes ? new CelBytes(Encoding.UTF8.GetBytes(body.ToString())) : new CelString(body.ToString());
        }

        return isBytes ? Bytes(body, start + width) : String(body, start + width, token);
    }

    private static CelString String(ReadOnlySpan<char> body, int offset, Token token)
    {
        var result = new StringBuilder(body.Length);
        for (var i = 0; i < body.Length;)
        {
            if (body[i] != '\\')
            {
                result.Append(body[i++]);
                continue;
            }

            var point = Escape(body, ref i, offset, out _);
            result.Append(Rune.IsValid(point) ? new Rune(point).ToString() : throw Bad(new Token(TokenKind.String, offset + i - 1, 1), "the escape is no Unicode character"));
        }

        var text = result.ToString();
        CheckSurrogates(text, token);
        return new CelString(text);
    }

    private static CelBytes Bytes(ReadOnlySpan<char> body, int offset)
    {
        var result = new List<byte>(body.Length);
        Span<byte> buffer = stackalloc byte[4];
        for (var i = 0; i < body.Length;)
        {
            if (body[i] == '\\')
            {
                var point = Escape(body, ref i, offset, out var isOctet);
                if (isOctet)
                {
                    result.Add((byte)point);
                    continue;
                }

                var rune = Rune.IsValid(point) ? new Rune(point) : throw Bad(new Token(TokenKind.Bytes, offset + i - 1, 1), "the escape is no Unicode character");
                result.AddRange(buffer[..rune.EncodeToUtf8(buffer)]);
                continue;
            }

            Rune.DecodeFromUtf16(body[i..], out var plain, out var used);
            result.AddRange(buffer[..plain.EncodeToUtf8(buffer)]);
            i += used;
        }

        return new CelBytes(result.ToArray());
    }

    /// <summary>Reads the escape at <paramref name="i"/>; an octet is one that bytes literals take as a single byte.</summary>
    private static int Escape(ReadOnlySpan<char> body, ref int i, int offset, out bool isOctet)
    {
        var start = i;
        var letter = i + 1 < body.Length ? body[i + 1] : '\0';
        i += 2;
        isOctet = false;
        switch (letter)
        {
            case 'x' or 'X':
                isOctet = true;
                return Digits(body, ref i, 2, 16, offset, start);
            case 'u':
                return Digits(body, ref i, 4, 16, offset, start);
            case 'U':
                return Digits(body, ref i, 8, 16, offset, start);
            case >= '0' and <= '3':
                i--;
                isOctet = true;
                return Digits(body, ref i, 3, 8, offset, start);
            default:
                return letter switch
                {
                    'a' => '\a',
                    'b' => '\b',
                    'f' => '\f',
                    'n' => '\n',
                    'r' => '\r',
                    't' => '\t',
                    'v' => '\v',
                    '\\' or '?' or '"' or '\'' or '`' => letter,
                    _ => throw Bad(new Token(TokenKind.String, offset + start, 2), "the escape is unknown; write \\\\ for a backslash"),
                };
        }
    }

    private static int Digits(ReadOnlySpan<char> body, ref int i, int count, int radix, int offset, int start)
    {
        long value = 0;
        for (var end = i + count; i < end; i++)
        {
            var digit = i < body.Length && char.IsAsciiHexDigit(body[i]) ? Convert.ToInt32(body[i].ToString(), 16) : radix;
            if (digit >= radix)
            {
                throw Bad(new Token(TokenKind.String, offset + start, 2), $"the escape needs {count} {(radix == 16 ? "hexadecimal" : "octal")} digits");
            }

            value = (value * radix) + digit;
        }

        return value > int.MaxValue ? -1 : (int)value;
    }

    private static void CheckSurrogates(ReadOnlySpan<char> text, Token token)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                throw Bad(token, "the string holds half of a surrogate pair");
            }
        }
    }

    private static SyntaxException Bad(Token token, string message) => new(CelCodes.Literal, message, token.Start, token.Length);
}
