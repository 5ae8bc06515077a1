using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Engine.Artifacts;

/// <summary>Finds artifacts in values.</summary>
internal static class ArtifactReferences
{
    public static IEnumerable<Artifact> In(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("$artifact", out var digest) && digest.ValueKind == JsonValueKind.String:
                yield return new Artifact
                {
                    Digest = digest.GetString()!,
                    MediaType = value.TryGetProperty("mediaType", out var type) ? type.GetString() ?? string.Empty : string.Empty,
                    Path = value.TryGetProperty("path", out var path) && path.ValueKind == JsonValueKind.String ? path.GetString() : null,
                };
                break;
            case JsonValueKind.Object:
                foreach (var artifact in value.EnumerateObject().SelectMany(static member => In(member.Value)))
                {
                    yield return artifact;
                }

                break;
            case JsonValueKind.Array:
                foreach (var artifact in value.EnumerateArray().SelectMany(In))
                {
                    yield return artifact;
                }

                break;
        }
    }
}
