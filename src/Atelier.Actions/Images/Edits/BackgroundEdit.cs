using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace Atelier.Actions.Images.Edits;

/// <summary>What becomes of the background.</summary>
internal enum BackgroundAction
{
    Keep,
    Blur,
    Remove,
}

/// <summary>What to do outside the mask.</summary>
internal sealed record BackgroundEdit
{
    [Description("`blur` it, or `remove` it: the result is then png or webp with transparency.")]
    [DefaultValue(BackgroundAction.Keep)]
    public BackgroundAction Action { get; init; }

    [Description("How strong the blur is: its sigma in percent of the picture's longer side.")]
    [DefaultValue(1.0)]
    [Range(0.05, 10.0)]
    public double Strength { get; init; } = 1;
}
