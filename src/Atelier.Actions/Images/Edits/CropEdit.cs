using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Images.Edits;

/// <summary>Where to cut.</summary>
internal sealed record CropEdit
{
    [Description("Proportions, width to height: 4:5, 16:9, 1:1, or original.")]
    [DefaultValue("original")]
    public string Aspect { get; init; } = "original";

    [Description("The smallest cut, as a share of the largest one with these proportions: 1 only moves it, less may also come closer.")]
    [DefaultValue(0.7)]
    [Range(0.1, 1.0)]
    public double MinScale { get; init; } = 0.7;

    [Description("Room around subjects, as a share of the cut's sides, where there is any.")]
    [DefaultValue(0.03)]
    [Range(0.0, 0.3)]
    public double Padding { get; init; } = 0.03;

    [Description("Instead: the area's distance from the left, as a share of the width.")]
    [Range(0.0, 1.0)]
    public double? Left { get; init; }

    [Description("The area's distance from the top, as a share of the height.")]
    [Range(0.0, 1.0)]
    public double? Top { get; init; }

    [Description("The area's width, as a share of the picture's.")]
    [Range(0.0, 1.0)]
    public double? Width { get; init; }

    [Description("The area's height, as a share of the picture's.")]
    [Range(0.0, 1.0)]
    public double? Height { get; init; }
}
