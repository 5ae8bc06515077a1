using System.Net;

namespace Atelier.Server.Security;

/// <summary>Where a request comes from.</summary>
internal static class ClientAddress
{
    /// <summary>
    /// The other end of the connection. Where a proxy stands before the server (<c>--public-url</c>) on the same machine, the address that it appended last to
    /// <c>X-Forwarded-For</c>: from anybody else that header is a claim.
    /// </summary>
    public static IPAddress Of(HttpContext context, ServerOptions options)
    {
        var remote = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (options.PublicUrl is not null && IPAddress.IsLoopback(remote)
            && context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim() is { Length: > 0 } forwarded && IPAddress.TryParse(forwarded, out var client))
        {
            remote = client;
        }

        return remote.IsIPv4MappedToIPv6 ? remote.MapToIPv4() : remote;
    }
}
