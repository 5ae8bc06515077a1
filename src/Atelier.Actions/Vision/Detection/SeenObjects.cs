using System.Text.Json.Serialization;

namespace Atelier.Actions.Vision.Detection;

/// <summary>What <c>vision.detect</c> yields, as other actions take it; further members are read over.</summary>
/// <param name="Width">Of the upright picture, pixels.</param>
/// <param name="Height">Of the upright picture, pixels.</param>
/// <param name="Objects">Best first.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeenObjects(int Width, int Height, IReadOnlyList<SeenObject> Objects)
{
    /// <summary>Those of some classes; all without classes.</summary>
    public IReadOnlyList<SeenObject> Of(OneOrMany? classes) =>
        classes is null ? Objects : [.. Objects.Where(seen => seen.IsOf(classes.Values))];
}
