namespace Atelier.Api.Files;

/// <summary>What is in a folder.</summary>
public sealed record FolderResponse
{
    /// <summary>Absolute path; null: the list of roots.</summary>
    public string? Path { get; init; }

    /// <summary>The folder above; null: the list of roots.</summary>
    public string? Parent { get; init; }

    /// <summary>Folders first, by name; at most 1,000.</summary>
    public required IReadOnlyList<FileEntry> Entries { get; init; }

    /// <summary>There are more.</summary>
    public required bool Truncated { get; init; }
}
