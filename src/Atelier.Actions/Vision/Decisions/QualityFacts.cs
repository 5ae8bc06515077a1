using System.Text.Json;
using Atelier.Actions.Images;

namespace Atelier.Actions.Vision.Decisions;

/// <summary>What a quality step found, of <c>vision.quality</c> or of <c>images.quality</c>; null: it did not say.</summary>
internal sealed record QualityFacts(double? Technical, double? Sharpness, double? Exposure, double? Contrast, double? Noise)
{
    /// <summary>Reads either output; nothing of a missing one.</summary>
    public static QualityFacts Of(JsonElement? quality)
    {
        if (quality is not { } value)
        {
            return new QualityFacts(null, null, null, null, null);
        }

        double? Measure(string name) => Number(value, "parts.classic." + name) ?? Number(value, name);

        // The overall score of images.quality, on the scale of vision.quality.
        var overall = Number(value, "overall") is { } classic ? 1 + (0.9 * classic) : (double?)null;
        return new QualityFacts(Number(value, "technical_score") ?? overall, Measure("sharpness"), Measure("exposure"), Measure("contrast"), Measure("noise"));
    }

    private static double? Number(JsonElement value, string path) =>
        RowFields.Find(value, path) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;
}
