using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class ScoresTests
{
    [Fact]
    public void Nima_Shares_GivesMeanAndSpread()
    {
        var score = QualityDecoder.Nima(Tensor.Of([0, 0, 0, 0, .5f, 0, .5f, 0, 0, 0], 1, 10));

        Assert.Equal(6, score.Mean, 6);
        Assert.Equal(1, score.Spread, 6);
    }

    [Fact]
    public void Nima_Logits_AreTurnedIntoShares()
    {
        var score = QualityDecoder.Nima(Tensor.Of([-4, -4, -4, -4, -4, -4, -4, 6, -4, -4], 10));

        Assert.InRange(score.Mean, 7.9, 8.1);
        Assert.Equal(1, score.Shares.Sum(), 9);
    }

    [Fact]
    public void Nima_AnyShares_LieBetweenOneAndTen() => Prop.ForAll(Gen.Choose(0, 100).ArrayOf(10).Where(static weights => weights.Sum() > 0).ToArbitrary(), static weights =>
    {
        var score = QualityDecoder.Nima(Tensor.Of([.. weights.Select(weight => (float)weight / weights.Sum())], 10));
        return score.Mean is >= 1 and <= 10 && score.Spread is >= 0 and <= 4.5 && Math.Abs(score.Shares.Sum() - 1) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nima_FiveNumbers_SaysWhatIsExpected()
    {
        var problem = Assert.Throws<DecodingException>(static () => QualityDecoder.Nima(Tensor.Of(new float[5], 1, 5)));

        Assert.Equal("the model gave `scores` as [1,5]; a NIMA model gives 10 shares", problem.Message);
    }

    [Fact]
    public void Softmax_TwoLabels_IsTheLogisticOfTheirDifference()
    {
        var scores = LabelScores.Softmax([1, 0], [[1, 0], [0.98f, 0.199f]]);

        Assert.Equal(1 / (1 + Math.Exp(-2)), scores[0], 4);
        Assert.Equal(1, scores.Sum(), 5);
    }

    [Fact]
    public void Sigmoid_EachLabelForItself_NeedNotSumToOne()
    {
        var scores = LabelScores.Sigmoid([1, 0], [[1, 0], [1, 0], [0, 1]], 20, -10);

        Assert.Equal(1 / (1 + Math.Exp(-10)), scores[0], 5);
        Assert.Equal(scores[0], scores[1]);
        Assert.Equal(1 / (1 + Math.Exp(10)), scores[2], 5);
    }

    [Fact]
    public void Softmax_LongVectors_EqualTheSumByHand()
    {
        float[] picture = [.. Enumerable.Range(0, 37).Select(static i => MathF.Sin(i) / 10)];
        float[] label = [.. Enumerable.Range(0, 37).Select(static i => MathF.Cos(i * i) / 10)];
        var cosine = picture.Zip(label, static (a, b) => (double)a * b).Sum();

        var score = Assert.Single(LabelScores.Sigmoid(picture, [label], 1, 0));

        Assert.Equal(1 / (1 + Math.Exp(-cosine)), score, 5);
    }

    [Fact]
    public void Softmax_VectorsOfTwoModels_SaysSo() =>
        Assert.Throws<DecodingException>(static () => LabelScores.Softmax([1, 0], [[1, 0, 0]]));

    [Fact]
    public void Normalize_AnyVector_HasLengthOne() => Prop.ForAll(Gen.Choose(-1000, 1000).Select(static number => number / 7f).NonEmptyListOf().ToArbitrary(), static numbers =>
    {
        var unit = UnitVector.Normalize([.. numbers]);
        var length = Math.Sqrt(unit.Sum(static value => (double)value * value));
        return numbers.All(static number => number == 0) ? length == 0 : Math.Abs(length - 1) < 1e-5;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Normalize_NotANumber_IsRefused() => Assert.Throws<DecodingException>(static () => UnitVector.Normalize([1, float.NaN]));
}
