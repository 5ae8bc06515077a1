using System.ComponentModel;

namespace Atelier.Actions.Images.Analysis;

/// <summary>
/// Classic quality of a picture's luminance Y (0..255), each score in 0..10:
/// <list type="bullet">
/// <item><b>sharpness</b> = 10 f / (f + 0.1), f = sqrt(mean |grad S|^2 / (var S + 1)), S = Y blurred by a Gaussian of sigma 1, grad by central
/// differences. f is the root mean square spatial frequency: the gradient energy of Tenengrad (Krotkov 1988; Pertuz, Puig and Garcia 2013, GRA)
/// made independent of contrast. Blurring damps high frequencies more than low ones, so f falls with every blur; the blur beforehand keeps
/// single-pixel noise from counting as detail.</item>
/// <item><b>exposure</b> = 10 mean(Y) / 255: 5 is balanced, less is darker, more is lighter.</item>
/// <item><b>contrast</b> = 10 sd(Y) / 127.5: root mean square contrast (Peli 1990) over its largest possible value.</item>
/// <item><b>noise</b> = 10 s / (s + 10), 0 is clean; s is the noise deviation by Immerkaer 1996 (mean |Y * N| sqrt(pi/2) / 6,
/// N = [1 -2 1; -2 4 -2; 1 -2 1]) taken per block of 16 x 16 and of these the lower fifth, so that texture does not count as noise;
/// blocks that are nearly black or white are left out, since noise is cut off there.</item>
/// <item><b>overall</b> = 0.4 sharpness + 0.25 (10 - 2 |exposure - 5|) + 0.15 min(10, 2 contrast) + 0.2 (10 - noise).</item>
/// </list>
/// </summary>
internal sealed record PictureQuality(
    [property: Description("0 blurred to 10 sharp.")] double Sharpness,
    [property: Description("0 black, 5 balanced, 10 white.")] double Exposure,
    [property: Description("0 flat to 10 pure black and white.")] double Contrast,
    [property: Description("0 clean to 10 noisy.")] double Noise,
    [property: Description("The four together, 0 to 10.")] double Overall)
{
    private const double SharpnessScale = 0.1;
    private const double NoiseScale = 10;

    /// <summary>Measures a luminance plane.</summary>
    public static PictureQuality Measure(Plane luminance)
    {
        var frequency = Frequency(luminance);
        var noise = NoiseEstimate.Deviation(luminance);
        var sharpness = 10 * frequency / (frequency + SharpnessScale);
        var exposure = 10 * luminance.Mean() / 255;
        var contrast = 10 * Math.Sqrt(luminance.Variance()) / 127.5;
        var noisiness = 10 * noise / (noise + NoiseScale);
        var overall = (0.4 * sharpness) + (0.25 * (10 - (2 * Math.Abs(exposure - 5)))) + (0.15 * Math.Min(10, 2 * contrast)) + (0.2 * (10 - noisiness));
        return new PictureQuality(Round(sharpness), Round(exposure), Round(contrast), Round(noisiness), Round(overall));
    }

    private static double Frequency(Plane luminance)
    {
        var smooth = luminance.Blur(1);
        var (width, height, values) = (smooth.Width, smooth.Height, smooth.Values);
        if (width < 3 || height < 3)
        {
            return 0;
        }

        var energy = 0.0;
        for (var y = 1; y < height - 1; y++)
        {
            var row = 0f;
            for (var i = (y * width) + 1; i < (y * width) + width - 1; i++)
            {
                var across = values[i + 1] - values[i - 1];
                var down = values[i + width] - values[i - width];
                row += (across * across) + (down * down);
            }

            energy += row / 4;
        }

        return Math.Sqrt(energy / ((width - 2) * (height - 2)) / (smooth.Variance() + 1));
    }

    private static double Round(double score) => Math.Round(score, 4);
}
