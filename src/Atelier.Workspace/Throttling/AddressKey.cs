using System.Net;
using System.Net.Sockets;

namespace Atelier.Workspace.Throttling;

/// <summary>What counts as one address: an IPv4 one, or a /64 of IPv6, since whoever has one address of it has all.</summary>
public static class AddressKey
{
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6 ? new IPAddress([.. address.GetAddressBytes().AsSpan(0, 8), 0, 0, 0, 0, 0, 0, 0, 0]) : address;
    }
}
