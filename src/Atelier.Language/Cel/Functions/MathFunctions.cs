using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>The <c>math.</c> functions on numbers; those on bits stand in <see cref="BitFunctions"/>.</summary>
internal static class MathFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("math.greatest", CelFunctions.AnyArity, (arguments, context) => Extreme(arguments, context, wanted: 1));
        library.Global("math.least", CelFunctions.AnyArity, (arguments, context) => Extreme(arguments, context, wanted: -1));
        library.Global("math.ceil", 1, (arguments, context) => Rounded(arguments, context, Math.Ceiling));
        library.Global("math.floor", 1, (arguments, context) => Rounded(arguments, context, Math.Floor));
        library.Global("math.round", 1, (arguments, context) => Rounded(arguments, context, value => Math.Round(value, MidpointRounding.AwayFromZero)));
        library.Global("math.trunc", 1, (arguments, context) => Rounded(arguments, context, Math.Truncate));
        library.Global("math.sqrt", 1, (arguments, _) => Numbers.IsNumber(arguments[0].Kind) ? new CelDouble(Math.Sqrt(Numbers.ToDouble(arguments[0]))) : null);
        library.Global("math.sign", 1, (arguments, _) => Sign(arguments[0]));
        library.Global("math.abs", 1, (arguments, _) => Absolute(arguments[0]));
        library.Global("math.isInf", 1, (arguments, context) => Test(arguments, context, double.IsInfinity));
        library.Global("math.isNaN", 1, (arguments, context) => Test(arguments, context, double.IsNaN));
        library.Global("math.isFinite", 1, (arguments, context) => Test(arguments, context, double.IsFinite));
    }

    private static CelValue? Extreme(ReadOnlySpan<CelValue> arguments, CelContext context, int wanted)
    {
        IEnumerable<CelValue> values = arguments.ToArray();
        if (arguments.Length == 1 && arguments[0] is CelList list)
        {
            if (list.EnumerationError is { } error)
            {
                return error;
            }

            context.Charge(list.Count);
            values = list;
        }

        CelValue? best = null;
        foreach (var value in values)
        {
            if (!Numbers.IsNumber(value.Kind))
            {
                return value as CelErrorValue;
            }

            if (best is null || Numbers.Compare(value, best) == wanted)
            {
                best = value;
            }
        }

        return best ?? (arguments.Length == 0 ? null : Errors.Argument("the list is empty"));
    }

    private static CelDouble? Rounded(ReadOnlySpan<CelValue> arguments, CelContext context, Func<double, double> round) =>
        arguments[0] is CelDouble number ? new CelDouble(round(number.Value))
        : context.MixedNumbers && Numbers.IsNumber(arguments[0].Kind) ? new CelDouble(Numbers.ToDouble(arguments[0]))
        : null;

    private static CelBool? Test(ReadOnlySpan<CelValue> arguments, CelContext context, Func<double, bool> test) =>
        arguments[0] is CelDouble number ? CelBool.Of(test(number.Value))
        : context.MixedNumbers && Numbers.IsNumber(arguments[0].Kind) ? CelBool.Of(test(Numbers.ToDouble(arguments[0])))
        : null;

    private static CelValue? Sign(CelValue value) => value switch
    {
        CelInt number => CelInt.Of(Math.Sign(number.Value)),
        CelUint number => number.Value == 0 ? number : new CelUint(1),
        CelDouble number => double.IsNaN(number.Value) ? number : new CelDouble(Math.Sign(number.Value)),
        _ => null,
    };

    private static CelValue? Absolute(CelValue value) => value switch
    {
        CelInt { Value: long.MinValue } => Errors.Overflow("int"),
        CelInt number => CelInt.Of(Math.Abs(number.Value)),
        CelUint => value,
        CelDouble number => new CelDouble(Math.Abs(number.Value)),
        _ => null,
    };
}
