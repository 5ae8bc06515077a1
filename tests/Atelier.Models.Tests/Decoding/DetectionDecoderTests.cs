using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class DetectionDecoderTests
{
    private static readonly string[] Labels = ["person", "bird", "car"];

    [Fact]
    public void RtDetr_TwoQueries_GivesSigmoidScoresAndPixelBoxesBestFirst()
    {
        var logits = Tensor.Of([-9, 0, -9, -9, -9, 2], 2, 3);
        var boxes = Tensor.Of([.5f, .5f, .2f, .4f, .25f, .25f, .1f, .1f], 2, 4);

        var found = DetectionDecoder.RtDetr(logits, boxes, Labels, 100, 50, 0.4, 10, null);

        Assert.Equal(["car", "bird"], found.Select(static item => item.Label));
        Assert.Equal(1 / (1 + Math.Exp(-2)), found[0].Score, 6);
        Assert.Equal(0.5, found[1].Score, 6);
        Assert.Equal(40, found[1].Box.Left, 4);
        Assert.Equal(15, found[1].Box.Top, 4);
        Assert.Equal(60, found[1].Box.Right, 4);
        Assert.Equal(35, found[1].Box.Bottom, 4);
    }

    [Fact]
    public void RtDetr_LastClassTheLikeliest_IsFound()
    {
        // A softmax with a "background" in the last column can never find it.
        var found = DetectionDecoder.RtDetr(Tensor.Of([-5, -5, 5], 1, 3), Tensor.Of([.5f, .5f, .5f, .5f], 1, 4), Labels, 10, 10, 0.9, 5, null);

        Assert.Equal("car", Assert.Single(found).Label);
    }

    [Fact]
    public void RtDetr_OnlySomeLabels_LeavesOutTheOthersBeforeTheLimit()
    {
        var logits = Tensor.Of([4, 3, 2], 1, 3);
        var found = DetectionDecoder.RtDetr(logits, Tensor.Of([.5f, .5f, 1, 1], 1, 4), Labels, 10, 10, 0.5, 1, ["Bird"]);

        Assert.Equal("bird", Assert.Single(found).Label);
    }

    [Fact]
    public void RtDetr_BoxBesideThePicture_IsDropped()
    {
        Assert.Empty(DetectionDecoder.RtDetr(Tensor.Of([4, 4, 4], 1, 3), Tensor.Of([1.5f, .5f, .5f, .5f], 1, 4), Labels, 10, 10, 0.5, 9, null));
    }

    [Fact]
    public void RtDetr_AnyBoxes_LieInThePictureInOrder() => Prop.ForAll(Numbers(14).ToArbitrary(), static numbers =>
    {
        var found = DetectionDecoder.RtDetr(Tensor.Of(numbers[..6], 2, 3), Tensor.Of(numbers[6..], 2, 4), Labels, 64, 48, 0.3, 4, null);
        return found.Count <= 4
            && found.All(static item => item.Score is >= 0.3 and <= 1 && item.Box is { Left: >= 0, Top: >= 0, Right: <= 64, Bottom: <= 48 } && item.Box.Left < item.Box.Right)
            && found.Zip(found.Skip(1)).All(static pair => pair.First.Score >= pair.Second.Score);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void RtDetr_MoreClassesThanLabels_SaysSo()
    {
        var problem = Assert.Throws<DecodingException>(static () => DetectionDecoder.RtDetr(Tensor.Of(new float[8], 2, 4), Tensor.Of(new float[8], 2, 4), Labels, 1, 1, 0, 1, null));

        Assert.Equal("the model gave `logits` as [2,4], but its config.json names 3 labels", problem.Message);
    }

    [Fact]
    public void RtDetr_BoxesOfAnotherCount_NamesBothTensors()
    {
        var problem = Assert.Throws<DecodingException>(static () => DetectionDecoder.RtDetr(Tensor.Of(new float[6], 1, 2, 3), Tensor.Of(new float[12], 1, 3, 4), Labels, 1, 1, 0, 1, null));

        Assert.Contains("`pred_boxes` as [1,3,4]", problem.Message, StringComparison.Ordinal);
    }

    private static Gen<float[]> Numbers(int count) => Gen.Choose(-300, 300).Select(static number => number / 100f).ArrayOf(count);
}
