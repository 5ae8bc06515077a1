namespace Atelier.Actions.Images.Analysis;

/// <summary>The deviation of noise in a picture; see <see cref="PictureQuality"/> for formula and source.</summary>
internal static class NoiseEstimate
{
    private const int Block = 16;
    private const double Quantile = 0.2;
    private const double Darkest = 16;
    private const double Lightest = 239;

    public static double Deviation(Plane plane)
    {
        if (plane.Width < Block + 2 || plane.Height < Block + 2)
        {
            return plane.Width < 3 || plane.Height < 3 ? 0 : Of(plane, 1, 1, plane.Width - 2, plane.Height - 2).Deviation;
        }

        var all = new List<double>();
        var usable = new List<double>();
        for (var y = 1; y + Block < plane.Height; y += Block)
        {
            for (var x = 1; x + Block < plane.Width; x += Block)
            {
                var (deviation, mean) = Of(plane, x, y, Block, Block);
                all.Add(deviation);
                if (mean is > Darkest and < Lightest)
                {
                    usable.Add(deviation);
                }
            }
        }

        // A picture that is almost all black or white still gets an answer.
        var chosen = usable.Count * 10 >= all.Count ? usable : all;
        chosen.Sort();
        return chosen[(int)(chosen.Count * Quantile)];
    }

    private static (double Deviation, double Mean) Of(Plane plane, int left, int top, int width, int height)
    {
        var (stride, values) = (plane.Width, plane.Values);
        var response = 0.0;
        var sum = 0.0;
        for (var y = top; y < top + height; y++)
        {
            for (var i = (y * stride) + left; i < (y * stride) + left + width; i++)
            {
                var corners = values[i - stride - 1] + values[i - stride + 1] + values[i + stride - 1] + values[i + stride + 1];
                var sides = values[i - stride] + values[i + stride] + values[i - 1] + values[i + 1];
                response += Math.Abs(corners - (2 * sides) + (4 * values[i]));
                sum += values[i];
            }
        }

        var count = width * height;
        return (Math.Sqrt(Math.PI / 2) / 6 * response / count, sum / count);
    }
}
