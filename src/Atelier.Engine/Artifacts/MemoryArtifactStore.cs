using System.Collections.Concurrent;
using System.Security.Cryptography;
using Atelier.Sdk;

namespace Atelier.Engine.Artifacts;

/// <summary>Artifacts in memory, for tests and trials: those that were never persisted can be dropped, as a power loss would.</summary>
/// <param name="folder">Where <see cref="GetPath"/> writes files out; removed on disposal.</param>
public sealed class MemoryArtifactStore(string folder) : IArtifactStore, IDisposable
{
    private readonly ConcurrentDictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _persisted = new(StringComparer.Ordinal);
    private readonly Lock _files = new();

    /// <inheritdoc />
    public async ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var buffer = new MemoryStream();
        await content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        var bytes = buffer.ToArray();
        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        _contents.TryAdd(digest, bytes);
        return new Artifact { Digest = digest, MediaType = mediaType, Name = name, Size = bytes.Length };
    }

    /// <inheritdoc />
    public async ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var content = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        await using (content.ConfigureAwait(false))
        {
            return await WriteAsync(content, mediaType, name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <inheritdoc />
    public void Persist(IReadOnlyList<string> digests)
    {
        foreach (var digest in digests)
        {
            _persisted[digest] = true;
        }
    }

    /// <summary>Forgets what was written and never persisted.</summary>
    public void DropUnpersisted()
    {
        foreach (var digest in _contents.Keys.Where(digest => !_persisted.ContainsKey(digest)))
        {
            _contents.TryRemove(digest, out _);
        }
    }

    /// <inheritdoc />
    public Stream? OpenRead(string digest) => _contents.TryGetValue(digest, out var bytes) ? new MemoryStream(bytes, writable: false) : null;

    /// <inheritdoc />
    public string? GetPath(string digest)
    {
        if (!_contents.TryGetValue(digest, out var bytes))
        {
            return null;
        }

        var path = Path.GetFullPath(digest.Replace(':', '-'), folder);
        lock (_files)
        {
            if (!File.Exists(path))
            {
                Directory.CreateDirectory(folder);
                File.WriteAllBytes(path, bytes);
            }
        }

        return path;
    }

    /// <inheritdoc />
    public long? GetSize(string digest) => _contents.TryGetValue(digest, out var bytes) ? bytes.Length : null;

    /// <inheritdoc />
    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
