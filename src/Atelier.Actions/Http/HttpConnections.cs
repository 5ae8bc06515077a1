using System.Net;
using System.Net.Sockets;

namespace Atelier.Actions.Http;

/// <summary>The connections of all HTTP steps: one pool that reaches public addresses only, one that reaches any.</summary>
internal sealed class HttpConnections(OutboundPolicy policy)
{
    private readonly Lazy<HttpClient> _public = new(() => Create(policy, guarded: true));
    private readonly Lazy<HttpClient> _any = new(() => Create(policy, guarded: false));

    /// <summary>The pool for a step. It sets no limit of time; callers watch.</summary>
    public HttpClient For(bool allowPrivate)
    {
        var any = policy.PrivateAddresses == PrivateAddresses.Always || (policy.PrivateAddresses == PrivateAddresses.WhenAsked && allowPrivate);
        return (any ? _any : _public).Value;
    }

    private static HttpClient Create(OutboundPolicy policy, bool guarded)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = policy.ConnectTimeout,
            MaxConnectionsPerServer = 64,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            UseCookies = false,
            UseProxy = policy.UseProxy,
        };
        if (!policy.UseProxy)
        {
            handler.ConnectCallback = (connection, cancellationToken) => ConnectAsync(connection.DnsEndPoint, guarded, cancellationToken);
        }

        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    // The checked address is the one that is connected to: a second look-up could answer differently.
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool guarded, CancellationToken cancellationToken)
    {
        IPAddress[] addresses = IPAddress.TryParse(target.Host.Trim('[', ']'), out var written)
            ? [written]
            : await Dns.GetHostAddressesAsync(target.Host, cancellationToken).ConfigureAwait(false);
        if (guarded && Array.Find(addresses, address => !PublicAddresses.IsPublic(address)) is { } refused)
        {
            throw new AddressRefusedException(target.Host, refused);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
