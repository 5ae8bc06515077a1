namespace Atelier.Api.Approvals;

/// <summary>A picture.</summary>
public sealed record PictureReference
{
    /// <summary>Artifact.</summary>
    public required string Digest { get; init; }

    /// <summary>File name.</summary>
    public string? Name { get; init; }

    /// <summary>IANA media type.</summary>
    public required string MediaType { get; init; }
}
