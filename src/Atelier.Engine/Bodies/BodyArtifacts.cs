using Atelier.Engine.Artifacts;
using Atelier.Sdk;

namespace Atelier.Engine.Bodies;

/// <summary>A body's way to bytes: stored ones by digest, linked ones by path, verified when read.</summary>
internal sealed class BodyArtifacts(BodyServices services, Body body) : IArtifacts
{
    private readonly LinkedFiles _linked = new(services.Store);
    private readonly List<string> _written = [];

    public IReadOnlyList<string> Written => _written;

    /// <inheritdoc />
    public async ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken) =>
        Keep(await services.Artifacts.WriteAsync(content, mediaType, name, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public async ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken) =>
        Keep(await services.Artifacts.AdoptAsync(path, mediaType, name, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc />
    public ValueTask<Artifact> LinkAsync(string path, string? mediaType, CancellationToken cancellationToken) => _linked.LinkAsync(path, mediaType, cancellationToken);

    /// <inheritdoc />
    public async ValueTask<Stream> OpenReadAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (services.Artifacts.OpenRead(artifact.Digest) is { } stored)
        {
            return stored;
        }

        return new FileStream(await VerifiedAsync(artifact, cancellationToken).ConfigureAwait(false), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, useAsync: false);
    }

    /// <inheritdoc />
    public async ValueTask<string> GetPathAsync(Artifact artifact, CancellationToken cancellationToken) =>
        services.Artifacts.GetPath(artifact.Digest) ?? await VerifiedAsync(artifact, cancellationToken).ConfigureAwait(false);

    /// <summary>Counts bytes that are in the store as written by the body; false: they are not there.</summary>
    public bool TryKeep(string digest)
    {
        if (!IsDigest(digest) || services.Artifacts.GetSize(digest) is null)
        {
            return false;
        }

        lock (_written)
        {
            _written.Add(digest);
        }

        return true;
    }

    private static bool IsDigest(string text) =>
        text.Length == 71 && text.StartsWith("sha256:", StringComparison.Ordinal) && text.AsSpan(7).IndexOfAnyExcept("0123456789abcdef") < 0;

    private Artifact Keep(Artifact artifact)
    {
        lock (_written)
        {
            _written.Add(artifact.Digest);
        }

        return artifact;
    }

    private async ValueTask<string> VerifiedAsync(Artifact artifact, CancellationToken cancellationToken)
    {
        if (artifact.Path is not { } path)
        {
            throw new ArtifactException("ATL3202", $"artifact {artifact.Digest} ({artifact.Name}) is not in the store. It may have been removed: run the step that made it again with `--fresh`.");
        }

        var now = await LinkAsync(path, artifact.MediaType, cancellationToken).ConfigureAwait(false);
        return now.Digest == artifact.Digest
            ? path
            : throw new ArtifactException("ATL3203", $"file `{path}` has changed since it was listed in {body.Address.Run}. Start the run again to take it in.");
    }
}
