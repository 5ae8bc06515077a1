using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Images.Edits;

/// <summary>What to do inside the mask.</summary>
internal sealed record RegionEdit
{
    [Description("Sharpening: its sigma in pixels; 0: none.")]
    [DefaultValue(0.0)]
    [Range(0.0, 10.0)]
    public double Sharpen { get; init; }

    [Description("Light in stops: 0.3 brightens a little, 1 doubles.")]
    [DefaultValue(0.0)]
    [Range(-3.0, 3.0)]
    public double Brighten { get; init; }
}
