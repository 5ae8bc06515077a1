using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class RenderActionsTests(MediaHost host) : ImageTests(host)
{
    [Fact]
    public async Task Convert_SizeAndFormat_YieldsThatPicture()
    {
        var output = await SucceedAsync("images.convert", new { image = PatternPng("a.b.png"), width = 50, height = 50, format = "webp", quality = 70 });
        var image = Made(output);
        Assert.Equal(("image/webp", "a.b.webp"), (image.MediaType, image.Name));
        var info = await SucceedAsync("images.info", new { image });
        Assert.Equal(("webp", 50, 50), (info.GetProperty("format").GetString(), info.GetProperty("width").GetInt32(), info.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task Convert_NoFormat_KeepsTheInputs()
    {
        var jpeg = Made(await SucceedAsync("images.convert", new { image = PatternPng(), format = "jpeg" }));
        Assert.Equal("image/jpeg", Made(await SucceedAsync("images.convert", new { image = jpeg, width = 20 })).MediaType);
        var svg = Context.Memory.Add("""<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><circle r="5"/></svg>""", "image/svg+xml", "a.svg");
        var drawn = await SucceedAsync("images.convert", new { image = svg, width = 200 });
        Assert.Equal(("image/png", 200), (Made(drawn).MediaType, drawn.GetProperty("width").GetInt32()));
    }

    [Fact]
    public async Task Convert_RowOfAListing_IsTakenAsPicture()
    {
        var path = Path.Join(Context.BaseFolder, "listed.png");
        await File.WriteAllBytesAsync(path, Pattern().ToPng());
        var linked = await Context.Memory.LinkAsync(path, "image/png", default);
        var row = new Dictionary<string, object?>
        {
            ["$artifact"] = linked.Digest,
            ["mediaType"] = "image/png",
            ["name"] = "listed.png",
            ["size"] = linked.Size,
            ["path"] = path,
            ["relative"] = "listed.png",
            ["modified"] = "2026-01-01T00:00:00Z",
        };
        Assert.Equal(30, (await SucceedAsync("images.convert", new { image = row, width = 30 })).GetProperty("width").GetInt32());
    }

    [Theory]
    [InlineData("""{"width":60,"height":60,"fit":"inside"}""", 60, 40)]
    [InlineData("""{"width":60,"height":60,"fit":"contain"}""", 60, 60)]
    [InlineData("""{"width":240,"enlarge":false}""", 120, 80)]
    [InlineData("""{"height":40}""", 60, 40)]
    [InlineData("{}", 120, 80)]
    public async Task Convert_Fit_GivesTheSize(string options, int width, int height)
    {
        var input = ActionRuns.Json(options).EnumerateObject().ToDictionary(option => option.Name, option => (object)option.Value);
        input["image"] = PatternPng();
        var output = await SucceedAsync("images.convert", input);
        Assert.Equal((width, height), (output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task Crop_Fraction_GivesThatPart()
    {
        var output = await SucceedAsync("images.crop", new { image = PatternPng(), left = 0.5, top = 0.5, width = 0.25, height = 0.5, unit = "fraction" });
        Assert.Equal((30, 40), (output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task Crop_OutsideThePicture_FailsUnlessClamped()
    {
        var failure = await FailAsync("images.crop", new { image = PatternPng(), left = 100, width = 50 });
        Assert.Equal(("ATL5504", "the area 50 x 80 at 100, 0 does not lie in the picture of 120 x 80"), (failure.Code, failure.Message));
        Assert.Equal(20, (await SucceedAsync("images.crop", new { image = PatternPng(), left = 100, width = 50, clamp = true })).GetProperty("width").GetInt32());
    }

    [Fact]
    public async Task Adjust_ToneAndGeometry_ChangesThePicture()
    {
        var turned = await SucceedAsync("images.adjust", new { image = PatternPng(), rotate = 90, mirror = "both", saturation = 0, sharpen = 1 });
        Assert.Equal((80, 120), (turned.GetProperty("width").GetInt32(), turned.GetProperty("height").GetInt32()));
        var plain = (await SucceedAsync("images.quality", new { image = PatternPng() })).GetProperty("exposure").GetDouble();
        var lighter = Made(await SucceedAsync("images.adjust", new { image = PatternPng(), exposure = 1 }));
        Assert.True((await SucceedAsync("images.quality", new { image = lighter })).GetProperty("exposure").GetDouble() > plain + 0.5);
    }

    [Fact]
    public async Task Palette_PictureOfThreeColours_FindsThemWithTheirShares()
    {
        // Half red, a third of the rest blue, the remainder white.
        var rgb = Enumerable.Range(0, 120 * 120).SelectMany(i => i % 120 < 60 ? new byte[] { 255, 0, 0 } : i % 120 < 80 ? [0, 0, 255] : [255, 255, 255]);
        var output = await SucceedAsync("images.palette", new { image = Context.Memory.Add(new Pixels(120, 120, [.. rgb]).ToPng(), "image/png") });
        var colors = output.GetProperty("colors").EnumerateArray().Select(color => (color.GetProperty("color").GetString(), Math.Round(color.GetProperty("share").GetDouble(), 2))).ToList();
        Assert.Equal([("#ff0000", 0.5), ("#ffffff", 0.33), ("#0000ff", 0.17)], colors);
        Assert.Equal("#ff0000", output.GetProperty("dominant").GetString());
    }

    [Fact]
    public async Task Palette_RealPicture_HasDistinctColoursThatSumToOne()
    {
        foreach (var path in SharedPictures.Art())
        {
            var output = await SucceedAsync("images.palette", new { image = await LinkAsync(path), colors = 8 });
            var colors = output.GetProperty("colors").EnumerateArray().ToList();
            Assert.InRange(colors.Count, 2, 8);
            Assert.Equal(colors.Count, colors.Select(color => color.GetProperty("color").GetString()).Distinct().Count());
            Assert.Equal(1, colors.Sum(color => color.GetProperty("share").GetDouble()), 0.001);
        }
    }

    [Fact]
    public async Task Hash_SamePictureTwice_IsTheSame()
    {
        var first = await SucceedAsync("images.hash", new { image = PatternPng() });
        Assert.Equal(first.GetRawText(), (await SucceedAsync("images.hash", new { image = PatternPng() })).GetRawText());
        Assert.Equal((64, "gradient-256"), (first.GetProperty("hash").GetString()!.Length, first.GetProperty("algorithm").GetString()));
    }

    [Fact]
    public async Task ContactSheet_ItemsOfABlock_ShowsThePicturesAndTellsTheUnreadable()
    {
        var good = ActionJson.Write(PatternPng());
        var broken = ActionJson.Write(Context.Memory.Add("no picture", "image/png"));
        var rows = Enumerable.Range(0, 5).Select(i => new Row($"p{i}", "succeeded", ActionRuns.ToJson(new { thumbnail = good }))).ToList();
        rows.Add(new Row("broken", "succeeded", ActionRuns.ToJson(new { thumbnail = broken })));
        rows.Add(new Row("failed", "failed", ActionRuns.Json("null")));
        var output = await SucceedAsync("images.contact_sheet", new { items = Context.Handle(rows), image = "thumbnail", columns = 2, cell = 60, per_sheet = 4 });
        Assert.Equal(2, output.GetProperty("sheets").GetArrayLength());
        Assert.Equal(6, output.GetProperty("pictures").GetInt32());
        Assert.Equal("broken", Assert.Single(output.GetProperty("unreadable").EnumerateArray()).GetString());
        var sheet = output.GetProperty("sheets")[0];
        var info = await SucceedAsync("images.info", new { image = sheet, verify = true });
        Assert.Equal((144, 188), (info.GetProperty("width").GetInt32(), info.GetProperty("height").GetInt32()));
    }

    [Fact]
    public async Task ContactSheet_NothingToShow_IsEmpty()
    {
        var result = await RunAsync("images.contact_sheet", new { items = Array.Empty<object>() });
        Assert.IsType<ActionResult<System.Text.Json.JsonElement>.Empty>(result);
    }
}
