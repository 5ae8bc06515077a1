using System.ComponentModel;
using Atelier.Actions.Images.Analysis;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Quality;

/// <summary>What <c>vision.quality</c> yields.</summary>
internal sealed record VisionQualityOutput(
    [property: Description("1 to 10. Of the classic measures: 1 + 0.9 x their overall score.")] double TechnicalScore,
    [property: Description("1 to 10; null without a model that judges it.")] double? AestheticScore,
    [property: Description("How much judges disagree: the standard deviation of the model's distribution, the aesthetic one's where there are two; null when only classic.")] double? Spread,
    [property: Description("Whether both scores reach their thresholds.")] bool Passed,
    [property: Description("A sentence for each threshold that is missed.")] IReadOnlyList<string> Reasons,
    [property: Description("Who gave the technical score: a model's name and digest, or `classic`.")] string TechnicalBy,
    [property: Description("Who gave the aesthetic score; null: nobody.")] string? AestheticBy,
    [property: Description("What the scores are made of.")] VisionQualityParts Parts);

/// <summary>What the scores are made of.</summary>
internal sealed record VisionQualityParts(
    [property: Description("The technical model's distribution; null without one.")] PictureScore? Technical,
    [property: Description("The aesthetic model's distribution; null without one.")] PictureScore? Aesthetic,
    [property: Description("The classic measures, as images.quality gives them; null when they were not taken.")] PictureQuality? Classic);
