namespace Atelier.Api.Artifacts;

/// <summary>Bytes that are kept.</summary>
public sealed record ArtifactResponse
{
    /// <summary><c>sha256:...</c>.</summary>
    public required string Digest { get; init; }

    /// <summary>IANA media type.</summary>
    public required string MediaType { get; init; }

    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes.</summary>
    public required long Size { get; init; }
}
