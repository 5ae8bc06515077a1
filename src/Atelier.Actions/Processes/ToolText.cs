using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Processes;

/// <summary>Values as arguments and variables.</summary>
internal static class ToolText
{
    /// <summary>Whether the value is an artifact, or a row that is one.</summary>
    public static bool TryArtifact(JsonElement value, [NotNullWhen(true)] out Artifact? artifact)
    {
        artifact = null;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("$artifact", out _) && ActionJson.TryRead(value, out artifact, out _);
    }

    /// <summary>The text of a value; an artifact becomes what <paramref name="place"/> says.</summary>
    public static async ValueTask<string> OfAsync(JsonElement value, Func<Artifact, ValueTask<string>> place) =>
        TryArtifact(value, out var artifact) ? await place(artifact).ConfigureAwait(false)
        : value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
            _ => value.GetRawText(),
        };
}
