using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Atelier.Actions.Files;

/// <summary>A row of <c>files.list</c>: an artifact's members and what the file's place says.</summary>
internal sealed record FileRow
{
    [JsonPropertyName("$artifact")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Description("Digest of the bytes; missing with `digest: false`.")]
    public string? Digest { get; init; }

    [JsonPropertyName("mediaType")]
    [Description("Media type by the extension.")]
    public required string MediaType { get; init; }

    [Description("The file's name.")]
    public required string Name { get; init; }

    [Description("Bytes.")]
    public required long Size { get; init; }

    [Description("Absolute path.")]
    public required string Path { get; init; }

    [Description("Path from the listed folder, with `/`; also the row's key (a longer one than 255 bytes is cut and gets a digest).")]
    public required string Relative { get; init; }

    [Description("The file's name without its extension: what metadata usually calls it.")]
    public required string Stem { get; init; }

    [Description("Extension in lower case without its dot; empty when there is none.")]
    public required string Extension { get; init; }

    [Description("When the file was last changed (RFC 3339, UTC).")]
    public required string Modified { get; init; }
}
