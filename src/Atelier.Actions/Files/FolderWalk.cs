using System.Runtime.InteropServices;
using System.Text;

namespace Atelier.Actions.Files;

/// <summary>
/// Walks the files below a folder, depth first, in ordinal order of the path's names. Holds the names of the folders it is in, not
/// those of the whole tree. Goes on after any path, whether that still exists or not.
/// </summary>
internal sealed class FolderWalk : IDisposable
{
    private readonly string _root;
    private readonly FolderWalkOptions _options;
    private readonly Stack<Level> _levels = new();

    public FolderWalk(string root, FolderWalkOptions options)
    {
        _root = root;
        _options = options;
        _levels.Push(new Level(string.Empty, FolderEntries.Read(root, options.Hidden), RealPath(root)));
    }

    private sealed record Level(string Prefix, FolderEntries Entries, string RealPath)
    {
        public int Next { get; set; }
    }

    /// <summary>Links that were passed over so far.</summary>
    public int LinksPassedOver { get; private set; }

    /// <summary>Moves behind a path, as if it had just been returned.</summary>
    public void SkipTo(string relative)
    {
        var names = relative.Split('/');
        for (var i = 0; i < names.Length; i++)
        {
            var level = _levels.Peek();
            level.Next = level.Entries.LowerBound(names[i], out var found);
            if (!found)
            {
                return;
            }

            if (i == names.Length - 1)
            {
                level.Next++;
                return;
            }

            var index = level.Next++;
            var inside = level.Prefix + names[i];
            if (!IsFolder(level, index, inside) || !TryEnter(inside))
            {
                return;
            }
        }
    }

    /// <summary>The next file's relative path with <c>/</c>; null at the end. Throws what the file system throws.</summary>
    public string? Next()
    {
        while (_levels.TryPeek(out var level))
        {
            if (level.Next >= level.Entries.Count)
            {
                _levels.Pop();
                continue;
            }

            var index = level.Next++;
            if (level.Entries.IsLink(index) && !_options.FollowLinks)
            {
                LinksPassedOver++;
                continue;
            }

            var relative = level.Prefix + level.Entries.NameAt(index);
            if (IsFolder(level, index, relative))
            {
                if (_options.Recursive && !_options.Excludes(relative))
                {
                    TryEnter(relative);
                }
            }
            else if (_options.Includes(relative))
            {
                return relative;
            }
        }

        return null;
    }

    public void Dispose() => _levels.Clear();

    private bool IsFolder(Level level, int index, string relative) =>
        level.Entries.IsFolder(index) || (level.Entries.IsLink(index) && Directory.Exists(Path.Join(_root, relative)));

    private bool TryEnter(string relative)
    {
        var path = Path.Join(_root, relative);
        var real = _options.FollowLinks ? RealPath(path) : path;

        // A link to a folder that we are in would never end.
        if (_options.FollowLinks && _levels.Any(level => level.RealPath == real))
        {
            return false;
        }

        try
        {
            _levels.Push(new Level(relative + "/", FolderEntries.Read(path, _options.Hidden), real));
            return true;
        }
        catch (DirectoryNotFoundException)
        {
            // Removed since its parent was read: as if it had never been there.
            return false;
        }
    }

    // The system's own resolution: a link's text is relative to where its folder really is, not to the path we came by.
    private static string RealPath(string folder)
    {
        var buffer = new byte[4097];
        if (OperatingSystem.IsWindows() || Resolve(Encoding.UTF8.GetBytes(folder + '\0'), buffer) == 0)
        {
            return Path.GetFullPath(folder);
        }

        return Encoding.UTF8.GetString(buffer.AsSpan(0, buffer.AsSpan().IndexOf((byte)0)));
    }

    [DllImport("libc", EntryPoint = "realpath")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Resolve(byte[] path, byte[] resolved);
}
