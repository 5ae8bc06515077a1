using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Atelier.Actions.Processes;

/// <summary>A file that a program left: an artifact, and where it lay.</summary>
internal sealed record CollectedFile
{
    [JsonPropertyName("$artifact")]
    [Description("Digest of the bytes.")]
    public required string Digest { get; init; }

    [JsonPropertyName("mediaType")]
    [Description("Media type by the extension.")]
    public required string MediaType { get; init; }

    [Description("The file's name.")]
    public required string Name { get; init; }

    [Description("Bytes.")]
    public required long Size { get; init; }

    [Description("Path in the work folder.")]
    public required string Relative { get; init; }
}
