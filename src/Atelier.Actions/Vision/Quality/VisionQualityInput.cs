using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Quality;

/// <summary>What <c>vision.quality</c> takes.</summary>
internal sealed record VisionQualityInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("A NIMA model that stands for each of the two below that is not named.")]
    public string? Model { get; init; }

    [Description("A NIMA model that judges sharpness, light and noise. Without one the classic measures do.")]
    public string? TechnicalModel { get; init; }

    [Description("A NIMA model that judges how much people like the picture. Without one `aesthetic_score` is null.")]
    public string? AestheticModel { get; init; }

    [Description("The lowest technical score that passes, 1 to 10.")]
    [Range(1.0, 10.0)]
    public double? TechnicalThreshold { get; init; }

    [Description("The lowest aesthetic score that passes, 1 to 10. A picture without an aesthetic score passes.")]
    [Range(1.0, 10.0)]
    public double? AestheticThreshold { get; init; }

    [Description("Whether a picture that does not pass is rejected and leaves its block; otherwise `passed` and `reasons` say so.")]
    [DefaultValue(false)]
    public bool RejectIfBelow { get; init; }

    [Description("Whether the classic measures are taken beside the models'; vision.decide chooses enhancements by them.")]
    [DefaultValue(true)]
    public bool Measure { get; init; } = true;

    /// <summary>Who judges the technical side; null: the classic measures.</summary>
    internal string? Technical => TechnicalModel ?? Model;

    /// <summary>Who judges the aesthetic side; null: nobody.</summary>
    internal string? Aesthetic => AestheticModel ?? Model;
}
