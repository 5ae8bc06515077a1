using System.Net;

namespace Atelier.Server.Security;

/// <summary>
/// The names under which a server answers. Addresses written as numbers are safe, since no name leads to them; names are those of this machine and the one given with
/// <c>--public-url</c>.
/// </summary>
internal sealed class ServedNames
{
    private readonly HashSet<string> _names;
    private readonly bool _exposed;

    private ServedNames(HashSet<string> names, bool exposed)
    {
        _names = names;
        _exposed = exposed;
    }

    public static ServedNames Of(ServerOptions options, string machine)
    {
        var names = new HashSet<string>(["localhost"], StringComparer.OrdinalIgnoreCase);
        if (options.Exposed)
        {
            names.Add(machine);
            names.Add($"{machine}.local");
        }

        if (options.PublicUrl is { } url)
        {
            names.Add(url.Host);
        }

        return new ServedNames(names, options.Exposed);
    }

    /// <summary>Whether the host of a request, without its port, is one of them.</summary>
    public bool Has(string host) =>
        IPAddress.TryParse(host.Trim('[', ']'), out var address) ? _exposed || IPAddress.IsLoopback(address) || _names.Contains(host) : _names.Contains(host.TrimEnd('.'));
}
