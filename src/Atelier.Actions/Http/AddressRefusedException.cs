using System.Net;

namespace Atelier.Actions.Http;

/// <summary>Thrown at connect, after the name was resolved: so neither a name nor a way of writing an address gets past it.</summary>
internal sealed class AddressRefusedException(string host, IPAddress address) : IOException($"{host} is at {address}")
{
    public string Host { get; } = host;

    public IPAddress Address { get; } = address;
}
