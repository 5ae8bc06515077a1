namespace Atelier.Models.Decoding;

/// <summary>
/// How the answer of a detector's graph is read: everything that differs from one detector to the next, so that a new one is configuration. Written as
/// <c>detection:</c> in the options of a model of kind <c>onnx</c>, keys in snake_case.
/// </summary>
/// <example>
/// A graph that decodes its boxes itself: <c>{"boxes":["boxes"],"scores":["scores"],"labels":["face"],"background":0,"box":"corners","unit":"share"}</c>.
/// RetinaFace: <c>"box":"variances","scoring":"softmax"</c> and <c>"levels":[{"stride":8,"sizes":[16,32]},{"stride":16,"sizes":[64,128]},{"stride":32,"sizes":[256,512]}]</c>.
/// YOLOv8: <c>{"boxes":["output0"],"scores":["output0"],"transposed":true,"score_column":4,"box":"centre_size","unit":"pixel"}</c>.
/// </example>
public sealed record AnchorDetection
{
    /// <summary>Names of the tensors that hold the boxes: one for all levels, or one a level in their order.</summary>
    public required IReadOnlyList<string> Boxes { get; init; }

    /// <summary>Names of the tensors that hold the scores, as many as <see cref="Boxes"/>; may be the same tensors.</summary>
    public required IReadOnlyList<string> Scores { get; init; }

    /// <summary>Words for the classes, in the order of the score columns, the background left out.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Score column that means "nothing"; null: there is none.</summary>
    public int? Background { get; init; }

    /// <summary>What the score columns hold.</summary>
    public ScoreForm Scoring { get; init; } = ScoreForm.Plain;

    /// <summary>What the four box columns hold.</summary>
    public BoxForm Box { get; init; } = BoxForm.Corners;

    /// <summary>In what they are counted, where no anchor tells.</summary>
    public BoxUnit Unit { get; init; } = BoxUnit.Share;

    /// <summary>The grids of anchors in the order of the rows: rows of a grid from the top, cells from the left, anchors of a cell in the order of sizes, then ratios.</summary>
    public IReadOnlyList<AnchorLevel> Levels { get; init; } = [];

    /// <summary>Factor of the centre's deltas (<see cref="BoxForm.Variances"/>).</summary>
    public double CentreVariance { get; init; } = 0.1;

    /// <summary>Factor of the size's deltas (<see cref="BoxForm.Variances"/>).</summary>
    public double SizeVariance { get; init; } = 0.2;

    /// <summary>Where in its cell an anchor stands, 0..1 of the stride: 0.5 is its middle.</summary>
    public double CellOffset { get; init; } = 0.5;

    /// <summary>First of the four box columns.</summary>
    public int BoxColumn { get; init; }

    /// <summary>First score column.</summary>
    public int ScoreColumn { get; init; }

    /// <summary>Column of the score tensor that says whether there is anything (YOLOv5); multiplied into every class. Null: none.</summary>
    public int? ObjectnessColumn { get; init; }

    /// <summary>Whether tensors are [columns, boxes] instead of [boxes, columns].</summary>
    public bool Transposed { get; init; }

    /// <summary>Width of the model's input, pixels.</summary>
    public required int InputWidth { get; init; }

    /// <summary>Height of the model's input, pixels.</summary>
    public required int InputHeight { get; init; }

    /// <summary>Boxes of one label that overlap more (intersection over union) are one object.</summary>
    public double MaxOverlap { get; init; } = 0.45;

    /// <summary>Whether boxes of different labels push each other out too.</summary>
    public bool AcrossLabels { get; init; }
}
