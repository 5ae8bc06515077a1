namespace Atelier.Actions.Images.Edits;

/// <summary>
/// Brightens a dark picture by Y' = Y^(1/g), Y in 0..1: g = ln m / ln 0.45 takes the mean light m to 0.45, which is what a balanced picture has;
/// g stays within 1 and 2.5, since beyond that noise becomes the picture. A power curve keeps black and white where they are, unlike a factor.
/// Colours fade as dark parts grow lighter, so their saturation is raised by 0.12 (g - 1).
/// </summary>
/// <param name="Gamma">g; 1: the picture is light enough.</param>
/// <param name="Saturation">Factor on colourfulness.</param>
internal sealed record LowLightCurve(double Gamma, double Saturation)
{
    private const double Balanced = 0.45;
    private const double MostGamma = 2.5;

    /// <summary>The curve for a mean luminance in 0..255.</summary>
    public static LowLightCurve For(double mean)
    {
        var light = Math.Clamp(mean / 255, 0.001, 0.999);
        var gamma = Math.Round(Math.Clamp(Math.Log(light) / Math.Log(Balanced), 1, MostGamma), 3);
        return new LowLightCurve(gamma, Math.Round(1 + (0.12 * (gamma - 1)), 3));
    }
}
