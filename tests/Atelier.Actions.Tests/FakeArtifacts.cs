using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Atelier.Sdk;

namespace Atelier.Actions.Tests;

/// <summary>Artifacts in memory; linked files stay where they are and are checked on read.</summary>
internal sealed class FakeArtifacts(string folder) : IArtifacts
{
    private readonly ConcurrentDictionary<string, byte[]> _bytes = [];

    public Artifact Add(string text, string mediaType = "text/plain", string? name = null) => Add(Encoding.UTF8.GetBytes(text), mediaType, name);

    public Artifact Add(byte[] bytes, string mediaType = "application/octet-stream", string? name = null)
    {
        var digest = "sha256:" + Convert.ToHexStringLower(SHA256.HashData(bytes));
        _bytes[digest] = bytes;
        return new Artifact { Digest = digest, MediaType = mediaType, Name = name, Size = bytes.Length };
    }

    public byte[] Bytes(Artifact artifact) => artifact.Path is { } path ? File.ReadAllBytes(path) : _bytes[artifact.Digest];

    public string Text(Artifact artifact) => Encoding.UTF8.GetString(Bytes(artifact));

    public async ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return Add(copy.ToArray(), mediaType, name);
    }

    public async ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var artifact = Add(await File.ReadAllBytesAsync(path, cancellationToken), mediaType, name);
        File.Delete(path);
        return artifact;
    }

    public async ValueTask<Artifact> LinkAsync(string path, string? mediaType, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var digest = "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        return new Artifact
        {
            Digest = digest,
            MediaType = mediaType ?? "application/octet-stream",
            Name = Path.GetFileName(path),
            Size = stream.Length,
            Path = path,
        };
    }

    public ValueTask<Stream> OpenReadAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (artifact.Path is null && !_bytes.ContainsKey(artifact.Digest))
        {
            throw new ArtifactException("ATL3999", $"no artifact {artifact.Digest}");
        }

        return new(new MemoryStream(Bytes(artifact), writable: false));
    }

    public async ValueTask<string> GetPathAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (artifact.Path is { } linked)
        {
            return linked;
        }

        Directory.CreateDirectory(folder);
        var path = Path.Join(folder, artifact.Digest.Replace(':', '-'));
        if (!File.Exists(path))
        {
            // Whole or not at all: bodies ask for the same bytes from several threads.
            var written = Path.Join(folder, Path.GetRandomFileName());
            await File.WriteAllBytesAsync(written, _bytes[artifact.Digest], cancellationToken);
            File.Move(written, path, overwrite: true);
        }

        return path;
    }
}
