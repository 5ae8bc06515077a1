using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Actions.Vision.Detection;
using Atelier.Actions.Vision.Segmentation;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Edits;

/// <summary>What <c>images.apply_edits</c> takes.</summary>
internal sealed record ApplyEditsInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("What to change: straighten, angle, max_angle, crop, background, region, enhance, low_light. `edits` of vision.decide fits.")]
    public required EditPlan Edits { get; init; }

    [Description("What vision.detect yields: the cut keeps these whole, and a region without a mask is taken around them.")]
    public SeenObjects? Objects { get; init; }

    [Description("Only objects of these classes count as subjects.")]
    public OneOrMany? Subjects { get; init; }

    [Description("What vision.segment yields: all its masks together are the mask of `background` and `region`.")]
    public SegmentOutput? Segments { get; init; }

    [Description("A mask instead: a grey picture over the whole picture, white inside.")]
    public Artifact? Mask { get; init; }

    [Description("A mask for `region` alone, such as faces, where `background` uses the other one.")]
    public Artifact? RegionMask { get; init; }

    [Description("Format of the result; the input's own where it can be written, else png. A removed background makes png of what has no transparency.")]
    public ImageFormat? Format { get; init; }

    [Description("1 to 100; see images.convert.")]
    [Range(1, 100)]
    public int? Quality { get; init; }

    [Description("Whether EXIF and XMP are carried over; into avif and tiff not after a turn or a change by mask.")]
    [DefaultValue(true)]
    public bool KeepMetadata { get; init; } = true;
}
