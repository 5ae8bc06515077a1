using Atelier.Actions.Images.Analysis;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Masks;

/// <summary>
/// A model's logits to a mask: bilinear between the centres of cells (as SAM 2's own post-processing), a sigmoid, if wanted a guided filter over
/// the picture's luminance, and for binary masks a cut at one half.
/// </summary>
internal static class MaskMaking
{
    /// <summary>Makes the mask at a size; <paramref name="guide"/> of that size, or null: edges stay as the model drew them.</summary>
    public static GrayMask Make(PictureMask mask, int width, int height, MaskType type, Plane? guide)
    {
        var inside = Upscale(mask, width, height);
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = 1 / (1 + MathF.Exp(-inside[i]));
        }

        if (guide is not null)
        {
            inside = GuidedFilter.Apply(guide, inside, Math.Max(2, Math.Max(width, height) / 100));
        }

        var values = new byte[inside.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = type == MaskType.Binary ? (byte)(inside[i] > 0.5f ? 255 : 0) : (byte)Math.Clamp(MathF.Round(inside[i] * 255), 0, 255);
        }

        return new GrayMask(width, height, values);
    }

    private static float[] Upscale(PictureMask mask, int width, int height)
    {
        var target = new float[width * height];
        var across = Places(mask.Columns, width);
        var down = Places(mask.Rows, height);
        for (var y = 0; y < height; y++)
        {
            var (row, below, fy) = down[y];
            var upper = mask.Logits.AsSpan(row * mask.Columns, mask.Columns);
            var lower = mask.Logits.AsSpan(below * mask.Columns, mask.Columns);
            for (var x = 0; x < width; x++)
            {
                var (column, next, fx) = across[x];
                var above = upper[column] + ((upper[next] - upper[column]) * fx);
                var under = lower[column] + ((lower[next] - lower[column]) * fx);
                target[(y * width) + x] = above + ((under - above) * fy);
            }
        }

        return target;
    }

    /// <summary>For each pixel the cells on both sides of its centre and how far it lies between theirs.</summary>
    private static (int Cell, int Next, float Share)[] Places(int cells, int pixels)
    {
        var places = new (int, int, float)[pixels];
        for (var i = 0; i < pixels; i++)
        {
            var place = Math.Clamp(((i + 0.5f) * cells / pixels) - 0.5f, 0, cells - 1);
            var cell = (int)place;
            places[i] = (cell, Math.Min(cell + 1, cells - 1), place - cell);
        }

        return places;
    }
}
