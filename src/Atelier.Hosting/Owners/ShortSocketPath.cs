using System.Net.Sockets;
using System.Text;

namespace Atelier.Hosting.Owners;

/// <summary>
/// A path to a socket that fits into <c>sockaddr_un</c> (104 bytes on macOS, 108 on Linux) however deep its folder lies: through a link in a private
/// folder of its own, removed with this object. A bound socket stays reachable by its real path.
/// </summary>
internal sealed class ShortSocketPath : IDisposable
{
    private const int Longest = 100;
    private readonly string? _folder;

    public ShortSocketPath(string path)
    {
        if (Encoding.UTF8.GetByteCount(path) <= Longest)
        {
            EndPoint = new UnixDomainSocketEndPoint(path);
            return;
        }

        _folder = Directory.CreateTempSubdirectory("atelier-").FullName;
        var link = Path.Join(_folder, "h");
        Directory.CreateSymbolicLink(link, Path.GetDirectoryName(path)!);
        EndPoint = new UnixDomainSocketEndPoint(Path.Join(link, Path.GetFileName(path)));
    }

    public UnixDomainSocketEndPoint EndPoint { get; }

    public void Dispose()
    {
        if (_folder is not null)
        {
            // The link first, by itself: a recursive delete must never walk into the home.
            File.Delete(Path.Join(_folder, "h"));
            Directory.Delete(_folder);
        }
    }
}
