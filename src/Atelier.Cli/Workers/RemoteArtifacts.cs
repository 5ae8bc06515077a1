using Atelier.Sdk;

namespace Atelier.Cli.Workers;

/// <summary>A step's way to bytes on a worker: inputs come from the server by digest, what it writes goes there.</summary>
internal sealed class RemoteArtifacts(WorkerServer server, ArtifactCache cache, string lease) : IArtifacts, IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<string> _held = [];

    /// <inheritdoc />
    public async ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var file = cache.NewFile();
        await using (var target = File.Create(file))
        {
            await content.CopyToAsync(target, cancellationToken).ConfigureAwait(false);
        }

        return await UploadAsync(file, mediaType, name, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var file = cache.NewFile();
        File.Move(path, file);
        return await UploadAsync(file, mediaType, name, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A file of this machine is nothing to the server: its bytes are sent.</summary>
    public async ValueTask<Artifact> LinkAsync(string path, string? mediaType, CancellationToken cancellationToken)
    {
        var file = cache.NewFile();
        try
        {
            File.Copy(path, file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ArtifactException("ATL3201", $"file `{path}` cannot be read: {exception.Message}");
        }

        return await UploadAsync(file, mediaType ?? "application/octet-stream", Path.GetFileName(path), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public async ValueTask<Stream> OpenReadAsync(Artifact artifact, CancellationToken cancellationToken) =>
        new FileStream(await GetPathAsync(artifact, cancellationToken).ConfigureAwait(false), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);

    /// <inheritdoc />
    public async ValueTask<string> GetPathAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (cache.Hold(artifact.Digest) is { } known)
        {
            Note(artifact.Digest);
            return known;
        }

        var file = cache.NewFile();
        try
        {
            await using (var target = File.Create(file))
            {
                await server.DownloadAsync(lease, artifact.Digest, target, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (WorkerServerException exception)
        {
            throw new ArtifactException(exception.Code, $"artifact {artifact.Digest} ({artifact.Name}) did not come from the server: {exception.Message}");
        }

        if (await ArtifactCache.DigestAsync(file, cancellationToken).ConfigureAwait(false) != artifact.Digest)
        {
            File.Delete(file);
            throw new ArtifactException("ATL3203", $"artifact {artifact.Digest} ({artifact.Name}) came from the server with other bytes");
        }

        Note(artifact.Digest);
        return cache.Keep(artifact.Digest, file);
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _held.ForEach(cache.Release);
            _held.Clear();
        }
    }

    private async Task<Artifact> UploadAsync(string file, string mediaType, string? name, CancellationToken cancellationToken)
    {
        var digest = await ArtifactCache.DigestAsync(file, cancellationToken).ConfigureAwait(false);
        var path = cache.Keep(digest, file);
        Note(digest);
        try
        {
            var kept = await server.UploadAsync(() => File.OpenRead(path), mediaType, name, cancellationToken).ConfigureAwait(false);
            return new Artifact { Digest = kept.Digest, MediaType = mediaType, Name = name, Size = kept.Size };
        }
        catch (WorkerServerException exception)
        {
            throw new ArtifactException(exception.Code, $"`{name ?? digest}` could not be sent to the server: {exception.Message}");
        }
    }

    private void Note(string digest)
    {
        lock (_lock)
        {
            _held.Add(digest);
        }
    }
}
