using System.Text.Json.Serialization;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Detection;

/// <summary>A rectangle in pixels of the upright picture, from the upper left.</summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]
internal sealed record SeenBox(double Left, double Top, double Right, double Bottom)
{
    /// <summary>Pixels, 0 or more.</summary>
    public double Width => Math.Max(0, Right - Left);

    /// <summary>Pixels, 0 or more.</summary>
    public double Height => Math.Max(0, Bottom - Top);

    /// <summary>A model's box, to a hundredth of a pixel.</summary>
    public static SeenBox Of(PixelBox box) => new(Math.Round(box.Left, 2), Math.Round(box.Top, 2), Math.Round(box.Right, 2), Math.Round(box.Bottom, 2));

    /// <summary>As models are asked.</summary>
    public PixelBox ToPixels() => new(Left, Top, Right, Bottom);
}
