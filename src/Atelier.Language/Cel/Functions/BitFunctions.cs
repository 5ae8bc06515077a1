using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary><c>math.bitAnd bitOr bitXor bitNot bitShiftLeft bitShiftRight</c>.</summary>
internal static class BitFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("math.bitAnd", 2, (arguments, _) => Combine(arguments, (left, right) => left & right));
        library.Global("math.bitOr", 2, (arguments, _) => Combine(arguments, (left, right) => left | right));
        library.Global("math.bitXor", 2, (arguments, _) => Combine(arguments, (left, right) => left ^ right));
        library.Global("math.bitNot", 1, (arguments, _) => arguments[0] switch
        {
            CelInt number => CelInt.Of(~number.Value),
            CelUint number => new CelUint(~number.Value),
            _ => null,
        });
        library.Global("math.bitShiftLeft", 2, (arguments, _) => Shift(arguments, (bits, count) => bits << count));
        library.Global("math.bitShiftRight", 2, (arguments, _) => Shift(arguments, (bits, count) => bits >> count));
    }

    private static CelValue? Combine(ReadOnlySpan<CelValue> arguments, Func<ulong, ulong, ulong> combine) => (arguments[0], arguments[1]) switch
    {
        (CelInt left, CelInt right) => CelInt.Of(unchecked((long)combine((ulong)left.Value, (ulong)right.Value))),
        (CelUint left, CelUint right) => new CelUint(combine(left.Value, right.Value)),
        _ => null,
    };

    /// <summary>Shifts fill with zeros, in negative ints too; a shift by 64 or more gives 0.</summary>
    private static CelValue? Shift(ReadOnlySpan<CelValue> arguments, Func<ulong, int, ulong> shift)
    {
        if (arguments[1] is not CelInt count || arguments[0] is not (CelInt or CelUint))
        {
            return null;
        }

        if (count.Value < 0)
        {
            return Errors.Argument($"negative offset: {count.Value}");
        }

        ulong Shifted(ulong bits) => count.Value >= 64 ? 0 : shift(bits, (int)count.Value);
        return arguments[0] is CelUint unsigned
            ? new CelUint(Shifted(unsigned.Value))
            : CelInt.Of(unchecked((long)Shifted((ulong)((CelInt)arguments[0]).Value)));
    }
}
