namespace Atelier.Api.Workflows;

/// <summary>How two versions differ.</summary>
public sealed record DiffResponse
{
    /// <summary>Digest.</summary>
    public required string From { get; init; }

    /// <summary>Digest.</summary>
    public required string To { get; init; }

    /// <summary>Texts that differ.</summary>
    public required IReadOnlyList<DiffFile> Files { get; init; }
}
