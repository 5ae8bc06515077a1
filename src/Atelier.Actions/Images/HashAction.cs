using System.ComponentModel;
using Atelier.Actions.Images.Analysis;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What <c>images.hash</c> yields.</summary>
internal sealed record HashOutput(
    [property: Description("256 bits as 64 hexadecimal digits; similar pictures differ in few bits.")] string Hash,
    [property: Description("What made the hash; only hashes of one algorithm can be compared.")] string Algorithm);

/// <summary><c>images.hash</c>: a perceptual hash; see <see cref="PerceptualHash"/>.</summary>
internal sealed class HashAction(MediaHostPool pool) : StepAction<ImageInput, HashOutput>
{
    public override ActionMetadata Metadata { get; } = new("images.hash", 1, ReuseClass.Pure, "Computes a perceptual hash that similar pictures nearly share.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: hash
              uses: images.hash
              with: { image: "${painting}" }
            """,
    };

    protected override async ValueTask<ActionResult<HashOutput>> ExecuteAsync(ImageInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var request = new PixelsRequest(path, PerceptualHash.Side, PerceptualHash.Side, 1, Exact: true);
        var result = await pool.PixelsAsync(request, cancellationToken).ConfigureAwait(false);
        return result.TryGet(out var pixels, out var failure)
            ? new HashOutput(PerceptualHash.Of(Plane.From(pixels)).ToString(), PerceptualHash.Algorithm)
            : failure;
    }
}
