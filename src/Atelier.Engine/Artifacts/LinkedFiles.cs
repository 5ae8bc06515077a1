using System.Globalization;
using System.Security.Cryptography;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Engine.Artifacts;

/// <summary>Files that were left where they are: known by their digest, which is remembered by path, size and times.</summary>
public sealed class LinkedFiles(IRunStore store)
{
    /// <summary>Bytes up to which a file is read on the caller's own thread.</summary>
    private const long SmallFile = 4 << 20;

    /// <summary>A file as it is now.</summary>
    /// <exception cref="ArtifactException">ATL3201: it is not there or cannot be read.</exception>
    public async ValueTask<Artifact> LinkAsync(string path, string? mediaType, CancellationToken cancellationToken)
    {
        var stamp = FileStamps.Of(path) ?? throw new ArtifactException("ATL3201", $"file `{path}` is not there or cannot be read.");
        var digest = store.FindFileDigest(stamp) ?? await DigestAsync(path, stamp, cancellationToken).ConfigureAwait(false);
        return new Artifact { Digest = digest, MediaType = mediaType ?? "application/octet-stream", Name = Path.GetFileName(path), Size = stamp.Size, Path = path };
    }

    private async ValueTask<string> DigestAsync(string path, FileStamp stamp, CancellationToken cancellationToken)
    {
        string digest;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, FileOptions.SequentialScan);

            // Each asynchronous read of a file is a way to another thread and back: dearer than to hash what it brought.
            digest = "sha256:" + Convert.ToHexStringLower(stamp.Size <= SmallFile ? SHA256.HashData(file) : await SHA256.HashDataAsync(file, cancellationToken).ConfigureAwait(false));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactException("ATL3201", string.Create(CultureInfo.InvariantCulture, $"file `{path}` cannot be read: {exception.Message}"));
        }

        if (FileStamps.Of(path) == stamp)
        {
            store.SaveFileDigests([(stamp, digest)]);
        }

        return digest;
    }
}
