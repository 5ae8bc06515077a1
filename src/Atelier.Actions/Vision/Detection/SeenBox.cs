using System.Text.Json.Serialization;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Detection;

/// <summary>A rectangle in pixels of the upright picture, from the upper left.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeenBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Pixels to a hundredth, 0 or more.</summary>
    public double Width => Math.Round(Math.Max(0, Right - Left), 2);

    /// <summary>Pixels to a hundredth, 0 or more.</summary>
    public double Height => Math.Round(Math.Max(0, Bottom - Top), 2);

    /// <summary>A model's box, to a hundredth of a pixel.</summary>
    public static SeenBox Of(PixelBox box) => new(Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Right, 2), Math.Round(box.Bottom, 2));

    /// <summary>As models are asked.</summary>
    public PixelBox ToPixels() => new(Left, Top, Right, Bottom);
}
