using System.Globalization;
using System.Text;

namespace Atelier.Hosts.Pools;

/// <summary>The private folder (0700) a host's socket lies in. Its name carries this process's id, so that what a killed process left is found and removed.</summary>
internal sealed class HostFolder : IDisposable
{
    private const string Prefix = "atelier-host-";

    /// <summary>Addresses of Unix sockets hold 104 bytes on macOS, 108 on Linux; <c>/s</c> and an end follow.</summary>
    private const int MaxPathBytes = 100;

    private readonly string _path;

    private HostFolder(string path) => _path = path;

    public string Socket => Path.Join(_path, "s");

    /// <summary>Makes a folder under <paramref name="root"/>; null with a sentence when that cannot be.</summary>
    public static HostFolder? TryCreate(string root, out string? problem)
    {
        problem = null;
        try
        {
            RemoveLeftovers(root);
            var path = Path.GetFullPath(Path.Join(root, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()[..8]}"));
            if (Encoding.UTF8.GetByteCount(path) > MaxPathBytes)
            {
                problem = $"the folder `{root}` has too long a path for a socket: set TMPDIR to a shorter one";
                return null;
            }

            const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            _ = OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, OnlyOwner);
            return new HostFolder(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = $"no folder for its socket can be made in `{root}`: {exception.Message}";
            return null;
        }
    }

    public void Dispose() => Remove(_path);

    private static void RemoveLeftovers(string root)
    {
        foreach (var folder in Directory.EnumerateDirectories(root, Prefix + "*"))
        {
            var owner = Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(owner, CultureInfo.InvariantCulture, out var pid) && !Processes.ProcessSession.Exists(pid))
            {
                Remove(folder);
            }
        }
    }

    private static void Remove(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Gone already, or another user's.
        }
    }
}
