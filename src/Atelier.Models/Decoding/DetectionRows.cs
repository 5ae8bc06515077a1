using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Decoding;

/// <summary>The rows of one pair of tensors (boxes and scores) of a detector, each with its anchor if the boxes need one.</summary>
internal sealed class DetectionRows
{
    private readonly AnchorDetection _options;
    private readonly Columns _boxes;
    private readonly Columns _scores;
    private readonly Anchor[] _anchors;
    private readonly int _columns;

    private DetectionRows(AnchorDetection options, Columns boxes, Columns scores, Anchor[] anchors, int columns)
    {
        (_options, _boxes, _scores, _anchors, _columns) = (options, boxes, scores, anchors, columns);
    }

    public int Count => _boxes.Rows;

    /// <summary>Finds the tensors and holds them against the options.</summary>
    public static IEnumerable<DetectionRows> Of(IReadOnlyDictionary<string, Tensor> tensors, AnchorDetection options)
    {
        var perLevel = options.Boxes.Count > 1;
        var columns = options.Labels.Count + (options.Background is null ? 0 : 1);
        for (var i = 0; i < options.Boxes.Count; i++)
        {
            var boxes = Columns.Find(tensors, options.Boxes[i], options.BoxColumn + 4, options.Transposed);
            var scores = Columns.Find(tensors, options.Scores[i], Math.Max(options.ScoreColumn + columns, (options.ObjectnessColumn ?? 0) + 1), options.Transposed);
            if (boxes.Rows != scores.Rows)
            {
                throw new DecodingException($"`{options.Boxes[i]}` has {boxes.Rows} boxes, `{options.Scores[i]}` scores for {scores.Rows}");
            }

            var anchors = options.Box is BoxForm.Variances or BoxForm.Distances ? Anchor.Of(options, perLevel ? [options.Levels[i]] : options.Levels) : [];
            if (anchors.Length > 0 && anchors.Length != boxes.Rows)
            {
                throw new DecodingException($"`{options.Boxes[i]}` has {boxes.Rows} boxes; the levels in the options make {anchors.Length} anchors");
            }

            yield return new DetectionRows(options, boxes, scores, anchors, columns);
        }
    }

    /// <summary>Labels by their number with their scores.</summary>
    public IEnumerable<(int Label, double Score)> ScoresOf(int row)
    {
        var logits = new float[_columns];
        for (var column = 0; column < _columns; column++)
        {
            logits[column] = _scores[row, _options.ScoreColumn + column];
        }

        var shares = _options.Scoring switch
        {
            ScoreForm.Softmax => Logistic.Softmax(logits),
            ScoreForm.Sigmoid => [.. logits.Select(static logit => Logistic.Sigmoid(logit))],
            _ => Array.ConvertAll(logits, static score => (double)score),
        };
        var anything = _options.ObjectnessColumn is { } objectness ? Objectness(_scores[row, objectness]) : 1;
        var label = 0;
        for (var column = 0; column < _columns; column++)
        {
            if (column != _options.Background)
            {
                yield return (label++, shares[column] * anything);
            }
        }
    }

    /// <summary>Pixels of the model's input.</summary>
    public PixelBox BoxOf(int row)
    {
        var at = _options.BoxColumn;
        var (a, b, c, d) = ((double)_boxes[row, at], (double)_boxes[row, at + 1], (double)_boxes[row, at + 2], (double)_boxes[row, at + 3]);
        var (x, y) = _options.Unit == BoxUnit.Share ? (_options.InputWidth, _options.InputHeight) : (1, 1);
        switch (_options.Box)
        {
            case BoxForm.Corners:
                return new PixelBox(a * x, b * y, c * x, d * y);
            case BoxForm.CentreSize:
                return Centred(a * x, b * y, c * x, d * y);
            case BoxForm.Variances:
                var anchor = _anchors[row];
                return Centred(
                    anchor.X + (a * _options.CentreVariance * anchor.Width),
                    anchor.Y + (b * _options.CentreVariance * anchor.Height),
                    anchor.Width * Math.Exp(c * _options.SizeVariance),
                    anchor.Height * Math.Exp(d * _options.SizeVariance));
            default:
                var point = _anchors[row];
                return new PixelBox(point.X - (a * point.Stride), point.Y - (b * point.Stride), point.X + (c * point.Stride), point.Y + (d * point.Stride));
        }
    }

    private static PixelBox Centred(double x, double y, double width, double height) =>
        new(x - (width / 2), y - (height / 2), x + (width / 2), y + (height / 2));

    private double Objectness(double value) => _options.Scoring == ScoreForm.Plain ? value : Logistic.Sigmoid(value);
}
