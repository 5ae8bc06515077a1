using System.Globalization;

namespace Atelier.Hosts.Pools;

/// <summary>The private folder (0700) a host's socket lies in. Its name carries this process's id, so that what a killed process left is found and removed.</summary>
internal sealed class HostFolder : IDisposable
{
    private const string Prefix = "atelier-host-";

    private readonly string _path;

    public HostFolder(string root)
    {
        RemoveLeftovers(root);
        var name = Path.Join(root, $"{Prefix}{Environment.ProcessId}-{Path.GetRandomFileName()[..8]}");
        _path = OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(name).FullName
            : Directory.CreateDirectory(name, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    public string Socket => Path.Join(_path, "s");

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
