using Atelier.Sdk;

namespace Atelier.Engine.Artifacts;

/// <summary>Where bytes are kept by SHA-256. Written ones become durable with <see cref="Persist"/>, before the commit that refers to them.</summary>
public interface IArtifactStore
{
    /// <summary>Stores the rest of a stream; the digest is known when it returns, durability is not given yet.</summary>
    ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken);

    /// <summary>Stores a finished file by moving or copying it.</summary>
    ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken);

    /// <summary>Makes written artifacts durable, all files of the call synced together; called by the committing thread.</summary>
    void Persist(IReadOnlyList<string> digests);

    /// <summary>Opens stored bytes; null: not in the store.</summary>
    Stream? OpenRead(string digest);

    /// <summary>An absolute path of a file with these bytes (small ones are written out to a cache folder); null: not in the store.</summary>
    string? GetPath(string digest);

    /// <summary>Size in bytes; null: not in the store.</summary>
    long? GetSize(string digest);
}
