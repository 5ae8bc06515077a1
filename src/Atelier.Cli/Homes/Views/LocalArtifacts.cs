using Atelier.Engine.Artifacts;
using Atelier.Sdk;

namespace Atelier.Cli.Homes.Views;

/// <summary>Bytes of a home of this machine.</summary>
internal sealed class LocalArtifacts(IArtifactStore store) : IArtifactView
{
    /// <inheritdoc />
    public long? GetSize(string digest) => store.GetSize(digest);

    /// <inheritdoc />
    public string? GetPlace(string digest) => store.GetPath(digest);

    /// <inheritdoc />
    public Stream? OpenRead(string digest) => store.OpenRead(digest);

    /// <inheritdoc />
    public string? GetFile(Artifact artifact) => File.Exists(artifact.Path) ? artifact.Path : store.GetPath(artifact.Digest);
}
