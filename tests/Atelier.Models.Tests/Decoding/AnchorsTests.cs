using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class AnchorsTests
{
    private static readonly ModelGeometry Half = new(0.5, 0.5, 0, 0);

    [Fact]
    public void Anchors_DecodedCorners_AreSuppressedAndLaidBackOntoThePicture()
    {
        var options = Options(BoxForm.Corners) with { Background = 0, MaxOverlap = 0.3 };
        var scores = Tensor.Of([.1f, .9f, .2f, .8f, .95f, .05f], 1, 3, 2);
        var boxes = Tensor.Of([.1f, .1f, .5f, .5f, .12f, .1f, .5f, .5f, 0, 0, 1, 1], 1, 3, 4);

        var found = Assert.Single(Decode(options, scores, boxes));

        Assert.Equal(("face", 0.9f), (found.Label, (float)found.Score));
        Near(new PixelBox(20, 20, 100, 100), found.Box);
    }

    [Fact]
    public void Anchors_ZeroDeltas_AreTheAnchorsThemselves()
    {
        // Input 100x100, stride 50: cells' middles at 25 and 75, one anchor of 20 pixels each.
        var options = Options(BoxForm.Variances) with { Levels = [new AnchorLevel(50, [20])], Scoring = ScoreForm.Softmax, Background = 0 };
        var logits = Tensor.Of([3, -3, 3, -3, -3, 3, 3, -3], 4, 2);

        var found = Assert.Single(Decode(options, logits, Tensor.Of(new float[16], 4, 4)));

        Assert.Equal(1 / (1 + Math.Exp(-6)), found.Score, 6);
        Near(new PixelBox(30, 130, 70, 170), found.Box);
    }

    [Fact]
    public void Anchors_Deltas_MoveByTheVariances()
    {
        var options = Options(BoxForm.Variances) with { Levels = [new AnchorLevel(100, [20])] };
        var deltas = Tensor.Of([5, -5, (float)(Math.Log(2) / 0.2), 0], 1, 4);

        // Centre (50 + 5 x 0.1 x 20, 50 - 5 x 0.1 x 20) = (60, 40); width 40, height 20.
        Near(new PixelBox(80, 60, 160, 100), Assert.Single(Decode(options, Tensor.Of([1], 1, 1), deltas)).Box);
    }

    [Fact]
    public void Anchors_RatiosAndSizes_MakeAnAnchorEach()
    {
        var options = Options(BoxForm.Variances) with { Levels = [new AnchorLevel(100, [10, 20], [1, 4])], MaxOverlap = 1 };

        var found = Decode(options, Tensor.Of([.9f, .8f, .7f, .6f], 4, 1), Tensor.Of(new float[16], 4, 4));

        Near(new PixelBox(80, 95, 120, 105), found[1].Box); // size 10, ratio 4: 20 x 5 model pixels
        Assert.Equal(4, found.Count);
    }

    [Fact]
    public void Anchors_DistancesOverTwoLevels_AreCountedInStrides()
    {
        var options = Options(BoxForm.Distances) with
        {
            Boxes = ["box_50", "box_100"],
            Scores = ["score_50", "score_100"],
            Levels = [new AnchorLevel(50, PerCell: 2), new AnchorLevel(100)],
            CellOffset = 0,
        };
        var tensors = new Dictionary<string, Tensor>
        {
            ["score_50"] = Tensor.Of([0, 0, 0, 0, 0, 0, 0, .7f], 8, 1),
            ["box_50"] = Tensor.Of([.. Enumerable.Repeat(0.5f, 32)], 8, 4),
            ["score_100"] = Tensor.Of([.9f], 1, 1),
            ["box_100"] = Tensor.Of([0, 0, .1f, .2f], 1, 4),
        };

        var found = DetectionDecoder.Anchors(tensors, options, Half, 200, 200, 0.5, 10, null);

        Near(new PixelBox(0, 0, 20, 40), found[0].Box);
        Near(new PixelBox(50, 50, 150, 150), found[1].Box);
    }

    [Fact]
    public void Anchors_TransposedWithObjectness_ReadsColumnsOfOneTensor()
    {
        var options = Options(BoxForm.CentreSize) with
        {
            Boxes = ["out"],
            Scores = ["out"],
            Labels = ["cat", "dog"],
            Transposed = true,
            ObjectnessColumn = 4,
            ScoreColumn = 5,
            Unit = BoxUnit.Pixel,
        };
        float[] columns = [50, 20, 50, 20, 10, 10, 10, 10, 1, .5f, .1f, .1f, .8f, .9f];

        var found = DetectionDecoder.Anchors(new Dictionary<string, Tensor> { ["out"] = Tensor.Of(columns, 7, 2) }, options, Half, 200, 200, 0.5, 10, ["dog"]);

        var dog = Assert.Single(found);
        Assert.Equal(("dog", 0.8f), (dog.Label, (float)dog.Score));
        Near(new PixelBox(90, 90, 110, 110), dog.Box);
    }

    [Fact]
    public void Anchors_PictureWithBorders_TakesTheOffsetAway()
    {
        var options = Options(BoxForm.Corners) with { Unit = BoxUnit.Pixel };
        var tensors = new Dictionary<string, Tensor> { ["scores"] = Tensor.Of([.9f], 1, 1), ["boxes"] = Tensor.Of([10, 5, 60, 95], 1, 4) };

        var found = Assert.Single(DetectionDecoder.Anchors(tensors, options, new ModelGeometry(0.25, 0.25, 0, 20), 400, 240, 0.5, 10, null));

        Near(new PixelBox(40, 0, 240, 240), found.Box);
    }

    [Fact]
    public void Anchors_MissingOutput_NamesTheOthers()
    {
        var tensors = new Dictionary<string, Tensor> { ["confidences"] = Tensor.Of([1], 1, 1), ["boxes"] = Tensor.Of(new float[4], 1, 4) };

        var problem = Assert.Throws<DecodingException>(() => DetectionDecoder.Anchors(tensors, Options(BoxForm.Corners), Half, 1, 1, 0, 1, null));

        Assert.Equal("the model has no output `scores`; it has: confidences, boxes", problem.Message);
    }

    [Fact]
    public void Anchors_LevelsOfAnotherCount_SaysHowMany()
    {
        var options = Options(BoxForm.Distances) with { Levels = [new AnchorLevel(10)] };

        var problem = Assert.Throws<DecodingException>(() => Decode(options, Tensor.Of(new float[3], 3, 1), Tensor.Of(new float[12], 3, 4)));

        Assert.Equal("`boxes` has 3 boxes; the levels in the options make 100 anchors", problem.Message);
    }

    private static AnchorDetection Options(BoxForm box) => new() { Boxes = ["boxes"], Scores = ["scores"], Labels = ["face"], Box = box, InputWidth = 100, InputHeight = 100 };

    private static IReadOnlyList<DetectedObject> Decode(AnchorDetection options, Tensor scores, Tensor boxes) =>
        DetectionDecoder.Anchors(new Dictionary<string, Tensor> { ["scores"] = scores, ["boxes"] = boxes }, options, Half, 200, 200, 0.5, 10, null);

    private static void Near(PixelBox expected, PixelBox actual)
    {
        Assert.Equal(expected.Left, actual.Left, 3);
        Assert.Equal(expected.Top, actual.Top, 3);
        Assert.Equal(expected.Right, actual.Right, 3);
        Assert.Equal(expected.Bottom, actual.Bottom, 3);
    }
}
