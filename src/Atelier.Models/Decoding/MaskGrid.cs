namespace Atelier.Models.Decoding;

/// <summary>From the model's grid to the picture's pixels.</summary>
internal static class MaskGrid
{
    /// <summary>
    /// Bilinear with the centres of cells and pixels on each other: source x = (x + 0.5) columns / width - 0.5, cut at the grid's edge
    /// (<c>align_corners=False</c> of SAM 2's <c>postprocess_masks</c>).
    /// </summary>
    public static float[] Enlarge(float[] grid, int columns, int rows, int width, int height)
    {
        var across = Weights(columns, width);
        var large = new float[width * height];
        var line = new float[columns];
        for (var y = 0; y < height; y++)
        {
            var (top, bottom, below) = Weight(y, rows, height);
            for (var x = 0; x < columns; x++)
            {
                var upper = grid[(top * columns) + x];
                line[x] = upper + ((grid[(bottom * columns) + x] - upper) * below);
            }

            var target = large.AsSpan(y * width, width);
            for (var x = 0; x < width; x++)
            {
                var (left, right, share) = across[x];
                target[x] = line[left] + ((line[right] - line[left]) * share);
            }
        }

        return large;
    }

    private static (int Low, int High, float Share)[] Weights(int cells, int pixels)
    {
        var weights = new (int, int, float)[pixels];
        for (var i = 0; i < pixels; i++)
        {
            weights[i] = Weight(i, cells, pixels);
        }

        return weights;
    }

    private static (int Low, int High, float Share) Weight(int pixel, int cells, int pixels)
    {
        var place = Math.Clamp(((pixel + 0.5) * cells / pixels) - 0.5, 0, cells - 1);
        var low = (int)place;
        return (low, Math.Min(low + 1, cells - 1), (float)(place - low));
    }
}
