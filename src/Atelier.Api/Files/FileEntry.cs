namespace Atelier.Api.Files;

/// <summary>A file or folder inside the server's roots.</summary>
public sealed record FileEntry
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Absolute path.</summary>
    public required string Path { get; init; }

    /// <summary>A folder.</summary>
    public required bool Folder { get; init; }

    /// <summary>Bytes of a file.</summary>
    public long? Size { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? Changed { get; init; }
}
