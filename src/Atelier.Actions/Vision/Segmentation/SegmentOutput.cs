using System.ComponentModel;
using System.Text.Json.Serialization;
using Atelier.Actions.Vision.Detection;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Segmentation;

/// <summary>What <c>vision.segment</c> yields; <c>images.apply_edits</c> takes it whole.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SegmentOutput(
    [property: Description("Of the upright picture, pixels.")] int Width,
    [property: Description("Of the upright picture, pixels.")] int Height,
    [property: Description("Masks made.")] int Count,
    [property: Description("One a thing, in the order asked.")] IReadOnlyList<SegmentedObject> Masks,
    [property: Description("All masks together, as PNG; null when there are none.")] Artifact? Mask,
    [property: Description("The share of the picture that lies in any of the masks, 0 to 1.")] double AreaShare,
    [property: Description("Who drew them: the model's name and digest; null: there was nothing to draw.")] string? MadeBy = null);

/// <summary>One thing's mask.</summary>
/// <param name="Mask">A grey PNG over the whole picture: 255 inside.</param>
/// <param name="Label">The object's label; null for boxes and points.</param>
/// <param name="Box">Around the mask, in pixels; null when the mask is empty.</param>
/// <param name="AreaShare">The share of the picture inside, 0 to 1.</param>
/// <param name="Score">The model's own estimate of the overlap with the truth, 0 to 1.</param>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SegmentedObject(Artifact Mask, string? Label, SeenBox? Box, double AreaShare, double Score);
