using Atelier.Models.Decoding;
using Atelier.Sdk.Models;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class NonMaximumSuppressionTests
{
    private static readonly Gen<DetectedObject> Objects =
        from box in Gen.Choose(0, 40).ArrayOf(4)
        from score in Gen.Choose(0, 20)
        from label in Gen.Elements("a", "b")
        select new DetectedObject(label, score / 20.0, new PixelBox(box[0], box[1], box[0] + box[2], box[1] + box[3]));

    [Fact]
    public void Keep_AnyObjects_NeverKeepsTwoOfALabelAboveTheOverlap() => Check(static (objects, overlap) =>
    {
        var kept = NonMaximumSuppression.Keep(objects, overlap);
        return Pairs(kept).All(pair => pair.First.Label != pair.Second.Label || NonMaximumSuppression.Overlap(pair.First.Box, pair.Second.Box) <= overlap);
    });

    [Fact]
    public void Keep_AnyObjects_LeavesOutOnlyWhatABetterOneCovers() => Check(static (objects, overlap) =>
    {
        var kept = NonMaximumSuppression.Keep(objects, overlap);
        return objects.Except(kept).All(left => kept.Any(better => better.Label == left.Label && better.Score >= left.Score && NonMaximumSuppression.Overlap(better.Box, left.Box) > overlap));
    });

    [Fact]
    public void Keep_AnyObjects_IsBestFirstAndTheSameAgain() => Check(static (objects, overlap) =>
    {
        var kept = NonMaximumSuppression.Keep(objects, overlap);
        return kept.Zip(kept.Skip(1)).All(static pair => pair.First.Score >= pair.Second.Score) && NonMaximumSuppression.Keep(kept, overlap).SequenceEqual(kept);
    });

    [Fact]
    public void Keep_Max_IsTheBestOfAll() => Check(static (objects, overlap) =>
        NonMaximumSuppression.Keep(objects, overlap, 2).SequenceEqual(NonMaximumSuppression.Keep(objects, overlap).Take(2)));

    [Fact]
    public void Keep_AcrossLabels_KeepsTheBetterOfTwoLabels()
    {
        var box = new PixelBox(0, 0, 10, 10);
        DetectedObject[] objects = [new("a", 0.5, box), new("b", 0.7, box)];

        Assert.Equal(2, NonMaximumSuppression.Keep(objects, 0.5).Count);
        Assert.Equal("b", Assert.Single(NonMaximumSuppression.Keep(objects, 0.5, acrossLabels: true)).Label);
    }

    [Fact]
    public void Overlap_HalfShifted_IsAThird() =>
        Assert.Equal(1 / 3.0, NonMaximumSuppression.Overlap(new PixelBox(0, 0, 10, 10), new PixelBox(5, 0, 15, 10)), 9);

    private static void Check(Func<DetectedObject[], double, bool> holds) =>
        Prop.ForAll(Objects.ArrayOf().ToArbitrary(), Gen.Choose(0, 10).Select(static tenth => tenth / 10.0).ToArbitrary(), holds).QuickCheckThrowOnFailure();

    private static IEnumerable<(DetectedObject First, DetectedObject Second)> Pairs(IReadOnlyList<DetectedObject> kept) =>
        kept.SelectMany((first, i) => kept.Skip(i + 1).Select(second => (first, second)));
}
