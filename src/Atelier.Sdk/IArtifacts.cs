namespace Atelier.Sdk;

/// <summary>A body's way to bytes. Errors are <see cref="ArtifactException"/>, which the engine turns into a failure.</summary>
public interface IArtifacts
{
    /// <summary>Stores the rest of <paramref name="content"/>; durable once the step's outcome is.</summary>
    ValueTask<Artifact> WriteAsync(Stream content, string mediaType, string? name, CancellationToken cancellationToken);

    /// <summary>Stores a finished file by moving or copying it (the file may be gone afterwards).</summary>
    ValueTask<Artifact> AdoptAsync(string path, string mediaType, string? name, CancellationToken cancellationToken);

    /// <summary>Refers to a file where it is: digest remembered by (path, size, mtime, ctime, inode).</summary>
    ValueTask<Artifact> LinkAsync(string path, string? mediaType, CancellationToken cancellationToken);

    /// <summary>Opens the bytes for reading. A linked file that has changed since is an error.</summary>
    ValueTask<Stream> OpenReadAsync(Artifact artifact, CancellationToken cancellationToken);

    /// <summary>An absolute path of a readable file with these bytes, valid while the body runs.</summary>
    ValueTask<string> GetPathAsync(Artifact artifact, CancellationToken cancellationToken);
}

/// <summary>Bytes that cannot be had, or have changed: says which and what to do.</summary>
public sealed class ArtifactException(string code, string message) : IOException(message)
{
    /// <summary>Stable code, <c>ATL####</c>.</summary>
    public string Code { get; } = code;
}
