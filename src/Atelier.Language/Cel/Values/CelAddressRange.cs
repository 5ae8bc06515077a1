using System.Globalization;
using System.Net;

namespace Atelier.Language.Cel.Values;

/// <summary>A range of addresses: <c>10.0.0.0/8</c>. The address may have bits beyond the prefix.</summary>
public sealed class CelAddressRange : CelValue
{
    internal CelAddressRange(CelAddress address, int prefixLength) => (Address, PrefixLength) = (address, prefixLength);

    /// <summary>The address as written.</summary>
    public CelAddress Address { get; }

    /// <summary>How many leading bits all addresses of the range share.</summary>
    public int PrefixLength { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.Network;

    /// <inheritdoc/>
    public override CelType Type => CelType.AddressRange;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Address, PrefixLength);

    /// <inheritdoc/>
    public override string ToString() => $"{Address}/{PrefixLength}";

    /// <summary>Null when the text is no range.</summary>
    internal static CelAddressRange? Parse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || CelAddress.Parse(text[..slash]) is not { } address)
        {
            return null;
        }

        var digits = text.AsSpan(slash + 1);
        var bits = address.Value.GetAddressBytes().Length * 8;
        return digits.Length is >= 1 and <= 3 && (digits[0] != '0' || digits.Length == 1)
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= bits
                ? new CelAddressRange(address, length)
                : null;
    }

    internal CelAddress FirstAddress()
    {
        var bytes = Address.Value.GetAddressBytes();
        for (var bit = PrefixLength; bit < bytes.Length * 8; bit++)
        {
            bytes[bit / 8] &= (byte)~(0x80 >> (bit % 8));
        }

        return new CelAddress(new IPAddress(bytes));
    }

    internal bool Contains(CelAddress address) =>
        address.Value.AddressFamily == Address.Value.AddressFamily
        && new CelAddressRange(address, PrefixLength).FirstAddress().Value.Equals(FirstAddress().Value);
}
