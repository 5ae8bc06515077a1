using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Images.Edits;

/// <summary>What to change about a picture; a part that is left out changes nothing. Formulas: <c>docs/specs/picture-edits.md</c>.</summary>
internal sealed record EditPlan
{
    [Description("Whether the picture is turned until its lines are level and upright; one without clear lines stays.")]
    [DefaultValue(false)]
    public bool Straighten { get; init; }

    [Description("The largest turn that `straighten` makes, in degrees.")]
    [DefaultValue(10.0)]
    [Range(0.1, 20.0)]
    public double MaxAngle { get; init; } = 10;

    [Description("Turn by so many degrees clockwise instead of measuring.")]
    [Range(-45.0, 45.0)]
    public double? Angle { get; init; }

    [Description("Cut to proportions around the subjects, or to an area.")]
    public CropEdit? Crop { get; init; }

    [Description("Blur or remove what lies outside the mask.")]
    public BackgroundEdit? Background { get; init; }

    [Description("Sharpen or brighten what lies inside the mask, such as faces.")]
    public RegionEdit? Region { get; init; }

    [Description("Tone and sharpness of the whole picture.")]
    public EnhanceEdit? Enhance { get; init; }

    [Description("Whether a dark picture is brightened by a curve that its own mean light gives; a light one stays.")]
    [DefaultValue(false)]
    public bool LowLight { get; init; }
}
