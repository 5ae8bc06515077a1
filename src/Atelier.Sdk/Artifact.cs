using System.Text.Json.Serialization;

namespace Atelier.Sdk;

/// <summary>
/// Bytes by SHA-256, as they appear in inputs and outputs:
/// <c>{"$artifact":"sha256:&lt;64 hex&gt;","mediaType":"image/png","name":"a.png","size":123,"path":"/linked/original.png"}</c>.
/// In fingerprints only the digest and the media type count. Further members are read over: a row of <c>files.list</c> is an object
/// that carries an artifact's members and its own, so the row itself may be given where an artifact is asked for.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
public sealed record Artifact
{
    /// <summary><c>sha256:</c> and 64 lower-case hexadecimal digits.</summary>
    [JsonPropertyName("$artifact")]
    public required string Digest { get; init; }

    /// <summary>IANA media type; <c>application/octet-stream</c> when unknown.</summary>
    [JsonPropertyName("mediaType")]
    public required string MediaType { get; init; }

    /// <summary>File name without folders, for people and for extensions.</summary>
    [JsonPropertyName("name")]
    public string? Name { get; init; }

    /// <summary>Bytes.</summary>
    [JsonPropertyName("size")]
    public long Size { get; init; }

    /// <summary>Absolute path of a linked file that was left where it is; null when the store holds the bytes. Verified on read.</summary>
    [JsonPropertyName("path")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Path { get; init; }
}
