using System.Text;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>"%s has %d items, %.2f".format([a, b, c])</c>.</summary>
internal static class FormatFunction
{
    private const int DefaultPrecision = 6;
    private const int MaxPrecision = 1000;

    public static void Register(StandardLibrary library) => library.Receiver("format", 1, Format);

    private static CelValue? Format(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelString pattern || arguments[1] is not CelList list)
        {
            return null;
        }

        var text = pattern.Value;
        var result = new StringBuilder();
        var next = 0;
        context.ChargeText(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(text[i]);
                continue;
            }

            if (++i < text.Length && text[i] == '%')
            {
                result.Append('%');
                continue;
            }

            if (!ReadPrecision(text, ref i, out var precision))
            {
                return Errors.Argument("the format ends inside a clause, or its precision is no number up to 1000");
            }

            if (next >= list.Count)
            {
                return Errors.Argument($"the format asks for value {next}, and there are {list.Count}");
            }

            var written = Clause(text[i], precision, list[next++], context);
            if (written.IsError)
            {
                return written;
            }

            result.Append(((CelString)written).Value);
        }

        return context.ChargeText(result.Length) ? new CelString(result.ToString()) : CelString.Empty;
    }

    /// <summary>Reads <c>.3</c>; afterwards <paramref name="i"/> is at the letter of the clause.</summary>
    private static bool ReadPrecision(string text, ref int i, out int? precision)
    {
        precision = null;
        if (i < text.Length && text[i] == '.')
        {
            var start = ++i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i == start || i - start > 4 || int.Parse(text.AsSpan(start, i - start)) > MaxPrecision)
            {
                return false;
            }

            precision = int.Parse(text.AsSpan(start, i - start));
        }

        return i < text.Length;
    }

    private static CelValue Clause(char letter, int? precision, CelValue value, CelContext context)
    {
        if (value is CelErrorValue error)
        {
            return error;
        }

        // Numbers from JSON are doubles; where numbers mix, a whole one is an integer here too.
        if (context.MixedNumbers && value is CelDouble && letter is 'd' or 'b' or 'o' or 'x' or 'X' && Numbers.TryToLong(value, out var whole))
        {
            value = CelInt.Of(whole);
        }

        var text = letter switch
        {
            's' => DisplayText.Of(value, context),
            'd' => FormatNumbers.Decimal(value),
            'f' => FormatNumbers.Fixed(value, precision ?? DefaultPrecision),
            'e' => FormatNumbers.Scientific(value, precision ?? DefaultPrecision),
            'b' => FormatNumbers.Radix(value, 2),
            'o' => FormatNumbers.Radix(value, 8),
            'x' => FormatNumbers.Hex(value, isUpper: false),
            'X' => FormatNumbers.Hex(value, isUpper: true),
            _ => string.Empty,
        };
        return letter is not ('s' or 'd' or 'f' or 'e' or 'b' or 'o' or 'x' or 'X') ? Errors.Argument($"the format has no clause %{letter}")
            : text is null ? Errors.Argument($"the format's %{letter} cannot take a value of type {value.Type.Name}")
            : new CelString(text);
    }
}
