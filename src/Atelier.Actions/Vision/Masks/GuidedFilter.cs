using Atelier.Actions.Images.Analysis;

namespace Atelier.Actions.Vision.Masks;

/// <summary>
/// The guided filter (He, Sun and Tang 2010): in each window the mask is a linear function a I + b of the picture I, with a = cov(I, p) / (var(I) + eps) and
/// b = mean(p) - a mean(I); the pixel's value uses the mean a and b of the windows over it. Where the picture has an edge the mask gets it too.
/// </summary>
internal static class GuidedFilter
{
    /// <summary>Variance of the picture (0..1) below which it counts as flat.</summary>
    private const float Epsilon = 1e-3f;

    /// <summary>Filters values in 0..1; the guide is 0..255 and of the same size.</summary>
    public static float[] Apply(Plane guide, float[] mask, int radius)
    {
        var (width, height, count) = (guide.Width, guide.Height, mask.Length);
        var picture = new float[count];
        var products = new float[count];
        var squares = new float[count];
        for (var i = 0; i < count; i++)
        {
            picture[i] = guide.Values[i] / 255;
            products[i] = picture[i] * mask[i];
            squares[i] = picture[i] * picture[i];
        }

        var meanPicture = BoxMean(picture, width, height, radius);
        var meanMask = BoxMean(mask, width, height, radius);
        var meanProduct = BoxMean(products, width, height, radius);
        var meanSquare = BoxMean(squares, width, height, radius);
        for (var i = 0; i < count; i++)
        {
            var slope = (meanProduct[i] - (meanPicture[i] * meanMask[i])) / (meanSquare[i] - (meanPicture[i] * meanPicture[i]) + Epsilon);
            products[i] = slope;
            squares[i] = meanMask[i] - (slope * meanPicture[i]);
        }

        var slopes = BoxMean(products, width, height, radius);
        var offsets = BoxMean(squares, width, height, radius);
        for (var i = 0; i < count; i++)
        {
            picture[i] = Math.Clamp((slopes[i] * picture[i]) + offsets[i], 0, 1);
        }

        return picture;
    }

    /// <summary>The mean over a square around each pixel, of which only what lies in the picture counts.</summary>
    private static float[] BoxMean(float[] values, int width, int height, int radius)
    {
        var across = new float[values.Length];
        for (var y = 0; y < height; y++)
        {
            Run(values, across, y * width, 1, width, radius);
        }

        var down = new float[values.Length];
        for (var x = 0; x < width; x++)
        {
            Run(across, down, x, width, height, radius);
        }

        return down;
    }

    private static void Run(float[] source, float[] target, int start, int step, int length, int radius)
    {
        // In double: a running sum of floats drifts over thousands of pixels.
        var sum = 0.0;
        for (var i = 0; i < Math.Min(radius, length); i++)
        {
            sum += source[start + (i * step)];
        }

        for (var i = 0; i < length; i++)
        {
            sum += i + radius < length ? source[start + ((i + radius) * step)] : 0;
            sum -= i - radius - 1 >= 0 ? source[start + ((i - radius - 1) * step)] : 0;
            var count = Math.Min(length - 1, i + radius) - Math.Max(0, i - radius) + 1;
            target[start + (i * step)] = (float)(sum / count);
        }
    }
}
