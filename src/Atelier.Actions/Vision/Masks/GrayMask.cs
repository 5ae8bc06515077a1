using Atelier.Actions.Vision.Detection;

namespace Atelier.Actions.Vision.Masks;

/// <summary>A mask over a whole picture: 255 inside, 0 outside, between where the edge is soft. It may be smaller than the picture.</summary>
internal sealed record GrayMask(int Width, int Height, byte[] Values)
{
    /// <summary>The share inside, 0 to 1.</summary>
    public double AreaShare => Values.Length == 0 ? 0 : Values.Sum(static value => (long)value) / (255.0 * Values.Length);

    /// <summary>Inside where any of them is; all have one size.</summary>
    public static GrayMask Union(IReadOnlyList<GrayMask> masks)
    {
        var values = (byte[])masks[0].Values.Clone();
        foreach (var mask in masks.Skip(1))
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = Math.Max(values[i], mask.Values[i]);
            }
        }

        return masks[0] with { Values = values };
    }

    /// <summary>Around everything at least half inside, in pixels of a picture of this size; null when nothing is.</summary>
    public SeenBox? Bounds(int pictureWidth, int pictureHeight)
    {
        var (left, top, right, bottom) = (Width, Height, 0, 0);
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] >= 128)
            {
                var (x, y) = (i % Width, i / Width);
                (left, top) = (Math.Min(left, x), Math.Min(top, y));
                (right, bottom) = (Math.Max(right, x + 1), y + 1);
            }
        }

        var (across, down) = ((double)pictureWidth / Width, (double)pictureHeight / Height);
        return right == 0 ? null : new SeenBox(Math.Round(left * across, 2), Math.Round(top * down, 2), Math.Round(right * across, 2), Math.Round(bottom * down, 2));
    }
}
