using System.Globalization;
using System.Numerics;
using System.Text;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>Numbers in the forms of <c>format</c>; null for values that a form cannot take.</summary>
internal static class FormatNumbers
{
    private const int MantissaBits = 52;
    private const int ExponentBias = 1075;

    public static string? Decimal(CelValue value) => value is CelInt or CelUint || value is CelDouble number && !double.IsFinite(number.Value) ? value.ToString() : null;

    public static string? Radix(CelValue value, int radix)
    {
        switch (value)
        {
            case CelBool flag when radix == 2:
                return flag.Value ? "1" : "0";
            case CelInt number:
                var magnitude = number.Value < 0 ? unchecked((ulong)-number.Value) : (ulong)number.Value;
                return (number.Value < 0 ? "-" : string.Empty) + Digits(magnitude, radix);
            case CelUint number:
                return Digits(number.Value, radix);
            default:
                return null;
        }
    }

    public static string? Hex(CelValue value, bool isUpper)
    {
        var text = value switch
        {
            CelString content => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(content.Value)),
            CelBytes content => Convert.ToHexStringLower(content.Value.Span),
            _ => value is CelBool ? null : Radix(value, 16),
        };
        return isUpper ? text?.ToUpperInvariant() : text;
    }

    /// <summary>Rounds the exact value half to even, as C's <c>%.nf</c> does.</summary>
    public static string? Fixed(CelValue value, int precision)
    {
        if (!Finite(value, out var number, out var special))
        {
            return special;
        }

        var digits = RoundedTimesTenTo(Math.Abs(number), precision).ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        var sign = double.IsNegative(number) ? "-" : string.Empty;
        return precision == 0 ? sign + digits : $"{sign}{digits[..^precision]}.{digits[^precision..]}";
    }

    /// <summary>As C's <c>%.ne</c>.</summary>
    public static string? Scientific(CelValue value, int precision)
    {
        if (!Finite(value, out var number, out var special))
        {
            return special;
        }

        var exponent = number == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(number)));
        var digits = RoundedTimesTenTo(Math.Abs(number), precision - exponent).ToString(CultureInfo.InvariantCulture);

        // The logarithm may be off by one, and rounding may carry into a further digit.
        while (number != 0 && digits.Length != precision + 1)
        {
            exponent += digits.Length > precision + 1 ? 1 : -1;
            digits = RoundedTimesTenTo(Math.Abs(number), precision - exponent).ToString(CultureInfo.InvariantCulture);
        }

        digits = digits.PadRight(precision + 1, '0');
        var mantissa = precision == 0 ? digits : $"{digits[0]}.{digits[1..]}";
        return $"{(double.IsNegative(number) ? "-" : string.Empty)}{mantissa}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):D2}";
    }

    private static bool Finite(CelValue value, out double number, out string? special)
    {
        number = Numbers.ToDouble(value);
        special = Numbers.IsNumber(value.Kind) ? Numbers.Text(number) : null;
        return Numbers.IsNumber(value.Kind) && double.IsFinite(number);
    }

    /// <summary>The value times a power of ten, rounded half to even without any intermediate rounding.</summary>
    private static BigInteger RoundedTimesTenTo(double value, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)(bits >> MantissaBits);
        BigInteger mantissa = bits & ((1L << MantissaBits) - 1);
        var exponent = Math.Max(biased, 1) - ExponentBias;
        if (biased > 0)
        {
            mantissa += 1L << MantissaBits;
        }

        var numerator = mantissa * BigInteger.Pow(10, Math.Max(power, 0)) * BigInteger.Pow(2, Math.Max(exponent, 0));
        var denominator = BigInteger.Pow(10, Math.Max(-power, 0)) * BigInteger.Pow(2, Math.Max(-exponent, 0));
        var quotient = BigInteger.DivRem(numerator, denominator, out var rest);
        var order = (rest * 2).CompareTo(denominator);
        return order > 0 || (order == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static string Digits(ulong value, int radix)
    {
        var digits = new Stack<char>();
        do
        {
            digits.Push("0123456789abcdef"[(int)(value % (ulong)radix)]);
            value /= (ulong)radix;
        }
        while (value > 0);
        return new string([.. digits]);
    }
}
