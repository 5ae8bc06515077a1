using Atelier.Actions.Images.Edits;

namespace Atelier.Actions.Vision.Decisions;

/// <summary>
/// Which enhancements the measures call for, and how strong; thresholds and slopes stand in <c>docs/specs/picture-edits.md</c>. Noise is looked at before
/// sharpness: sharpening a noisy picture sharpens its noise.
/// </summary>
internal static class Enhancements
{
    private const double Sharp = 5.5;
    private const double Noisy = 2.5;
    private const double Dark = 4;
    private const double VeryDark = 2;
    private const double Light = 6.5;
    private const double Flat = 2.2;

    /// <summary>Proposes; each proposal gets its reason. Null: the measures call for nothing.</summary>
    public static (EnhanceEdit? Enhance, bool LowLight) For(QualityFacts facts, bool sceneIsDark, List<string> reasons)
    {
        var enhance = new EnhanceEdit();
        if (facts.Noise is > Noisy)
        {
            enhance = enhance with { Denoise = facts.Noise > 2 * Noisy ? 5 : 3 };
            reasons.Add($"denoise: noise {facts.Noise:0.0} is above {Noisy}");
        }

        if (facts.Sharpness is < Sharp)
        {
            enhance = enhance with { Sharpen = Math.Round(Math.Clamp(0.6 + ((Sharp - facts.Sharpness.Value) * 0.4), 0.6, 2.5), 2) };
            reasons.Add($"sharpen by {enhance.Sharpen:0.##}: sharpness {facts.Sharpness:0.0} is below {Sharp}");
        }

        var lowLight = facts.Exposure is < VeryDark || (sceneIsDark && facts.Exposure is null or < Dark);
        if (lowLight)
        {
            reasons.Add(facts.Exposure is < VeryDark ? $"low light: exposure {facts.Exposure:0.0} is below {VeryDark}" : "low light: the scene is said to be dark");
        }
        else if (facts.Exposure is < Dark)
        {
            enhance = enhance with { Brighten = Stops(facts.Exposure.Value) };
            reasons.Add($"brighten by {enhance.Brighten:0.##} stops: exposure {facts.Exposure:0.0} is below {Dark}");
        }
        else if (facts.Exposure is > Light)
        {
            enhance = enhance with { Brighten = Stops(facts.Exposure.Value) };
            reasons.Add($"darken by {-enhance.Brighten:0.##} stops: exposure {facts.Exposure:0.0} is above {Light}");
        }

        if (facts.Contrast is < Flat)
        {
            enhance = enhance with { Contrast = Math.Round(Math.Clamp(Flat / Math.Max(0.1, facts.Contrast.Value), 1.05, 1.4), 2) };
            reasons.Add($"contrast times {enhance.Contrast:0.##}: contrast {facts.Contrast:0.0} is below {Flat}");
        }

        return (enhance == new EnhanceEdit() ? null : enhance, lowLight);
    }

    /// <summary>The stops that take the mean light to the middle, of which three quarters are taken: 2.2 log2(5 / exposure), coded values going with the 1/2.2nd power of light.</summary>
    private static double Stops(double exposure) => Math.Round(Math.Clamp(0.75 * 2.2 * Math.Log2(5 / Math.Max(0.1, exposure)), -1.5, 1.5), 2);
}
