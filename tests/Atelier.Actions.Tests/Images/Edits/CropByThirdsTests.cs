using Atelier.Actions.Images.Edits;
using Atelier.Actions.Vision.Detection;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Images.Edits;

public sealed class CropByThirdsTests
{
    private static readonly double[] Aspects = [1, 0.8, 1.5, 16.0 / 9, 0.5, 3];

    [Fact]
    public void Choose_AnySubjects_CutLiesInTheFrameWithTheAspectAndKeepsWhatFits()
    {
        var box = from left in Gen.Choose(0, 900)
                  from top in Gen.Choose(0, 700)
                  from width in Gen.Choose(10, 500)
                  from height in Gen.Choose(10, 500)
                  select new SeenBox(left, top, Math.Min(1000, left + width), Math.Min(800, top + height));
        var cases = from boxes in box.ListOf(3)
                    from count in Gen.Choose(1, 3)
                    from aspect in Gen.Elements(Aspects)
                    select (Boxes: boxes.Take(count).ToList(), Aspect: aspect);
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var cut = CropByThirds.Choose(new CutArea(0, 0, 1000, 800), given.Aspect, [.. given.Boxes.Select(Subject)], 0.7, 0.03);
            var inside = cut.Left >= -1e-6 && cut.Top >= -1e-6 && cut.Right <= 1000 + 1e-6 && cut.Bottom <= 800 + 1e-6;
            var (width, height) = (Math.Min(1000, 800 * given.Aspect), Math.Min(1000, 800 * given.Aspect) / given.Aspect);
            var fits = given.Boxes.Max(b => b.Right) - given.Boxes.Min(b => b.Left) <= width && given.Boxes.Max(b => b.Bottom) - given.Boxes.Min(b => b.Top) <= height;
            return inside && Math.Abs((cut.Width / cut.Height) - given.Aspect) < 1e-6 && (!fits || given.Boxes.All(b => Holds(cut, b)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Choose_SmallSubject_ComesToACrossingOfThirds()
    {
        var cut = CropByThirds.Choose(new CutArea(0, 0, 1200, 800), 1.5, [Subject(new SeenBox(560, 380, 640, 420))], 0.7, 0.03);
        var (x, y) = ((600 - cut.Left) / cut.Width, (400 - cut.Top) / cut.Height);
        Assert.True(Math.Min(Math.Abs(x - (1 / 3.0)), Math.Abs(x - (2 / 3.0))) < 0.02, $"{x}");
        Assert.True(Math.Min(Math.Abs(y - (1 / 3.0)), Math.Abs(y - (2 / 3.0))) < 0.02, $"{y}");
    }

    [Fact]
    public void Choose_SubjectAsWideAsTheCut_IsCentred()
    {
        var cut = CropByThirds.Choose(new CutArea(0, 0, 1200, 800), 1, [Subject(new SeenBox(150, 200, 900, 600))], 1, 0.03);
        Assert.Equal(525, cut.Left + (cut.Width / 2), 30.0);
    }

    [Fact]
    public void Choose_TooFarApartForOneCut_KeepsTheWeightierWhole()
    {
        var strong = Subject(new SeenBox(0, 100, 300, 700)) with { Weight = 10 };
        var cut = CropByThirds.Choose(new CutArea(0, 0, 1600, 800), 1, [strong, Subject(new SeenBox(1500, 300, 1600, 400)) with { Weight = 1 }], 0.7, 0.03);
        Assert.True(Holds(cut, strong.Box), cut.ToString());
    }

    [Fact]
    public void Choose_NoSubjects_KeepsTheMiddle() =>
        Assert.Equal(new CutArea(200, 0, 800, 800), CropByThirds.Choose(new CutArea(0, 0, 1200, 800), 1, [], 0.7, 0.03));

    [Theory]
    [InlineData("4:5", 0.8)]
    [InlineData("16/9", 16.0 / 9)]
    [InlineData("1.5", 1.5)]
    [InlineData("original", 2.0)]
    public void TryParse_Proportions_AreRead(string text, double aspect)
    {
        Assert.True(AspectText.TryParse(text, 2, out var read));
        Assert.Equal(aspect, read, 1e-9);
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("4:0")]
    [InlineData("1:2:3")]
    [InlineData("100:1")]
    public void TryParse_NoProportions_AreRefused(string text) => Assert.False(AspectText.TryParse(text, 2, out _));

    [Fact]
    public void Inside_TurnedFrame_HasNoEmptyCorner()
    {
        foreach (var degrees in new[] { -20, -5, 0.3, 7, 19 })
        {
            var frame = EditedFrame.Inside(900, 600, degrees);
            var (sin, cos) = Math.SinCos(-degrees * Math.PI / 180);
            foreach (var (x, y) in new[] { (frame.Left, frame.Top), (frame.Right, frame.Top), (frame.Left, frame.Bottom), (frame.Right, frame.Bottom) })
            {
                // Where the corner was before the turn.
                var (was, lay) = (450 + ((x - 450) * cos) - ((y - 300) * sin), 300 + ((x - 450) * sin) + ((y - 300) * cos));
                Assert.True(was is > -0.001 and < 900.001 && lay is > -0.001 and < 600.001, $"{degrees}: {was} {lay}");
            }
        }
    }

    [Theory]
    [InlineData(20, 2.5)]
    [InlineData(77, 1.5)]
    [InlineData(115, 1)]
    [InlineData(240, 1)]
    public void For_MeanLight_GivesTheCurve(double mean, double gamma) => Assert.Equal(gamma, LowLightCurve.For(mean).Gamma, 0.01);

    private static CropSubject Subject(SeenBox box) => CropSubject.Of(new SeenObject("dog", 0.9, box));

    private static bool Holds(CutArea cut, SeenBox box) =>
        box.Left >= cut.Left - 1e-3 && box.Top >= cut.Top - 1e-3 && box.Right <= cut.Right + 1e-3 && box.Bottom <= cut.Bottom + 1e-3;
}
