using Atelier.Actions.Images.Analysis;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary><c>images.quality</c>: classic measures, no model. See <see cref="PictureQuality"/> for the formulas.</summary>
internal sealed class QualityAction(MediaHostPool pool) : StepAction<ImageInput, PictureQuality>
{
    /// <summary>The longer side at which pictures are measured, so that scores of a large and a small copy can be compared.</summary>
    internal const int Side = 1024;

    public override ActionMetadata Metadata { get; } = new("images.quality", 1, ReuseClass.Pure, "Scores sharpness, exposure, contrast and noise from 0 to 10.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: score
              uses: images.quality
              with: { image: "${painting}" }
            """,
    };

    protected override async ValueTask<ActionResult<PictureQuality>> ExecuteAsync(ImageInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var result = await pool.PixelsAsync(new PixelsRequest(path, Side, Side, 1, Exact: false), cancellationToken).ConfigureAwait(false);
        return result.TryGet(out var pixels, out var failure) ? PictureQuality.Measure(Plane.From(pixels)) : failure;
    }
}
