using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Vision.Decisions;
using Atelier.Actions.Vision.Descriptions;
using Atelier.Actions.Vision.Detection;
using Atelier.Actions.Vision.Labels;
using Atelier.Actions.Vision.Quality;
using Atelier.Actions.Vision.Segmentation;
using Atelier.Actions.Vision.Selection;
using Atelier.Actions.Vision.Similarity;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Vision;

/// <summary>The family <c>vision.*</c>: models are asked through <see cref="ActionContext.Models"/>, what their answers mean for a picture is decided here.</summary>
internal static class VisionActions
{
    /// <summary>Makes them; the pool decodes pictures for measures and masks, and stays the caller's to dispose; descriptions and comparisons come from the models that chat.</summary>
    public static IReadOnlyList<IAction> All(MediaHostPool pool, ChatModels models) =>
    [
        new ClassifyAction(),
        new DecideAction(),
        new DescribeAction(models),
        new DetectAction(),
        new VisionEmbedAction(),
        new GroupAction(),
        new VisionQualityAction(pool),
        new SegmentAction(pool),
        new SelectBestAction(models),
        new SimilarAction(),
    ];
}
