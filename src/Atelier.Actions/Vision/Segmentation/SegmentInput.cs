using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Actions.Vision.Detection;
using Atelier.Actions.Vision.Masks;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Segmentation;

/// <summary>What <c>vision.segment</c> takes: objects of a detection, boxes or points.</summary>
internal sealed record SegmentInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("A SAM 2 model.")]
    public required string Model { get; init; }

    [Description("What vision.detect yields: each object is segmented by its box.")]
    public SeenObjects? Objects { get; init; }

    [Description("Only objects of these classes.")]
    public OneOrMany? Classes { get; init; }

    [Description("Boxes around things, in pixels: each {left, top, right, bottom}.")]
    public IReadOnlyList<SeenBox>? Boxes { get; init; }

    [Description("Points on one thing, in pixels: each {x, y}.")]
    public IReadOnlyList<PixelPoint>? Points { get; init; }

    [Description("Points that are not on that thing.")]
    public IReadOnlyList<PixelPoint>? Outside { get; init; }

    [Description("Most things segmented, in the order given.")]
    [DefaultValue(20)]
    [Range(1, 100)]
    public int Max { get; init; } = 20;

    [Description("`high` masks have the picture's size up to 2,048 pixels a side, `fast` ones up to 512.")]
    [DefaultValue(MaskQuality.High)]
    public MaskQuality Quality { get; init; }

    [Description("Whether edges are moved to those of the picture (guided filter over its luminance).")]
    [DefaultValue(false)]
    public bool RefineEdges { get; init; }

    [Description("`binary` masks are black and white, `soft` ones grey where the model is unsure.")]
    [DefaultValue(MaskType.Binary)]
    public MaskType MaskType { get; init; }
}
