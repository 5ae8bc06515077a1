using System.Text.Json;
using Atelier.Actions.Images.Analysis;
using Atelier.Actions.Tests.Images;
using Atelier.Actions.Vision.Masks;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Vision;

public sealed class QualityAndMaskTests(MediaHost host) : VisionTests(host)
{
    private readonly MediaHost _host = host;

    [Fact]
    public async Task Quality_WithoutModels_IsClassicAndHasNoAestheticScore()
    {
        NeedsHost();
        var output = await SucceedAsync("vision.quality", new { image = Pattern() });
        var overall = Number(output.GetProperty("parts").GetProperty("classic"), "overall");

        Assert.Equal(1 + (0.9 * overall), Number(output, "technical_score"), 0.001);
        Assert.Equal(JsonValueKind.Null, output.GetProperty("aesthetic_score").ValueKind);
        Assert.Equal(("classic", "classic"), (output.GetProperty("technical_by").GetString(), Assert.Single(Context.Makers)));
    }

    [Fact]
    public async Task Quality_OneModel_JudgesBothSidesAndIsAskedOnce()
    {
        Models.Add("nima", ModelKind.Nima, _ => Score(6.5));
        var output = await SucceedAsync("vision.quality", new { image = Photo(), model = "nima", measure = false, technical_threshold = 6, aesthetic_threshold = 7 });

        Assert.Equal((6.5, 6.5, 1.2), (Number(output, "technical_score"), Number(output, "aesthetic_score"), Number(output, "spread")));
        Assert.Equal((false, "aesthetic score 6.5 is below 7"), (output.GetProperty("passed").GetBoolean(), Texts(output.GetProperty("reasons")).Single()));
        Assert.Single(Models.Asked);
        Assert.Equal([Models.MadeBy("nima")], Context.Makers);
    }

    [Fact]
    public async Task Quality_TwoModelsBelowThresholds_IsRejectedWithBothReasons()
    {
        Models.Add("tech", ModelKind.Nima, _ => Score(5)).Add("nice", ModelKind.Nima, _ => Score(4));
        var input = new { image = Photo(), technical_model = "tech", aesthetic_model = "nice", measure = false, technical_threshold = 6, aesthetic_threshold = 5, reject_if_below = true };

        Assert.Equal("technical score 5 is below 6; aesthetic score 4 is below 5", await RejectAsync("vision.quality", input));
        Assert.Equal(["model:nice", "model:tech"], (await FingerprintAsync("vision.quality", input)).Keys.Order());
        Assert.Equal("tech", Find("vision.quality").GetAffinity(ActionRuns.ToBytes(input)));
    }

    [Theory]
    [InlineData("high", 600, 400)]
    [InlineData("fast", 512, 341)]
    public async Task Segment_ObjectsOfADetection_GiveMasksBoxesAndShares(string quality, int width, int height)
    {
        Models.Add("sam2", ModelKind.Sam2, question => Masks((SegmentPicture)question, 600, 400));
        var objects = new
        {
            width = 600,
            height = 400,
            count = 2,
            objects = new[] { Seen("person", 0, 0, 300, 200), Seen("car", 300, 200, 600, 400) },
            persons = new { count = 1 },
        };
        var output = await SucceedAsync("vision.segment", new { image = Photo("a.jpg"), model = "sam2", objects, quality });

        Assert.Equal(2, output.GetProperty("count").GetInt32());
        Assert.Equal(0.5, Number(output, "area_share"), 0.01);
        var first = output.GetProperty("masks")[0];
        Assert.Equal(("person", 0.25, 0.9), (first.GetProperty("label").GetString(), Math.Round(Number(first, "area_share"), 2), Number(first, "score")));
        Assert.Equal(300, Number(first.GetProperty("box"), "right"), 1.5);
        var mask = ImageActionsMade(first.GetProperty("mask"));
        Assert.Equal(("image/png", "a.mask-1.png"), (mask.MediaType, mask.Name));
        NeedsHost();
        var decoded = await _host.Pool.PixelsAsync(new PixelsRequest(await Context.Memory.GetPathAsync(mask, default), 1024, 1024, 1, Exact: false), default);
        Assert.True(decoded.TryGet(out var pixels, out _));
        Assert.Equal((width, height), (pixels.Width, pixels.Height));
        Assert.Equal((255, 0), (pixels.Pixels[0], pixels.Pixels[^1]));
    }

