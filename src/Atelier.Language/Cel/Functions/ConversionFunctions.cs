using System.Globalization;
using System.Text;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>int uint double string bytes bool timestamp duration dyn type</c>.</summary>
internal static class ConversionFunctions
{
    private const double TwoTo63 = 9223372036854775808.0;
    private const double TwoTo64 = 18446744073709551616.0;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void Register(StandardLibrary library)
    {
        library.Global("int", 1, (arguments, _) => ToInt(arguments[0]));
        library.Global("uint", 1, (arguments, _) => ToUint(arguments[0]));
        library.Global("double", 1, (arguments, _) => ToDouble(arguments[0]));
        library.Global("bool", 1, (arguments, _) => ToBool(arguments[0]));
        library.Global("string", 1, ToText);
        library.Global("bytes", 1, ToBytes);
        library.Global("timestamp", 1, (arguments, _) => ToTimestamp(arguments[0]));
        library.Global("duration", 1, (arguments, _) => ToDuration(arguments[0]));
        library.Global("dyn", 1, (arguments, _) => arguments[0]);
        library.Global("type", 1, (arguments, _) => arguments[0].Type);
    }

    private static CelValue? ToInt(CelValue value) => value switch
    {
        CelInt => value,
        CelUint number => number.Value <= long.MaxValue ? CelInt.Of((long)number.Value) : Errors.Overflow("int"),
        CelDouble number => number.Value > -TwoTo63 && number.Value < TwoTo63 ? CelInt.Of((long)number.Value) : Errors.Overflow("int"),
        CelString text => long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? CelInt.Of(number)
            : Errors.Conversion(value, "int"),
        CelTimestamp timestamp => CelInt.Of(timestamp.Seconds),
        CelDuration duration => CelInt.Of(duration.TotalNanoseconds / 1_000_000_000),
        _ => null,
    };

    private static CelValue? ToUint(CelValue value) => value switch
    {
        CelUint => value,
        CelInt number => number.Value >= 0 ? new CelUint((ulong)number.Value) : Errors.Overflow("uint"),
        CelDouble number => number.Value >= 0 && number.Value < TwoTo64 ? new CelUint((ulong)number.Value) : Errors.Overflow("uint"),
        CelString text => ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new CelUint(number)
            : Errors.Conversion(value, "uint"),
        _ => null,
    };

    private static CelValue? ToDouble(CelValue value) => value switch
    {
        CelDouble => value,
        CelInt number => new CelDouble(number.Value),
        CelUint number => new CelDouble(number.Value),
        CelString text => ParseDouble(text.Value) is { } number ? new CelDouble(number) : Errors.Conversion(value, "double"),
        _ => null,
    };

    private static double? ParseDouble(string text) => text switch
    {
        "NaN" => double.NaN,
        "Infinity" or "+Infinity" or "inf" or "+inf" or "Inf" or "+Inf" => double.PositiveInfinity,
        "-Infinity" or "-inf" or "-Inf" => double.NegativeInfinity,
        _ => double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && double.IsFinite(number)
                ? number
                : null,
    };

    private static CelValue? ToBool(CelValue value) => value switch
    {
        CelBool => value,
        CelString { Value: "true" or "True" or "TRUE" or "t" or "1" } => CelBool.True,
        CelString { Value: "false" or "False" or "FALSE" or "f" or "0" } => CelBool.False,
        CelString => Errors.Conversion(value, "bool"),
        _ => null,
    };

    private static CelValue? ToText(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        switch (arguments[0])
        {
            case CelString text:
                return text;
            case CelBytes bytes:
                context.ChargeText(bytes.Value.Length);
                try
                {
                    return new CelString(Utf8.GetString(bytes.Value.Span));
                }
                catch (ArgumentException)
                {
                    return new CelErrorValue(CelCodes.Conversion, "cannot convert bytes to string: they are no UTF-8");
                }

            case CelInt or CelUint or CelDouble or CelBool or CelTimestamp or CelDuration or CelAddress or CelAddressRange:
                return new CelString(arguments[0].ToString()!);
            default:
                return null;
        }
    }

    private static CelValue? ToBytes(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        switch (arguments[0])
        {
            case CelBytes bytes:
                return bytes;
            case CelString text:
                context.ChargeText(text.Value.Length);
                return new CelBytes(Encoding.UTF8.GetBytes(text.Value));
            default:
                return null;
        }
    }

    private static CelValue? ToTimestamp(CelValue value) => value switch
    {
        CelTimestamp => value,
        CelString text => (CelValue?)TimeText.ParseTimestamp(text.Value) ?? Errors.Conversion(value, "timestamp"),
        CelInt seconds => (CelValue?)CelTimestamp.TryCreate(seconds.Value, 0) ?? Errors.Overflow("timestamp"),
        _ => null,
    };

    private static CelValue? ToDuration(CelValue value) => value switch
    {
        CelDuration => value,
        CelString text => (CelValue?)TimeText.ParseDuration(text.Value) ?? Errors.Conversion(value, "duration"),
        CelInt seconds => (CelValue?)CelDuration.TryCreate((Int128)seconds.Value * 1_000_000_000) ?? Errors.Overflow("duration"),
        _ => null,
    };
}
