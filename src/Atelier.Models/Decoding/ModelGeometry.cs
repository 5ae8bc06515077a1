using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>How a picture was laid onto the model's input: model pixel = picture pixel x scale + offset.</summary>
/// <param name="ScaleX">Across.</param>
/// <param name="ScaleY">Down.</param>
/// <param name="OffsetX">Model pixels; negative where the picture was cut.</param>
/// <param name="OffsetY">Model pixels; negative where the picture was cut.</param>
public sealed record ModelGeometry(double ScaleX, double ScaleY, double OffsetX, double OffsetY)
{
    /// <summary>Back to pixels of the picture, cut at its edges.</summary>
    internal PixelBox ToPicture(PixelBox box, int width, int height) => Clamp(
        new PixelBox((box.Left - OffsetX) / ScaleX, (box.Top - OffsetY) / ScaleY, (box.Right - OffsetX) / ScaleX, (box.Bottom - OffsetY) / ScaleY),
        width,
        height);

    /// <summary>The part of a box that lies in the picture.</summary>
    internal static PixelBox Clamp(PixelBox box, int width, int height) =>
        new(Math.Clamp(box.Left, 0, width), Math.Clamp(box.Top, 0, height), Math.Clamp(box.Right, 0, width), Math.Clamp(box.Bottom, 0, height));
}