    [Fact]
    public async Task Segment_OnlySomeClassesOrPoints_AsksForThose()
    {
        Models.Add("sam2", ModelKind.Sam2, question => Masks((SegmentPicture)question, 100, 100));
        var objects = new { width = 100, height = 100, objects = new[] { Seen("person", 0, 0, 50, 50), Seen("car", 50, 50, 100, 100) } };
        Assert.Equal(1, (await SucceedAsync("vision.segment", new { image = Photo(), model = "sam2", objects, classes = "person" })).GetProperty("count").GetInt32());
        await SucceedAsync("vision.segment", new { image = Photo(), model = "sam2", points = new[] { new { x = 5, y = 6 } }, outside = new[] { new { x = 90, y = 90 } } });

        var prompt = Assert.IsType<SegmentPicture>(Models.Asked[^1].Question).Prompts.Single();
        Assert.Equal((null, new PixelPoint(5, 6), new PixelPoint(90, 90)), (prompt.Box, prompt.Inside.Single(), prompt.Outside.Single()));
        var none = await EmptyAsync("vision.segment", new { image = Photo(), model = "sam2", objects, classes = "bird" });
        Assert.Equal((0, JsonValueKind.Null), (none.GetProperty("count").GetInt32(), none.GetProperty("mask").ValueKind));
        Assert.Equal("ATL5001", (await FailAsync("vision.segment", new { image = Photo(), model = "sam2" })).Code);
    }

    [Fact]
    public void Make_LogitsOfAHalf_AreScaledBetweenTheCellsAndCut()
    {
        var mask = new PictureMask(4, 2, [4, 4, -4, -4, 4, 4, -4, -4], 1);
        var binary = MaskMaking.Make(mask, 80, 40, MaskType.Binary, null);
        Assert.All(Enumerable.Range(0, 80), x => Assert.Equal(x < 40 ? 255 : 0, binary.Values[(20 * 80) + x]));
        var soft = MaskMaking.Make(mask, 80, 40, MaskType.Soft, null);
        Assert.Contains(soft.Values, value => value is > 20 and < 235);
        Assert.Equal(0.5, soft.AreaShare, 0.01);
    }

    [Fact]
    public void Make_RefinedEdges_MoveToThoseOfThePicture()
    {
        // The picture's edge is at 36, the model's at 40.
        var guide = new Plane(80, 40, [.. Enumerable.Range(0, 80 * 40).Select(i => i % 80 < 36 ? 220f : 20f)]);
        var mask = new PictureMask(8, 4, [.. Enumerable.Range(0, 32).Select(i => i % 8 < 4 ? 2f : -2f)], 1);
        int Edge(GrayMask made) => Enumerable.Range(0, 80).Count(x => made.Values[(20 * 80) + x] == 255);

        Assert.Equal(40, Edge(MaskMaking.Make(mask, 80, 40, MaskType.Binary, null)));
        var inside = new float[80 * 40];
        for (var i = 0; i < inside.Length; i++)
        {
            inside[i] = i % 80 < 40 ? 1 : 0;
        }

        var filtered = GuidedFilter.Apply(guide, inside, 12);
        Assert.True(filtered[(20 * 80) + 35] > 0.75 && filtered[(20 * 80) + 37] < 0.5, $"{filtered[(20 * 80) + 35]} {filtered[(20 * 80) + 37]}");
    }

    private static Artifact ImageActionsMade(JsonElement value) => value.Deserialize<Artifact>(ActionJson.Options)!;

    private static PictureScore Score(double mean) => new(mean, 1.2, [.. Enumerable.Repeat(0.1, 10)]);

    private static object Seen(string label, double left, double top, double right, double bottom) =>
        new { label, score = 0.9, box = new { left, top, right, bottom, width = right - left, height = bottom - top } };

    /// <summary>A mask for each box that is the box itself on a grid of 64 x 64; for points the middle.</summary>
    private static SegmentedPicture Masks(SegmentPicture question, int width, int height) => new(width, height, [.. question.Prompts.Select(prompt =>
    {
        var box = prompt.Box ?? new PixelBox(width / 4.0, height / 4.0, width * 3 / 4.0, height * 3 / 4.0);
        var logits = Enumerable.Range(0, 64 * 64).Select(i =>
        {
            var (x, y) = (((i % 64) + 0.5) * width / 64, ((i / 64) + 0.5) * height / 64);
            return x > box.Left && x < box.Right && y > box.Top && y < box.Bottom ? 8f : -8f;
        });
        return new PictureMask(64, 64, [.. logits], 0.9);
    })]);

    private Artifact Pattern()
    {
        var random = new Random(5);
        var rgb = new byte[200 * 150 * 3];
        random.NextBytes(rgb);
        return Context.Memory.Add(new Pixels(200, 150, rgb).ToPng(), "image/png", "noise.png");
    }
}
