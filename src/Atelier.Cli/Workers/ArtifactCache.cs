using System.Security.Cryptography;
using Atelier.Sdk;

namespace Atelier.Cli.Workers;

/// <summary>Files by digest in a folder of this process. What no step uses goes, the longest unused first, when there is more than a limit.</summary>
internal sealed class ArtifactCache(string folder, long limit) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private long _held;
    private long _clock;
    private long _files;

    /// <summary>Where steps have their private folders.</summary>
    public string NewFolder() => Directory.CreateDirectory(Path.Join(folder, $"work-{Interlocked.Increment(ref _files)}")).FullName;

    /// <summary>A path for a file that is being written.</summary>
    public string NewFile()
    {
        Directory.CreateDirectory(folder);
        return Path.Join(folder, $"new-{Interlocked.Increment(ref _files)}");
    }

    /// <summary>The file with these bytes, held until <see cref="Release"/>; null: not here.</summary>
    public string? Hold(string digest)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(digest, out var entry))
            {
                return null;
            }

            entry.Users++;
            return entry.Path;
        }
    }

    /// <summary>Takes a finished file over and holds it; gives its path.</summary>
    public string Keep(string digest, string file)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(digest, out var entry))
            {
                var path = Path.Join(folder, digest[(digest.IndexOf(':', StringComparison.Ordinal) + 1)..]);
                File.Move(file, path, overwrite: true);
                _entries[digest] = entry = new Entry(path, new FileInfo(path).Length);
                _held += entry.Size;
            }
            else
            {
                File.Delete(file);
            }

            entry.Users++;
            return entry.Path;
        }
    }

    /// <summary>A step no longer uses it.</summary>
    public void Release(string digest)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(digest, out var entry) && --entry.Users == 0)
            {
                entry.Used = ++_clock;
            }

            while (_held > limit && _entries.Where(static pair => pair.Value.Users == 0).MinBy(static pair => pair.Value.Used) is { Value: { } oldest } pair)
            {
                _entries.Remove(pair.Key);
                _held -= oldest.Size;
                File.Delete(oldest.Path);
            }
        }
    }

    /// <summary>The digest of a file.</summary>
    public static async Task<string> DigestAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan | FileOptions.Asynchronous);
            return "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactException("ATL3201", $"file `{path}` cannot be read: {exception.Message}");
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private sealed class Entry(string path, long size)
    {
        public string Path { get; } = path;

        public long Size { get; } = size;

        public int Users { get; set; }

        public long Used { get; set; }
    }
}
