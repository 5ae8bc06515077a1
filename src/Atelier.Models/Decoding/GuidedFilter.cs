namespace Atelier.Models.Decoding;

/// <summary>
/// The guided filter (He, Sun and Tang 2010, "Guided Image Filtering", algorithm 1): in every window the answer is a line <c>q = a I + b</c> of the guide,
/// <c>a = cov(I, p) / (var I + eps)</c>, <c>b = mean p - a mean I</c>, and a pixel takes the mean of the lines of the windows it lies in. Edges of the guide stay edges.
/// </summary>
internal static class GuidedFilter
{
    /// <summary>Filters <paramref name="input"/> by <paramref name="guide"/>; both 0..1, row by row. Time does not grow with the radius.</summary>
    public static float[] Apply(float[] input, float[] guide, int width, int height, int radius, float smoothness)
    {
        var meanGuide = Mean(guide, width, height, radius);
        var meanInput = Mean(input, width, height, radius);
        var meanBoth = Mean(Product(guide, input), width, height, radius);
        var meanSquare = Mean(Product(guide, guide), width, height, radius);
        var (slope, shift) = (meanBoth, meanSquare);
        for (var i = 0; i < input.Length; i++)
        {
            var covariance = meanBoth[i] - (meanGuide[i] * meanInput[i]);
            var variance = meanSquare[i] - (meanGuide[i] * meanGuide[i]);
            slope[i] = covariance / (variance + smoothness);
            shift[i] = meanInput[i] - (slope[i] * meanGuide[i]);
        }

        slope = Mean(slope, width, height, radius);
        shift = Mean(shift, width, height, radius);
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = (slope[i] * guide[i]) + shift[i];
        }

        return slope;
    }

    private static float[] Product(float[] left, float[] right)
    {
        var product = new float[left.Length];
        for (var i = 0; i < product.Length; i++)
        {
            product[i] = left[i] * right[i];
        }

        return product;
    }

    /// <summary>Mean over a square window cut at the edges: running sums along rows, then along columns. Double sums, so that long rows do not drift.</summary>
    private static float[] Mean(float[] values, int width, int height, int radius)
    {
        var rows = new float[values.Length];
        for (var y = 0; y < height; y++)
        {
            Slide(values, rows, y * width, 1, width, radius);
        }

        var mean = new float[values.Length];
        for (var x = 0; x < width; x++)
        {
            Slide(rows, mean, x, width, height, radius);
        }

        return mean;
    }

    private static void Slide(float[] from, float[] to, int start, int step, int count, int radius)
    {
        var sum = 0.0;
        for (var i = 0; i < Math.Min(radius, count); i++)
        {
            sum += from[start + (i * step)];
        }

        for (var i = 0; i < count; i++)
        {
            sum += i + radius < count ? from[start + ((i + radius) * step)] : 0;
            sum -= i - radius - 1 >= 0 ? from[start + ((i - radius - 1) * step)] : 0;
            to[start + (i * step)] = (float)(sum / (Math.Min(i + radius, count - 1) - Math.Max(i - radius, 0) + 1));
        }
    }
}
