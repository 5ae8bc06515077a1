using Atelier.Engine.Artifacts;
using Atelier.Sdk;

namespace Atelier.Hosting.Forecasts;

/// <summary>Writes to one store and reads from both, so that nothing new enters the real one.</summary>
internal sealed class OverlayArtifacts(IArtifactStore own, IArtifactStore? real) : IArtifactStore
{
    /// <inheritdoc />
    public ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken) => own.WriteAsync(content, mediaType, name, cancellationToken);

    /// <inheritdoc />
    public ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken) => own.AdoptAsync(path, mediaType, name, cancellationToken);

    /// <inheritdoc />
    public void Persist(IReadOnlyList<string> digests) => own.Persist([.. digests.Where(digest => own.GetSize(digest) is not null)]);

    /// <inheritdoc />
    public Stream? OpenRead(string digest) => own.OpenRead(digest) ?? real?.OpenRead(digest);

    /// <inheritdoc />
    public string? GetPath(string digest) => own.GetPath(digest) ?? real?.GetPath(digest);

    /// <inheritdoc />
    public long? GetSize(string digest) => own.GetSize(digest) ?? real?.GetSize(digest);
}
