using System.Globalization;
using System.Text;

namespace Atelier.Language.Cel.Values;

/// <summary>The shortest text of a finite double that reads back as the same number, in the form of ECMAScript's <c>Number::toString</c> (which RFC 8785 prescribes).</summary>
internal static class NumberText
{
    public static string Shortest(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        Split(value.ToString("R", CultureInfo.InvariantCulture), out var digits, out var point);
        var result = new StringBuilder();
        if (value < 0)
        {
            result.Append('-');
        }

        Layout(result, digits, point);
        return result.ToString();
    }

    /// <summary>0.<paramref name="digits"/> times ten to the power of <paramref name="point"/>.</summary>
    private static void Layout(StringBuilder result, string digits, int point)
    {
        if (point > 21 || point <= -6)
        {
            result.Append(digits[0]);
            if (digits.Length > 1)
            {
                result.Append('.').Append(digits, 1, digits.Length - 1);
            }

            result.Append('e').Append(point > 0 ? '+' : '-').Append(Math.Abs(point - 1));
        }
        else if (point <= 0)
        {
            result.Append("0.").Append('0', -point).Append(digits);
        }
        else if (point >= digits.Length)
        {
            result.Append(digits).Append('0', point - digits.Length);
        }
        else
        {
            result.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }
    }

    private static void Split(string text, out string digits, out int point)
    {
        var start = text[0] == '-' ? 1 : 0;
        var e = text.IndexOf('E', StringComparison.Ordinal);
        var mantissa = e < 0 ? text[start..] : text[start..e];
        point = e < 0 ? 0 : int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var dot = mantissa.IndexOf('.', StringComparison.Ordinal);
        point += dot < 0 ? mantissa.Length : dot;
        var all = dot < 0 ? mantissa : mantissa.Remove(dot, 1);
        var leading = 0;
        while (all[leading] == '0')
        {
            leading++;
        }

        point -= leading;
        digits = all[leading..].TrimEnd('0');
    }
}
