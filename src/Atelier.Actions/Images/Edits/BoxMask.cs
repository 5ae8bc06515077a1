using Atelier.Actions.Vision.Detection;
using Atelier.Actions.Vision.Masks;

namespace Atelier.Actions.Images.Edits;

/// <summary>A mask out of boxes, where no model drew one: an ellipse a tenth larger than each box, with a soft rim of a fifth of its radius.</summary>
internal static class BoxMask
{
    private const int Side = 512;
    private const double Larger = 1.1;
    private const double Rim = 0.2;

    public static GrayMask Of(IReadOnlyList<SeenBox> boxes, double width, double height)
    {
        var scale = Math.Min(1, Side / Math.Max(width, height));
        var mask = new GrayMask(Math.Max(1, (int)(width * scale)), Math.Max(1, (int)(height * scale)), []);
        var values = new byte[mask.Width * mask.Height];
        foreach (var box in boxes)
        {
            var (centreX, centreY) = ((box.Left + box.Right) / 2 * scale, (box.Top + box.Bottom) / 2 * scale);
            var (radiusX, radiusY) = (Math.Max(0.5, box.Width / 2 * scale * Larger), Math.Max(0.5, box.Height / 2 * scale * Larger));
            for (var i = 0; i < values.Length; i++)
            {
                var (x, y) = (((i % mask.Width) + 0.5 - centreX) / radiusX, ((i / mask.Width) + 0.5 - centreY) / radiusY);
                var inside = Math.Clamp((1 + (Rim / 2) - Math.Sqrt((x * x) + (y * y))) / Rim, 0, 1);
                values[i] = Math.Max(values[i], (byte)Math.Round(255 * inside));
            }
        }

        return mask with { Values = values };
    }
}
