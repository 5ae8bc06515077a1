using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Atelier.Language.Cel.Values;

/// <summary>An IPv4 or IPv6 address without a zone.</summary>
public sealed class CelAddress : CelValue
{
    internal CelAddress(IPAddress value) => Value = value.IsIPv4MappedToIPv6 ? value.MapToIPv4() : value;

    /// <summary>The address; one of IPv4 mapped to IPv6 is held as IPv4.</summary>
    public IPAddress Value { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Network;

    /// <inheritdoc/>
    public override CelType Type => CelType.Address;

    /// <inheritdoc/>
    public override int GetHashCode() => Value.GetHashCode();

    /// <summary>The canonical form: dotted for IPv4, that of RFC 5952 for IPv6.</summary>
    public override string ToString() => Value.AddressFamily == AddressFamily.InterNetwork ? Value.ToString() : Canonical(Value.GetAddressBytes());

    /// <summary>Null when the text is no address, has a zone, or writes a mapped IPv4 address with dots.</summary>
    internal static CelAddress? Parse(string text)
    {
        var isSix = text.Contains(':', StringComparison.Ordinal);
        if (text.Length > 45 || (isSix ? !text.All(unit => char.IsAsciiHexDigit(unit) || unit is ':' or '.') : !IsDotted(text))
            || !IPAddress.TryParse(text, out var address) || (address.IsIPv4MappedToIPv6 && text.Contains('.', StringComparison.Ordinal)))
        {
            return null;
        }

        return new CelAddress(address);
    }

    /// <summary>Four decimal numbers without leading zeros; .NET alone would take <c>1</c> and <c>0x7f.1</c> too.</summary>
    private static bool IsDotted(string text)
    {
        var parts = text.Split('.');
        return parts.Length == 4 && parts.All(part => part.Length is >= 1 and <= 3 && part.All(char.IsAsciiDigit) && (part.Length == 1 || part[0] != '0') && int.Parse(part) <= 255);
    }

    /// <summary>Lower case, no leading zeros, and the first longest run of two or more zero groups as <c>::</c>.</summary>
    private static string Canonical(byte[] bytes)
    {
        var groups = Enumerable.Range(0, 8).Select(i => (bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToArray();
        var (longest, from) = (1, -1);
        for (var i = 0; i < groups.Length; i++)
        {
            var length = groups.Skip(i).TakeWhile(group => group == 0).Count();
            if (length > longest)
            {
                (longest, from) = (length, i);
            }
        }

        var result = new StringBuilder();
        for (var i = 0; i < groups.Length; i++)
        {
            if (i == from)
            {
                result.Append("::");
                i += longest - 1;
                continue;
            }

            result.Append(result.Length == 0 || result[^1] == ':' ? string.Empty : ":").Append(groups[i].ToString("x"));
        }

        return result.ToString();
    }
}
