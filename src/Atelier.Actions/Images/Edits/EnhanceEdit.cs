using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Images.Edits;

/// <summary>Tone and sharpness of a whole picture.</summary>
internal sealed record EnhanceEdit
{
    [Description("Sharpening: its sigma in pixels; 0: none.")]
    [DefaultValue(0.0)]
    [Range(0.0, 10.0)]
    public double Sharpen { get; init; }

    [Description("Median over a square of so many pixels, against noise; 0: none.")]
    [DefaultValue(0)]
    [Range(0, 15)]
    public int Denoise { get; init; }

    [Description("Light in stops: 0.3 brightens a little, 1 doubles, below 0 darkens.")]
    [DefaultValue(0.0)]
    [Range(-3.0, 3.0)]
    public double Brighten { get; init; }

    [Description("Factor about middle grey; 1: unchanged.")]
    [DefaultValue(1.0)]
    [Range(0.1, 3.0)]
    public double Contrast { get; init; } = 1;

    [Description("Factor on colourfulness; 1: unchanged.")]
    [DefaultValue(1.0)]
    [Range(0.0, 3.0)]
    public double Saturation { get; init; } = 1;
}
