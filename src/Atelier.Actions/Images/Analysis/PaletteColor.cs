using System.ComponentModel;

namespace Atelier.Actions.Images.Analysis;

/// <summary>One colour of a palette.</summary>
internal sealed record PaletteColor(
    [property: Description("#rrggbb")] string Color,
    [property: Description("The part of the picture it stands for, 0 to 1.")] double Share);
