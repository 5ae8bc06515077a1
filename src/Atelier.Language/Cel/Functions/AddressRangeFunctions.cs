using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>Ranges of network addresses: <c>cidr(x)</c>, <c>isCIDR(x)</c> and what can be asked of a range.</summary>
internal static class AddressRangeFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("cidr", 1, (arguments, _) => Range(arguments[0]));
        library.Global("isCIDR", 1, (arguments, _) => arguments[0] is CelString text ? CelBool.Of(CelAddressRange.Parse(text.Value) is not null) : null);
        library.Receiver("containsIP", 1, ContainsAddress);
        library.Receiver("containsCIDR", 1, ContainsRange);
        library.Receiver("ip", 0, (arguments, _) => (arguments[0] as CelAddressRange)?.Address);
        library.Receiver("masked", 0, (arguments, _) => arguments[0] is CelAddressRange range ? new CelAddressRange(range.FirstAddress(), range.PrefixLength) : null);
        library.Receiver("prefixLength", 0, (arguments, _) => arguments[0] is CelAddressRange range ? CelInt.Of(range.PrefixLength) : null);
    }

    private static CelValue? Range(CelValue value) => value switch
    {
        CelAddressRange => value,
        CelString text => (CelValue?)CelAddressRange.Parse(text.Value) ?? Errors.Conversion(value, "network range"),
        _ => null,
    };

    private static CelValue? ContainsAddress(ReadOnlySpan<CelValue> arguments, CelContext context)
    {
        if (arguments[0] is not CelAddressRange range)
        {
            return null;
        }

        return arguments[1] switch
        {
            CelAddress address => CelBool.Of(range.Contains(address)),
            CelString text => CelAddress.Parse(text.Value) is { } address ? CelBool.Of(range.Contains(address)) : Errors.Conversion(text, "network address"),
            _ => null,
        };
    }

    private static CelValue? ContainsRange(ReadOnlySpan<CelValue> arguments, CelContext context) =>
        arguments[0] is not CelAddressRange range ? null
        : Range(arguments[1]) is CelAddressRange other ? CelBool.Of(other.PrefixLength >= range.PrefixLength && range.Contains(other.Address))
        : Range(arguments[1]);
}
