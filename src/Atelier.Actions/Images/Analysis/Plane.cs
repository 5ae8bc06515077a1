using Atelier.Hosts.Media;

namespace Atelier.Actions.Images.Analysis;

/// <summary>One channel of a picture as floats in 0..255, rows from the top.</summary>
internal sealed class Plane(int width, int height, float[] values)
{
    public int Width { get; } = width;

    public int Height { get; } = height;

    public float[] Values { get; } = values;

    public float this[int x, int y] => Values[(y * Width) + x];

    /// <summary>The luminance of decoded pixels with one channel.</summary>
    public static Plane From(PicturePixels pixels)
    {
        var values = new float[pixels.Width * pixels.Height];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = pixels.Pixels[i * pixels.Channels];
        }

        return new Plane(pixels.Width, pixels.Height, values);
    }

    /// <summary>The mean of all values.</summary>
    public double Mean()
    {
        var sum = 0.0;
        foreach (var value in Values)
        {
            sum += value;
        }

        return sum / Values.Length;
    }

    /// <summary>The mean square distance from the mean.</summary>
    public double Variance()
    {
        var mean = Mean();
        var sum = 0.0;
        foreach (var value in Values)
        {
            sum += (value - mean) * (value - mean);
        }

        return sum / Values.Length;
    }

    /// <summary>Convolved with a Gaussian in both directions; beyond an edge the picture is mirrored.</summary>
    public Plane Blur(double sigma)
    {
        var radius = (int)Math.Ceiling(3 * sigma);
        var kernel = new float[(2 * radius) + 1];
        for (var i = -radius; i <= radius; i++)
        {
            kernel[i + radius] = (float)Math.Exp(-i * i / (2 * sigma * sigma));
        }

        var sum = kernel.Sum();
        for (var i = 0; i < kernel.Length; i++)
        {
            kernel[i] /= sum;
        }

        var across = Convolve(Values, kernel, Width, Height, step: 1, line: Width);
        return new Plane(Width, Height, Convolve(across, kernel, Height, Width, step: Width, line: 1));
    }

    private static float[] Convolve(float[] source, float[] kernel, int length, int lines, int step, int line)
    {
        var radius = kernel.Length / 2;
        var target = new float[source.Length];
        var padded = new float[length + (2 * radius)];
        for (var n = 0; n < lines; n++)
        {
            for (var i = 0; i < padded.Length; i++)
            {
                padded[i] = source[(n * line) + (Mirror(i - radius, length) * step)];
            }

            for (var i = 0; i < length; i++)
            {
                target[(n * line) + (i * step)] = Dot(padded.AsSpan(i, kernel.Length), kernel);
            }
        }

        return target;
    }

    private static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var sum = 0f;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static int Mirror(int i, int length)
    {
        while (i < 0 || i >= length)
        {
            i = i < 0 ? -i - 1 : (2 * length) - 1 - i;
        }

        return i;
    }
}
