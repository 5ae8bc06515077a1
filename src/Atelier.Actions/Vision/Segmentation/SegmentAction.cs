using Atelier.Actions.Images.Analysis;
using Atelier.Actions.Vision.Masks;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Segmentation;

/// <summary><c>vision.segment</c>: exact outlines of things, as masks.</summary>
internal sealed class SegmentAction(MediaHostPool pool) : StepAction<SegmentInput, SegmentOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.segment", 1, ReuseClass.Pure, "Draws masks of things in a picture, from boxes or points.")
    {
        Queue = "gpu",
        Start = StartRecord.Unawaited,
        Example = """
            - id: subjects
              uses: vision.segment
              with: { image: "${photo}", model: sam2, objects: "${detected_objects}", refine_edges: true }
            """,
    };

    protected override string? Affinity(SegmentInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(SegmentInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<SegmentOutput>> ExecuteAsync(SegmentInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var things = Things(input).Take(input.Max).ToList();
        if (things.Count == 0)
        {
            return input.Objects is null && input.Boxes is null && input.Points is null
                ? StepFailure.Permanent(ActionCodes.BadInput, "say what to segment: `objects` of vision.detect, `boxes` or `points`")
                : new ActionResult<SegmentOutput>.Empty(new SegmentOutput(input.Objects?.Width ?? 0, input.Objects?.Height ?? 0, 0, [], null, 0, null));
        }

        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var question = new SegmentPicture(path, [.. things.Select(thing => thing.Prompt)]);
        if (!(await context.AskAsync(input.Model, question, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure))
        {
            return failure;
        }

        var found = reply.Answer;
        if (found.Masks.Count != things.Count || found.Masks.Any(mask => mask.Columns * mask.Rows != mask.Logits.Length || mask.Logits.Length == 0))
        {
            return StepFailure.Permanent(VisionCodes.OddAnswer, $"`{input.Model}` gave {found.Masks.Count} masks for {things.Count} prompts, or broken ones");
        }

        var (width, height) = Size(found.Width, found.Height, input.Quality == MaskQuality.High ? 2048 : 512);
        Plane? guide = null;
        if (input.RefineEdges)
        {
            var decoded = await pool.PixelsAsync(new PixelsRequest(path, width, height, 1, Exact: true), cancellationToken).ConfigureAwait(false);
            if (!decoded.TryGet(out var pixels, out failure))
            {
                return failure;
            }

            guide = Plane.From(pixels);
        }

        var masks = found.Masks.Select(mask => MaskMaking.Make(mask, width, height, input.MaskType, guide)).ToList();
        return await WriteAsync(input, things, reply, masks, context, cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask<SegmentOutput> WriteAsync(
        SegmentInput input,
        List<(SegmentPrompt Prompt, string? Label)> things,
        ModelReply<SegmentedPicture> reply,
        List<GrayMask> masks,
        ActionContext context,
        CancellationToken cancellationToken)
    {
        var found = reply.Answer;
        var stem = Path.GetFileNameWithoutExtension(input.Image.Name ?? "picture");
        var written = new List<SegmentedObject>();
        for (var i = 0; i < masks.Count; i++)
        {
            var artifact = await StoreAsync(masks[i], $"{stem}.mask-{i + 1}.png", context, cancellationToken).ConfigureAwait(false);
            var box = masks[i].Bounds(found.Width, found.Height);
            written.Add(new SegmentedObject(artifact, things[i].Label, box, Math.Round(masks[i].AreaShare, 6), Math.Round(found.Masks[i].Score, 4)));
        }

        var union = GrayMask.Union(masks);
        var all = masks.Count == 1 ? written[0].Mask : await StoreAsync(union, $"{stem}.mask.png", context, cancellationToken).ConfigureAwait(false);
        return new SegmentOutput(found.Width, found.Height, written.Count, written, all, Math.Round(union.AreaShare, 6), reply.Model.MadeBy);
    }

    private static async ValueTask<Artifact> StoreAsync(GrayMask mask, string name, ActionContext context, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream(GrayPng.Write(mask), writable: false);
        return await context.Artifacts.WriteAsync(content, "image/png", name, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<(SegmentPrompt Prompt, string? Label)> Things(SegmentInput input)
    {
        foreach (var seen in input.Objects?.Of(input.Classes) ?? [])
        {
            yield return (new SegmentPrompt(seen.Box.ToPixels(), [], []), seen.Label);
        }

        foreach (var box in input.Boxes ?? [])
        {
            yield return (new SegmentPrompt(box.ToPixels(), [], []), null);
        }

        if (input.Points is { Count: > 0 } points)
        {
            yield return (new SegmentPrompt(null, points, input.Outside ?? []), null);
        }
    }

    private static (int Width, int Height) Size(int width, int height, int most)
    {
        var scale = Math.Min(1, (double)most / Math.Max(width, height));
        return (Math.Max(1, (int)Math.Round(width * scale)), Math.Max(1, (int)Math.Round(height * scale)));
    }
}
