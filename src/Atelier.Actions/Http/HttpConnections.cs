using System.Net;
using System.Net.Sockets;

namespace Atelier.Actions.Http;

/// <summary>The connections of all HTTP steps: one pool that reaches public addresses only, one that reaches any.</summary>
internal sealed class HttpConnections(OutboundPolicy policy, HttpConnections.Resolve resolve, Func<IPAddress, bool> isPublic)
{
    private readonly Lazy<HttpClient> _public = new(() => Create(policy, resolve, isPublic));
    private readonly Lazy<HttpClient> _any = new(() => Create(policy, resolve, static _ => true));

    public HttpConnections(OutboundPolicy policy)
        : this(policy, Dns.GetHostAddressesAsync, PublicAddresses.IsPublic)
    {
    }

    /// <summary>Asks for the addresses of a name.</summary>
    public delegate Task<IPAddress[]> Resolve(string host, CancellationToken cancellationToken);

    /// <summary>The pool for a step. It sets no limit of time; callers watch.</summary>
    public HttpClient For(bool allowPrivate)
    {
        var any = policy.PrivateAddresses == PrivateAddresses.Always || (policy.PrivateAddresses == PrivateAddresses.WhenAsked && allowPrivate);
        return (any ? _any : _public).Value;
    }

    private static HttpClient Create(OutboundPolicy policy, Resolve resolve, Func<IPAddress, bool> isAllowed)
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
            ConnectCallback = (connection, cancellationToken) => ConnectAsync(connection, resolve, isAllowed, cancellationToken),
        };
        return new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    // The checked address is the one that is connected to: a second look-up could answer differently.
    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext connection, Resolve resolve, Func<IPAddress, bool> isAllowed, CancellationToken cancellationToken)
    {
        var target = connection.DnsEndPoint;
        var addresses = Written(target.Host) is { } written ? [written] : await resolve(target.Host, cancellationToken).ConfigureAwait(false);

        // A proxy that the home chose may be anywhere; what a step asks it for may not, as far as that can be seen here.
        var asked = connection.InitialRequestMessage.RequestUri!.IdnHost;
        var direct = string.Equals(asked.Trim('[', ']'), target.Host.Trim('[', ']'), StringComparison.OrdinalIgnoreCase);
        var looked = direct ? addresses : Written(asked) is { } literal ? [literal] : [];
        if (Array.Find(looked, address => !isAllowed(address)) is { } refused)
        {
            throw new AddressRefusedException(asked, refused);
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

    private static IPAddress? Written(string host) => IPAddress.TryParse(host.Trim('[', ']'), out var address) ? address : null;
}
