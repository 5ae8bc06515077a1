using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Artifacts;

/// <summary>Where files lie by digest: <c>ab/cdef...</c>; a file appears under its name only when it is complete.</summary>
internal sealed class ArtifactFiles
{
    private readonly string _root;
    private readonly string _incoming;
    private long _next;

    public ArtifactFiles(string root)
    {
        _root = root;
        _incoming = Path.Join(root, "incoming");
        Directory.CreateDirectory(_incoming);
    }

    public string PathOf(string digest)
    {
        var hex = Digests.IsDigest(digest) ? digest.AsSpan("sha256:".Length) : throw new ArgumentException($"{digest} is no digest", nameof(digest));
        return Path.Join(_root, hex[..2].ToString(), hex[2..].ToString());
    }

    public bool Exists(string digest) => Digests.IsDigest(digest) && File.Exists(PathOf(digest));

    /// <summary>A name that no other body of this process has.</summary>
    public string NewIncoming() => Path.Join(_incoming, $"{Environment.ProcessId}-{Interlocked.Increment(ref _next)}");

    /// <summary>Gives a complete file its name, in place of whatever has it.</summary>
    public void Place(string incoming, string digest)
    {
        var path = PathOf(digest);
        var folder = Path.GetDirectoryName(path)!;
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(folder);
            DiskSync.Folder(_root);
        }

        File.Move(incoming, path, overwrite: true);
    }

    /// <summary>Removes what a process that was killed had begun. Only the owner of the home may.</summary>
    public void RemoveIncoming()
    {
        foreach (var path in Directory.EnumerateFiles(_incoming))
        {
            File.Delete(path);
        }
    }

    /// <summary>All files with their digests.</summary>
    public IEnumerable<(string Digest, FileInfo File)> All()
    {
        foreach (var folder in Directory.EnumerateDirectories(_root, "??"))
        {
            foreach (var path in Directory.EnumerateFiles(folder))
            {
                var digest = "sha256:" + Path.GetFileName(folder) + Path.GetFileName(path);
                if (Digests.IsDigest(digest))
                {
                    yield return (digest, new FileInfo(path));
                }
            }
        }
    }

    public void Delete(string digest) => File.Delete(PathOf(digest));
}
