using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Actions.Vision.Descriptions;

/// <summary>What <c>vision.describe</c> yields.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record DescribeOutput(
    [property: Description("What the model wrote.")] string Description,
    [property: Description("The fields found, by name; null for one that the answer does not hold.")] IReadOnlyDictionary<string, JsonElement> Fields,
    [property: Description("The fields that the answer does not hold.")] IReadOnlyList<string> Missing,
    [property: Description("Who wrote it: the model's name and digest.")] string MadeBy)
{
    /// <summary>The fields once more, so that <c>scene_analysis.lighting</c> can be written.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Named { get; init; } = [];
}
