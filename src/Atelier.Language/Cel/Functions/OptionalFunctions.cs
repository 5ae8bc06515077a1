using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>The functions of optional values, except <c>or</c> and <c>orValue</c>, which need not evaluate their argument.</summary>
internal static class OptionalFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("optional.none", 0, (_, _) => CelOptional.None);
        library.Global("optional.of", 1, (arguments, _) => CelOptional.Of(arguments[0]));
        library.Global("optional.ofNonZeroValue", 1, (arguments, _) => IsZero(arguments[0]) ? CelOptional.None : CelOptional.Of(arguments[0]));
        library.Global("optional.unwrap", 1, Unwrap);
        library.Receiver("unwrapOpt", 0, Unwrap);
        library.Receiver("hasValue", 0, (arguments, _) => arguments[0] is CelOptional optional ? CelBool.Of(optional.Value is not null) : null);
        library.Receiver("value", 0, (arguments, _) => arguments[0] is not CelOptional optional ? null
            : optional.Value ?? new CelErrorValue(CelCodes.NoValue, "the optional has no value"));
    }

    private static bool IsZero(CelValue value) => value switch
    {
        CelNull => true,
        CelBool flag => !flag.Value,
        CelInt number => number.Value == 0,
        CelUint number => number.Value == 0,
        CelDouble number => number.Value == 0,
        CelString text => text.Value.Length == 0,
        CelBytes bytes => bytes.Value.IsEmpty,
        CelList list => list.Count == 0,
        CelMap map => map.Count == 0,
        CelDuration duration => duration.TotalNanoseconds == 0,
        CelTimestamp timestamp => timestamp is { Seconds: 0, Nanos: 0 },
        CelOptional optional => optional.Value is null,
        _ => false,
    };

    private static CelValue? Unwrap(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelList list || list.EnumerationError is not null)
        {
            return (arguments[0] as CelList)?.EnumerationError;
        }

        context.Charge(list.Count);
        var values = new List<CelValue>();
        foreach (var element in list)
        {
            if (element is not CelOptional optional)
            {
                return null;
            }

            if (optional.Value is not null)
            {
                values.Add(optional.Value);
            }
        }

        return CelList.Of(values);
    }
}
