using System.Net;
using System.Net.Sockets;
using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>Network addresses: <c>ip(x)</c>, <c>isIP(x)</c>, <c>ip.isCanonical(x)</c> and what can be asked of an address.</summary>
internal static class AddressFunctions
{
    public static void Register(StandardLibrary library)
    {
        library.Global("ip", 1, (arguments, _) => arguments[0] is CelAddress ? arguments[0] : FromText(arguments[0], address => address));
        library.Global("isIP", 1, (arguments, _) => arguments[0] is CelString text ? CelBool.Of(CelAddress.Parse(text.Value) is not null) : null);
        library.Global("ip.isCanonical", 1, (arguments, _) =>
        {
            var text = arguments[0];
            return FromText(text, address => CelBool.Of(address.ToString() == ((CelString)text).Value));
        });
        library.Receiver("family", 0, (arguments, _) =>
            arguments[0] is CelAddress address ? CelInt.Of(address.Value.AddressFamily == AddressFamily.InterNetwork ? 4 : 6) : null);
        Test(library, "isUnspecified", IsUnspecified);
        Test(library, "isLoopback", IPAddress.IsLoopback);
        Test(library, "isLinkLocalUnicast", IsLinkLocal);
        Test(library, "isLinkLocalMulticast", address => address.GetAddressBytes() is var bytes && (bytes.Length == 4 ? bytes is [224, 0, 0, _] : bytes[0] == 0xff && (bytes[1] & 0x0f) == 2));
        Test(library, "isGlobalUnicast", address =>
            !IsUnspecified(address) && !IPAddress.IsLoopback(address) && !IsMulticast(address) && !IsLinkLocal(address) && !address.Equals(IPAddress.Broadcast));
    }

    private static void Test(StandardLibrary library, string name, Func<IPAddress, bool> test) =>
        library.Receiver(name, 0, (arguments, _) => arguments[0] is CelAddress address ? CelBool.Of(test(address.Value)) : null);

    private static CelValue? FromText(CelValue value, Func<CelAddress, CelValue> use) => value switch
    {
        CelString text => CelAddress.Parse(text.Value) is { } address ? use(address) : Errors.Conversion(value, "network address"),
        _ => null,
    };

    private static bool IsUnspecified(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    private static bool IsMulticast(IPAddress address) => address.GetAddressBytes() is var bytes && (bytes.Length == 4 ? bytes[0] is >= 224 and <= 239 : bytes[0] == 0xff);

    private static bool IsLinkLocal(IPAddress address) => address.GetAddressBytes() is var bytes && (bytes.Length == 4 ? bytes is [169, 254, _, _] : bytes[0] == 0xfe && (bytes[1] & 0xc0) == 0x80);
}
