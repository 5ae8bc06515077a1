namespace Atelier.Server.Files;

/// <summary>The folders that people of this server may name files in. What links lead outside is outside.</summary>
internal sealed class FileRoots(ServerOptions options)
{
    private readonly string[] _roots = [.. options.Roots.Select(static root => Real(Path.TrimEndingDirectorySeparator(Path.GetFullPath(root))))];

    /// <summary>Absolute paths.</summary>
    public IReadOnlyList<string> All => options.Roots;

    /// <summary>What relative paths start from.</summary>
    public string First => options.Roots[0];

    /// <summary>The absolute path of a file or folder inside a root; null: it lies outside. It need not exist.</summary>
    public string? Inside(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path, First));
        var real = Real(full);
        return Array.Exists(_roots, root => IsIn(real, root)) ? full : null;
    }

    private static bool IsIn(string path, string root) =>
        path.StartsWith(root, StringComparison.Ordinal) && (path.Length == root.Length || root.EndsWith('/') || path[root.Length] == '/');

    /// <summary>The path with every link in it followed, as far as it exists.</summary>
    private static string Real(string path)
    {
        var rest = new Stack<string>();
        for (var at = path; ; at = Path.GetDirectoryName(at)!)
        {
            if (Path.GetDirectoryName(at) is null)
            {
                return Join(at, rest);
            }

            FileSystemInfo info = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
            if (info.LinkTarget is not null && info.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                return Real(Join(target.FullName, rest));
            }

            rest.Push(Path.GetFileName(at));
        }
    }

    private static string Join(string head, Stack<string> rest) => rest.Aggregate(head, Path.Join);
}
