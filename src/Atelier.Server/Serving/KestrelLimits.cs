using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Atelier.Server.Serving;

/// <summary>What one connection may cost: small bodies unless a route says otherwise, no slow senders.</summary>
internal static class KestrelLimits
{
    /// <summary>Bytes of a request's body unless its route takes more.</summary>
    public const long BodyBytes = 1 << 20;

    /// <summary>Connections at once: far more than a team and its workers hold, and few enough that strangers cannot take all memory with them.</summary>
    public const long Connections = 8_192;

    public static void Configure(this KestrelServerOptions kestrel, ServerOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxConcurrentConnections = Connections;
        kestrel.Limits.MaxRequestBodySize = BodyBytes;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        kestrel.Limits.MaxRequestLineSize = 8 * 1024;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 240, gracePeriod: TimeSpan.FromSeconds(5));
        kestrel.Listen(options.Address, options.Port);
    }
}
