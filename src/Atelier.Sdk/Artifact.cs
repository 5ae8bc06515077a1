using System.Text.Json.Serialization;

namespace Atelier.Sdk;

/// <summary>
/// Bytes by SHA-256, as they appear in inputs and outputs:
/// <c>{"$artifact":"sha256:&lt;64 hex&gt;","mediaType":"image/png","name":"a.png","size":123,"path":"/linked/original.png"}</c>.
/// In fingerprints only the digest and the media type count.
/// </summary>
public sealed record Artifact
{
    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    [JsonPropertyName("$artifact")]
    public required string Digest { get; init; }

    /// <summary>IANA media type; <c>application/octet-stream</c> when unknown.</summary>
    public required string MediaType { get; init; }

    /// <summary>File name without folders, for people and for extensions.</summary>
    public string? Name { get; init; }

    /// <summary>Bytes.</summary>
    public long Size { get; init; }

    /// <summary>Absolute path of a linked file that was left where it is; null when the store holds the bytes. Verified on read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }
}
