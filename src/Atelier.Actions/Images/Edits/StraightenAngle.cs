using Atelier.Actions.Images.Analysis;

namespace Atelier.Actions.Images.Edits;

/// <summary>
/// How far a picture must be turned until its lines are level and upright. At each pixel the structure tensor (Bigün and Granlund 1987; Gaussian
/// of sigma 2 over the products of Scharr gradients of the picture blurred by sigma 1.5) gives the direction of the edge and, by its coherence, whether there is
/// one. Directions modulo 90 degrees, weighted by coherence and gradient, go into a histogram of tenths of a degree; the angle is the weighted mean
/// around its highest place. It counts when that place holds clearly more than its share: pictures without lines are left alone.
/// </summary>
internal static class StraightenAngle
{
    /// <summary>The longer side at which pictures are measured.</summary>
    public const int Side = 800;

    private const double Bin = 0.1;
    private const double Smoothing = 0.4;
    private const double Around = 1;
    private const double MinCoherence = 0.8;

    /// <summary>How many times its even share the place must hold.</summary>
    private const double MinProminence = 3;

    /// <summary>Degrees clockwise that level the picture; null when there are no clear lines within <paramref name="maxAngle"/>.</summary>
    public static double? Measure(Plane luminance, double maxAngle)
    {
        if (luminance.Width < 32 || luminance.Height < 32)
        {
            return null;
        }

        var histogram = Directions(luminance);
        var total = histogram.Sum();
        if (total <= 0)
        {
            return null;
        }

        var smooth = Smooth(histogram);
        var middle = histogram.Length / 2;
        var reach = (int)Math.Round(maxAngle / Bin);
        var peak = Enumerable.Range(middle - reach, (2 * reach) + 1).MaxBy(bin => (smooth[bin], -Math.Abs(bin - middle)));

        // A peak at the rim belongs to lines that lie beyond it.
        if (smooth[peak] * histogram.Length < MinProminence * total || (Math.Abs(peak - middle) == reach && smooth[peak] < Math.Max(smooth[peak - 1], smooth[peak + 1])))
        {
            return null;
        }

        var (weight, sum) = (0.0, 0.0);
        var width = (int)Math.Round(Around / Bin);
        for (var bin = peak - width; bin <= peak + width; bin++)
        {
            weight += histogram[bin];
            sum += histogram[bin] * (bin - middle) * Bin;
        }

        return weight > 0 ? Math.Round(-sum / weight, 2) : null;
    }

    /// <summary>Weights of edge directions from -45 to 45 degrees; the middle bin is level.</summary>
    private static double[] Directions(Plane luminance)
    {
        var (xx, yy, xy) = Tensor(luminance.Blur(1.5));
        var bins = (int)Math.Round(90 / Bin) + 1;
        var histogram = new double[bins];
        var (width, height) = (luminance.Width, luminance.Height);
        for (var y = 4; y < height - 4; y++)
        {
            for (var i = (y * width) + 4; i < (y * width) + width - 4; i++)
            {
                var (a, b, c) = ((double)xx.Values[i], (double)yy.Values[i], (double)xy.Values[i]);
                var spread = Math.Sqrt(((a - b) * (a - b)) + (4 * c * c));
                var coherence = spread / (a + b + 1);
                if (coherence < MinCoherence)
                {
                    continue;
                }

                var direction = Math.Atan2(2 * c, a - b) * 90 / Math.PI;
                direction -= 90 * Math.Round(direction / 90);
                histogram[Math.Clamp((int)Math.Round((direction + 45) / Bin), 0, bins - 1)] += coherence * Math.Sqrt(a + b);
            }
        }

        return histogram;
    }

    private static (Plane Xx, Plane Yy, Plane Xy) Tensor(Plane smooth)
    {
        var (width, height, values) = (smooth.Width, smooth.Height, smooth.Values);
        var xx = new float[values.Length];
        var yy = new float[values.Length];
        var xy = new float[values.Length];
        for (var y = 1; y < height - 1; y++)
        {
            for (var i = (y * width) + 1; i < (y * width) + width - 1; i++)
            {
                // Scharr's weights, whose error in direction is the least of 3 x 3 masks.
                var across = ((3 * (values[i - width + 1] + values[i + width + 1] - values[i - width - 1] - values[i + width - 1])) + (10 * (values[i + 1] - values[i - 1]))) / 32;
                var down = ((3 * (values[i + width - 1] + values[i + width + 1] - values[i - width - 1] - values[i - width + 1])) + (10 * (values[i + width] - values[i - width]))) / 32;
                (xx[i], yy[i], xy[i]) = (across * across, down * down, across * down);
            }
        }

        return (new Plane(width, height, xx).Blur(2), new Plane(width, height, yy).Blur(2), new Plane(width, height, xy).Blur(2));
    }

    private static double[] Smooth(double[] histogram)
    {
        var radius = (int)Math.Ceiling(3 * Smoothing / Bin);
        var kernel = Enumerable.Range(-radius, (2 * radius) + 1).Select(static i => Math.Exp(-(i * Bin) * (i * Bin) / (2 * Smoothing * Smoothing))).ToArray();
        var sum = kernel.Sum();
        var count = histogram.Length;
        return [.. Enumerable.Range(0, count).Select(bin =>
            Enumerable.Range(-radius, (2 * radius) + 1).Sum(i => kernel[i + radius] / sum * histogram[(((bin + i) % count) + count) % count]))];
    }
}
