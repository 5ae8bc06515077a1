using System.Buffers;
using System.Security.Cryptography;
using Atelier.Engine.Artifacts;
using Atelier.Sdk;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Artifacts;

/// <summary>
/// Artifacts of a home: up to 64 KiB in the database, written by the commit that refers to them, larger ones as files. A file counts as stored once a
/// commit has noted it; one that lies there without (from before a power loss) is written anew.
/// </summary>
public sealed class FolderArtifactStore : IArtifactStore
{
    /// <summary>Bytes up to which an artifact lives in the database.</summary>
    public const int InlineBytes = 64 * 1024;

    private const long SmallBytesHeld = 32 * 1024 * 1024;
    private readonly SqliteRunStore _store;
    private readonly ArtifactFiles _files;
    private readonly ArtifactFiles _cache;

    /// <summary>Opens the folders, creates them when missing.</summary>
    /// <param name="folder">For files.</param>
    /// <param name="cacheFolder">For small artifacts that a body wants as a file; may be removed when nothing runs.</param>
    /// <param name="store">The database they share.</param>
    public FolderArtifactStore(string folder, string cacheFolder, SqliteRunStore store)
    {
        _store = store;
        _files = new ArtifactFiles(folder);
        _cache = new ArtifactFiles(cacheFolder);
    }

    private ArtifactCommits Commits => _store.Artifacts;

    /// <summary>Removes what a killed process had begun to write. Call as owner of the home, before bodies run.</summary>
    public void RemoveIncoming()
    {
        _files.RemoveIncoming();
        _cache.RemoveIncoming();
    }

    /// <summary>
    /// Removes what nothing refers to. An artifact is doomed first and removed by a collection at least <paramref name="grace"/> later; nothing younger than a
    /// day is touched. Commits wait while rows are marked. Call as owner of the home.
    /// </summary>
    public GarbageReport CollectGarbage(TimeSpan grace)
    {
        var garbage = new ArtifactGarbage(_files, Commits, _store.Now(), grace);
        _store.CollectGarbage(garbage);
        return garbage.RemoveFiles();
    }

    /// <inheritdoc />
    public async ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(InlineBytes + 1);
        try
        {
            var length = await content.ReadAtLeastAsync(buffer.AsMemory(0, InlineBytes + 1), InlineBytes + 1, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            var artifact = new Artifact { Digest = string.Empty, MediaType = mediaType, Name = name, Size = length };
            return length <= InlineBytes
                ? artifact with { Digest = AddSmall(buffer.AsSpan(0, length)) }
                : await WriteLargeAsync(buffer.AsMemory(0, length), content, artifact, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    public async ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken)
    {
        if (AdoptSmall(path) is { } small)
        {
            return small with { MediaType = mediaType, Name = name };
        }

        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
        {
            return await WriteAsync(file, mediaType, name, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes a file that fits into the database, on this thread: an asynchronous read costs more than these bytes. Null: it does not fit.</summary>
    private Artifact? AdoptSmall(string path)
    {
        using var file = File.OpenHandle(path, options: FileOptions.SequentialScan);
        if (RandomAccess.GetLength(file) > InlineBytes)
        {
            return null;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(InlineBytes + 1);
        try
        {
            var length = 0;
            for (int read; length <= InlineBytes && (read = RandomAccess.Read(file, buffer.AsSpan(length, InlineBytes + 1 - length), length)) > 0;)
            {
                length += read;
            }

            return length > InlineBytes ? null : new Artifact { Digest = AddSmall(buffer.AsSpan(0, length)), MediaType = string.Empty, Size = length };
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc />
    public void Persist(IReadOnlyList<string> digests)
    {
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var digest in digests)
        {
            if (Commits.Take(digest) || !Commits.Contains(digest))
            {
                continue;
            }

            if (_store.IsStored(digest))
            {
                Commits.TakeFile(digest, new FileInfo(_files.PathOf(digest)).Length);
            }
            else
            {
                paths.TryAdd(digest, _files.PathOf(digest));
            }
        }

        if (paths.Count > 0)
        {
            try
            {
                DiskSync.Files(paths.Values);
            }
            catch (IOException exception)
            {
                throw new Engine.Stores.StoreException("ATL3007", $"artifacts could not be brought to the disk: {exception.Message}", retry: true, exception);
            }

            foreach (var (digest, path) in paths)
            {
                Commits.TakeFile(digest, new FileInfo(path).Length);
            }
        }
    }

    /// <inheritdoc />
    public Stream? OpenRead(string digest)
    {
        if (Small(digest) is { } content)
        {
            return new MemoryStream(content, writable: false);
        }

        return _files.Exists(digest)
            ? new FileStream(_files.PathOf(digest), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 0, FileOptions.Asynchronous | FileOptions.SequentialScan)
            : null;
    }

    /// <inheritdoc />
    public string? GetPath(string digest)
    {
        if (_files.Exists(digest))
        {
            return _files.PathOf(digest);
        }

        if (Small(digest) is not { } content)
        {
            return null;
        }

        if (!_cache.Exists(digest) || new FileInfo(_cache.PathOf(digest)).Length != content.Length)
        {
            Place(_cache, digest, content);
        }

        return _cache.PathOf(digest);
    }

    /// <inheritdoc />
    public long? GetSize(string digest) =>
        Small(digest) is { } content ? content.Length : _files.Exists(digest) ? new FileInfo(_files.PathOf(digest)).Length : null;

    private static void Place(ArtifactFiles files, string digest, byte[] content)
    {
        var incoming = files.NewIncoming();
        File.WriteAllBytes(incoming, content);
        files.Place(incoming, digest);
    }

    private byte[]? Small(string digest) => Commits.Find(digest) ?? _store.FindSmallArtifact(digest);

    private string AddSmall(ReadOnlySpan<byte> content)
    {
        var digest = Digests.ToText(SHA256.HashData(content));
        Commits.Add(digest, content.ToArray());
        while (Commits.Oldest(SmallBytesHeld) is var (oldest, bytes))
        {
            Place(_files, oldest, bytes);
            Commits.Spilled(oldest);
        }

        return digest;
    }

    private async ValueTask<Artifact> WriteLargeAsync(ReadOnlyMemory<byte> start, Stream rest, Artifact artifact, CancellationToken cancellationToken)
    {
        var incoming = _files.NewIncoming();
        try
        {
            var (digest, size) = await CopyAsync(start, rest, incoming, cancellationToken).ConfigureAwait(false);
            if (!_files.Exists(digest) || !(_store.IsStored(digest) || Commits.Contains(digest)))
            {
                _files.Place(incoming, digest);
            }

            Commits.Add(digest, content: null);
            return artifact with { Digest = digest, Size = size };
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    private static async Task<(string Digest, long Size)> CopyAsync(ReadOnlyMemory<byte> start, Stream rest, string path, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(128 * 1024);
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
        await using (file.ConfigureAwait(false))
        {
            hash.AppendData(start.Span);
            await file.WriteAsync(start, cancellationToken).ConfigureAwait(false);
            int read;
            while ((read = await rest.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
            {
                hash.AppendData(buffer, 0, read);
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }

            ArrayPool<byte>.Shared.Return(buffer);
            return (Digests.ToText(hash.GetHashAndReset()), file.Length);
        }
    }
}
