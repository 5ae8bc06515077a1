using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>Tensors of detectors into objects. Boxes keep their fractions of pixels and are cut at the picture's edges; those with nothing left are dropped.</summary>
internal static class DetectionDecoder
{
    /// <summary>
    /// RT-DETR (Zhao et al. 2023): a query's score for a class is <c>sigmoid(logit)</c>, for there is no background class; of all pairs of query and class the
    /// best are taken, as its reference post-processing does; boxes are centre and size in shares of the picture. Needs no suppression.
    /// </summary>
    /// <param name="logits">[queries, classes].</param>
    /// <param name="boxes">[queries, 4]: centre x, centre y, width, height, 0..1.</param>
    /// <param name="labels">Of the classes, in order.</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="height">Of the picture, pixels.</param>
    /// <param name="threshold">Lowest score kept.</param>
    /// <param name="max">Most objects kept.</param>
    /// <param name="only">Labels wanted, upper and lower case alike; null: all.</param>
    /// <returns>Best first; equal scores in the order of queries and classes.</returns>
    /// <exception cref="DecodingException">The tensors fit neither each other nor the labels.</exception>
    public static IReadOnlyList<DetectedObject> RtDetr(Tensor logits, Tensor boxes, IReadOnlyList<string> labels, int width, int height, double threshold, int max, IReadOnlyList<string>? only)
    {
        var scored = TensorShape.Last(logits, 2, "logits");
        var placed = TensorShape.Last(boxes, 2, "pred_boxes");
        if (scored[1] != labels.Count)
        {
            throw new DecodingException($"the model gave `logits` as {TensorShape.Text(logits)}, but its config.json names {labels.Count} labels");
        }

        if (placed[0] != scored[0] || placed[1] != 4)
        {
            throw new DecodingException($"the model gave `pred_boxes` as {TensorShape.Text(boxes)} beside `logits` {TensorShape.Text(logits)}; expected is [{scored[0]},4]");
        }

        var wanted = Wanted(labels, only);
        var found = new List<DetectedObject>();
        for (var query = 0; query < scored[0]; query++)
        {
            var row = boxes.Floats.Slice(query * 4, 4);
            var (cx, cy, w, h) = ((double)row[0], (double)row[1], (double)row[2], (double)row[3]);
            for (var label = 0; label < labels.Count; label++)
            {
                var score = Logistic.Sigmoid(logits.Floats[(query * labels.Count) + label]);
                if (wanted[label] && score >= threshold)
                {
                    var box = new PixelBox((cx - (w / 2)) * width, (cy - (h / 2)) * height, (cx + (w / 2)) * width, (cy + (h / 2)) * height);
                    found.Add(new DetectedObject(labels[label], score, ModelGeometry.Clamp(box, width, height)));
                }
            }
        }

        return [.. found.Where(static item => item.Box.Area > 0).OrderByDescending(static item => item.Score).Take(max)];
    }

    /// <summary>A detector that <paramref name="options"/> describe wholly: decoded boxes or anchors, any score form, then suppression.</summary>
    /// <param name="tensors">By the graph's names.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="geometry">How the picture was laid onto the input.</param>
    /// <param name="width">Of the picture, pixels.</param>
    /// <param name="height">Of the picture, pixels.</param>
    /// <param name="threshold">Lowest score kept.</param>
    /// <param name="max">Most objects kept.</param>
    /// <param name="only">Labels wanted, upper and lower case alike; null: all.</param>
    /// <returns>Best first.</returns>
    /// <exception cref="DecodingException">A tensor is missing or has another shape than the options say.</exception>
    public static IReadOnlyList<DetectedObject> Anchors(
        IReadOnlyDictionary<string, Tensor> tensors,
        AnchorDetection options,
        ModelGeometry geometry,
        int width,
        int height,
        double threshold,
        int max,
        IReadOnlyList<string>? only)
    {
        var wanted = Wanted(options.Labels, only);
        var found = new List<DetectedObject>();
        foreach (var rows in DetectionRows.Of(tensors, options))
        {
            for (var row = 0; row < rows.Count; row++)
            {
                PixelBox? box = null;
                foreach (var (label, score) in rows.ScoresOf(row))
                {
                    if (wanted[label] && score >= threshold)
                    {
                        box ??= geometry.ToPicture(rows.BoxOf(row), width, height);
                        found.Add(new DetectedObject(options.Labels[label], score, box));
                    }
                }
            }
        }

        return NonMaximumSuppression.Keep(found.Where(static item => item.Box.Area > 0), options.MaxOverlap, max, options.AcrossLabels);
    }

    private static bool[] Wanted(IReadOnlyList<string> labels, IReadOnlyList<string>? only) =>
        [.. labels.Select(label => only is null || only.Contains(label, StringComparer.OrdinalIgnoreCase))];
}
