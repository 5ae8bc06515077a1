using System.Globalization;

namespace Atelier.Language.Yaml;

/// <summary>YAML 1.2 core schema: which unquoted texts are null, booleans and numbers.</summary>
internal static class PlainScalar
{
    public static ScalarType TypeOf(string text)
    {
        switch (text)
        {
            case "" or "~" or "null" or "Null" or "NULL":
                return ScalarType.Null;
            case "true" or "True" or "TRUE" or "false" or "False" or "FALSE":
                return ScalarType.Boolean;
            case ".inf" or ".Inf" or ".INF" or "+.inf" or "-.inf" or ".nan" or ".NaN" or ".NAN":
                return ScalarType.Number;
        }

        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.'))
        {
            return ScalarType.Text;
        }

        return IsInteger(text) ? ScalarType.Integer : IsNumber(text) ? ScalarType.Number : ScalarType.Text;
    }

    public static bool TryReadInteger(string text, out long value)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal))
        {
            return long.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value) && value >= 0;
        }

        if (!text.StartsWith("0o", StringComparison.Ordinal))
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
        }

        value = 0;
        if (text.Length > 22)
        {
            return false;
        }

        foreach (var digit in text.AsSpan(2))
        {
            value = (value * 8) + (digit - '0');
        }

        return value >= 0;
    }

    public static double ReadNumber(string text) => text.TrimStart('+', '-') switch
    {
        ".inf" or ".Inf" or ".INF" => text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity,
        ".nan" or ".NaN" or ".NAN" => double.NaN,
        _ => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : TryReadInteger(text, out var integer) ? integer : double.NaN,
    };

    private static bool IsInteger(string text)
    {
        if (text.Length > 2 && text[0] == '0' && text[1] is 'x' or 'o')
        {
            var digits = text.AsSpan(2);
            return digits.Length > 0 && (text[1] == 'x'
                ? !digits.ContainsAnyExcept(System.Buffers.SearchValues.Create("0123456789abcdefABCDEF"))
                : !digits.ContainsAnyExceptInRange('0', '7'));
        }

        var plain = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        return plain.Length > 0 && !plain.ContainsAnyExceptInRange('0', '9');
    }

    private static bool IsNumber(string text)
    {
        var rest = text.AsSpan(text[0] is '-' or '+' ? 1 : 0);
        var digits = TakeDigits(ref rest);
        if (rest.Length > 0 && rest[0] == '.')
        {
            rest = rest[1..];
            digits += TakeDigits(ref rest);
        }

        if (digits == 0)
        {
            return false;
        }

        if (rest.Length > 0 && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            rest = rest.Length > 0 && rest[0] is '-' or '+' ? rest[1..] : rest;
            return TakeDigits(ref rest) > 0 && rest.Length == 0;
        }

        return rest.Length == 0;
    }

    private static int TakeDigits(ref ReadOnlySpan<char> rest)
    {
        var count = rest.IndexOfAnyExceptInRange('0', '9');
        count = count < 0 ? rest.Length : count;
        rest = rest[count..];
        return count;
    }
}
