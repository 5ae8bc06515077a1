using Atelier.Actions.Images;
using Atelier.Actions.Images.Analysis;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Quality;

/// <summary><c>vision.quality</c>: technical and aesthetic scores by NIMA; the classic measures stand in for the technical one.</summary>
internal sealed class VisionQualityAction(MediaHostPool pool) : StepAction<VisionQualityInput, VisionQualityOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.quality", 1, ReuseClass.Pure, "Scores a picture's technical and aesthetic quality from 1 to 10.")
    {
        Queue = "fast",
        Start = StartRecord.Unawaited,
        Example = """
            - id: quality
              uses: vision.quality
              with: { image: "${photo}", model: nima, technical_threshold: 6, reject_if_below: true }
            """,
    };

    protected override string? Affinity(VisionQualityInput input) => input.Technical ?? input.Aesthetic;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(VisionQualityInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Technical, input.Aesthetic], cancellationToken);

    protected override async ValueTask<ActionResult<VisionQualityOutput>> ExecuteAsync(VisionQualityInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        ModelReply<PictureScore>? technical = null;
        if (input.Technical is { } technicalModel
            && !(await context.AskAsync(technicalModel, new ScorePicture(path), cancellationToken).ConfigureAwait(false)).TryGet(out technical, out var failure))
        {
            return failure;
        }

        var aesthetic = input.Aesthetic == input.Technical ? technical : null;
        if (input.Aesthetic is { } aestheticModel && aesthetic is null
            && !(await context.AskAsync(aestheticModel, new ScorePicture(path), cancellationToken).ConfigureAwait(false)).TryGet(out aesthetic, out failure))
        {
            return failure;
        }

        PictureQuality? classic = null;
        if (technical is null || input.Measure)
        {
            var decoded = await pool.PixelsAsync(new PixelsRequest(path, QualityAction.Side, QualityAction.Side, 1, Exact: false), cancellationToken).ConfigureAwait(false);
            if (!decoded.TryGet(out var pixels, out failure))
            {
                return failure;
            }

            classic = PictureQuality.Measure(Plane.From(pixels));
        }

        if (technical is null)
        {
            context.NoteMaker(ModelCalls.Classic);
        }

        var output = Judge(input, technical, aesthetic, classic);
        return input.RejectIfBelow && !output.Passed ? new ActionResult<VisionQualityOutput>.Rejected(string.Join("; ", output.Reasons)) : output;
    }

    private static VisionQualityOutput Judge(VisionQualityInput input, ModelReply<PictureScore>? technical, ModelReply<PictureScore>? aesthetic, PictureQuality? classic)
    {
        var technicalScore = Math.Round(technical?.Answer.Mean ?? 1 + (0.9 * classic!.Overall), 4);
        var aestheticScore = aesthetic is null ? (double?)null : Math.Round(aesthetic.Answer.Mean, 4);
        var spread = (aesthetic ?? technical)?.Answer.Spread;
        var reasons = new List<string>();
        if (technicalScore < input.TechnicalThreshold)
        {
            reasons.Add($"technical score {technicalScore:0.##} is below {input.TechnicalThreshold:0.##}");
        }

        if (aestheticScore < input.AestheticThreshold)
        {
            reasons.Add($"aesthetic score {aestheticScore:0.##} is below {input.AestheticThreshold:0.##}");
        }

        return new VisionQualityOutput(
            technicalScore,
            aestheticScore,
            spread is { } deviation ? Math.Round(deviation, 4) : null,
            reasons.Count == 0,
            reasons,
            technical?.Model.MadeBy ?? ModelCalls.Classic,
            aesthetic?.Model.MadeBy,
            new VisionQualityParts(technical?.Answer, aesthetic?.Answer, classic));
    }
}
