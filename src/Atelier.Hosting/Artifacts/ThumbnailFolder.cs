namespace Atelier.Hosting.Artifacts;

/// <summary>Thumbnails as files, <c>ab/cdef...-256.webp</c>; when they take too much, those that were not asked for longest go.</summary>
internal sealed class ThumbnailFolder(string folder, long mostBytes, TimeProvider time)
{
    private const string Incoming = "incoming-";

    // How exactly the time of the last request is kept: a page of pictures must not write a hundred times for nothing.
    private static readonly TimeSpan Touched = TimeSpan.FromHours(1);
    private readonly Lock _gate = new();
    private long _bytes = -1;
    private long _next;

    /// <summary>The file of a thumbnail; null: it was not made, or went.</summary>
    public string? Find(string digest, int size)
    {
        var file = new FileInfo(PathOf(digest, size));
        if (!file.Exists)
        {
            return null;
        }

        try
        {
            var now = time.GetUtcNow().UtcDateTime;
            if (file.LastWriteTimeUtc < now - Touched)
            {
                file.LastWriteTimeUtc = now;
            }
        }
        catch (IOException)
        {
            // It went between two looks; who opens it finds that out.
        }

        return file.FullName;
    }

    /// <summary>A name that nothing else has, in the same file system.</summary>
    public string NewIncoming()
    {
        Directory.CreateDirectory(folder);
        return Path.Join(folder, $"{Incoming}{Environment.ProcessId}-{Interlocked.Increment(ref _next)}.webp");
    }

    /// <summary>Gives a finished file its name.</summary>
    public string Place(string incoming, string digest, int size)
    {
        var path = PathOf(digest, size);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var bytes = new FileInfo(incoming).Length;
        lock (_gate)
        {
            File.Move(incoming, path, overwrite: true);
            _bytes = _bytes < 0 ? All().Sum(static file => file.Length) : _bytes + bytes;
            if (_bytes > mostBytes)
            {
                Trim(path);
            }
        }

        return path;
    }

    // What is still being made has no place yet, and leaves its name at any moment.
    private IEnumerable<FileInfo> All() => new DirectoryInfo(folder).EnumerateFiles("*.webp", SearchOption.AllDirectories).Where(static file => !file.Name.StartsWith(Incoming, StringComparison.Ordinal));

    // A fifth goes at once, so that a full cache is not sorted for every picture.
    private void Trim(string keep)
    {
        foreach (var file in All().Where(file => file.FullName != keep).OrderBy(static file => file.LastWriteTimeUtc).ToList())
        {
            if (_bytes <= mostBytes * 4 / 5)
            {
                return;
            }

            var length = file.Length;
            file.Delete();
            _bytes -= length;
        }
    }

    private string PathOf(string digest, int size)
    {
        var hex = digest.AsSpan("sha256:".Length);
        return Path.Join(folder, hex[..2], $"{hex[2..]}-{size}.webp");
    }
}
