using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>SAM 2's answer (Ravi et al. 2024): of several masks a prompt the best, and a mask on the model's grid into one of the picture's size.</summary>
public static class MaskDecoder
{
    /// <summary>
    /// The mask of the highest estimated overlap for each prompt (the first of equal ones). Its score is that estimate, 0..1, times
    /// <c>sigmoid(object score)</c> where the model tells one: near 0 when it holds that nothing is there.
    /// </summary>
    /// <param name="overlaps"><c>iou_scores</c> [prompts, masks].</param>
    /// <param name="masks"><c>pred_masks</c> [prompts, masks, rows, columns], logits.</param>
    /// <param name="objects"><c>object_score_logits</c> [prompts, 1]; null: not told.</param>
    /// <exception cref="DecodingException">The tensors do not fit each other.</exception>
    public static IReadOnlyList<PictureMask> Best(Tensor overlaps, Tensor masks, Tensor? objects)
    {
        var (prompts, choices) = TensorShape.Last(overlaps, 2, "iou_scores") is [var p, var m] ? (p, m) : default;
        var shape = TensorShape.Last(masks, 4, "pred_masks");
        if (shape[0] != prompts || shape[1] != choices || choices == 0)
        {
            throw new DecodingException($"the model gave `pred_masks` as {TensorShape.Text(masks)} beside `iou_scores` {TensorShape.Text(overlaps)}");
        }

        if (objects is not null && TensorShape.Last(objects, 2, "object_score_logits")[0] != prompts)
        {
            throw new DecodingException($"the model gave `object_score_logits` as {TensorShape.Text(objects)} for {prompts} prompts");
        }

        var (rows, columns) = (shape[2], shape[3]);
        var best = new PictureMask[prompts];
        for (var prompt = 0; prompt < prompts; prompt++)
        {
            var scores = overlaps.Floats.Slice(prompt * choices, choices);
            var choice = IndexOfLargest(scores);
            var score = Math.Clamp((double)scores[choice], 0, 1) * (objects is null ? 1 : Logistic.Sigmoid(objects.Floats[prompt]));
            var logits = masks.Floats.Slice(((prompt * choices) + choice) * rows * columns, rows * columns).ToArray();
            best[prompt] = new PictureMask(columns, rows, logits, score);
        }

        return best;
    }

    /// <summary>
    /// One byte a pixel, row by row: 255 inside, 0 outside. The logits are brought to the picture's size bilinearly (centres of cells on centres of pixels, as the reference
    /// does) and cut at 0. <paramref name="edges"/> first rids the grid of specks and holes, then soften the edge or lay it on the picture's own edges, see there.
    /// </summary>
    /// <param name="mask">As the model gives it.</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="height">Of the picture, pixels.</param>
    /// <param name="edges">Null: the plain cut.</param>
    public static byte[] ToPixels(PictureMask mask, int width, int height, MaskEdges? edges = null)
    {
        if (edges is null)
        {
            return Array.ConvertAll(MaskGrid.Enlarge(mask.Logits, mask.Columns, mask.Rows, width, height), static logit => logit > 0 ? byte.MaxValue : byte.MinValue);
        }

        var logits = MaskRegions.Clean(mask.Logits, mask.Columns, mask.Rows, (int)(edges.SmallestRegion * mask.Columns * mask.Rows));
        var large = MaskGrid.Enlarge(logits, mask.Columns, mask.Rows, width, height);
        if (edges.Guide is null)
        {
            return Array.ConvertAll(large, static logit => (byte)Math.Round(255 * Logistic.Sigmoid(logit)));
        }

        if (edges.Guide.Length != width * height)
        {
            throw new ArgumentException($"the guide has {edges.Guide.Length} pixels, the picture {width}x{height}", nameof(edges));
        }

        var share = Array.ConvertAll(large, static logit => logit > 0 ? 1f : 0f);
        var refined = GuidedFilter.Apply(share, Array.ConvertAll(edges.Guide, static luma => luma / 255f), width, height, Radius(mask, edges, width, height), edges.Smoothness);
        return Array.ConvertAll(refined, static part => (byte)Math.Round(255 * Math.Clamp(part, 0, 1)));
    }

    /// <summary>The edge is known to about one cell of the grid; it may move that far.</summary>
    private static int Radius(PictureMask mask, MaskEdges edges, int width, int height) =>
        edges.Radius ?? Math.Max(2, (int)Math.Ceiling(Math.Max((double)width / mask.Columns, (double)height / mask.Rows)));

    private static int IndexOfLargest(ReadOnlySpan<float> scores)
    {
        var best = 0;
        for (var i = 1; i < scores.Length; i++)
        {
            if (scores[i] > scores[best])
            {
                best = i;
            }
        }

        return best;
    }
}
