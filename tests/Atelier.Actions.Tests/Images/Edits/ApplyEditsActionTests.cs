using System.Text.Json;
using Atelier.Actions.Images.Edits;
using Atelier.Actions.Images.Metadata;
using Atelier.Actions.Vision.Detection;
using Atelier.Actions.Vision.Masks;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Images.Edits;

public sealed class ApplyEditsActionTests(MediaHost host) : ImageTests(host)
{
    [Fact]
    public async Task ApplyEdits_NothingToDo_YieldsThePictureItself()
    {
        var image = Scene();
        var output = await SucceedAsync("images.apply_edits", new { image, edits = new { } });
        Assert.Equal((image.Digest, 600, 400), (Made(output).Digest, output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
        Assert.Empty(output.GetProperty("applied").EnumerateArray());

        // Level, light, and best as it is: asked for, and nothing to change either.
        var kept = await SucceedAsync("images.apply_edits", new { image, edits = new { straighten = true, low_light = true, crop = new { aspect = "original" } } });
        Assert.Equal(image.Digest, Made(kept).Digest);
        Assert.Equal(["straighten", "crop", "low_light"], kept.GetProperty("skipped").EnumerateArray().Select(edit => edit.GetProperty("edit").GetString()));
    }

    [Fact]
    public async Task ApplyEdits_CropToAspect_KeepsTheSubjectsWhole()
    {
        var output = await SucceedAsync("images.apply_edits", new { image = Scene(), edits = new { crop = new { aspect = "4:5" } }, objects = Objects(("dog", 450, 150, 580, 300)) });
        var crop = output.GetProperty("crop");
        Assert.True(Number(crop, "left") <= 450 && Number(crop, "left") + Number(crop, "width") >= 580, crop.ToString());
        Assert.Equal(0.8, output.GetProperty("width").GetDouble() / output.GetProperty("height").GetDouble(), 0.01);
        Assert.Contains("around 1 subject", output.GetProperty("applied")[0].GetProperty("detail").GetString());
    }

    [Fact]
    public async Task ApplyEdits_TurnedScene_IsStraightenedWithoutEmptyCorners()
    {
        var turned = Made(await SucceedAsync("images.adjust", new { image = Scene(), rotate = 4, background = "#808080" }));
        var output = await SucceedAsync("images.apply_edits", new { image = turned, edits = new { straighten = true }, format = "png" });
        Assert.Equal(-4, Number(output, "angle"), 0.5);
        Assert.True(output.GetProperty("width").GetInt32() < 620);
        var again = await SucceedAsync("images.apply_edits", new { image = Made(output), edits = new { straighten = true } });
        Assert.InRange(Math.Abs(Number(again, "angle")), 0, 0.5);
    }

    [Fact]
    public async Task ApplyEdits_BackgroundBlurred_ChangesItAndNotTheSubject()
    {
        var image = Noise();
        var segments = Segments(new SeenBox(0, 0, 150, 200));
        var output = await SucceedAsync("images.apply_edits", new { image, segments, edits = new { background = new { action = "blur", strength = 2 } } });
        var (before, after) = (await DecodeAsync(await Context.Memory.GetPathAsync(image, default)), await DecodeAsync(await Context.Memory.GetPathAsync(Made(output), default)));
        Assert.Equal(before.Rgb[(((100 * 300) + 60) * 3)..(((100 * 300) + 61) * 3)], after.Rgb[(((100 * 300) + 60) * 3)..(((100 * 300) + 61) * 3)]);
        Assert.True(Spread(after, 200, 290) < Spread(before, 200, 290) / 3, $"{Spread(after, 200, 290)} {Spread(before, 200, 290)}");
        Assert.Equal(Spread(before, 10, 120), Spread(after, 10, 120), 0.5);
    }

    [Fact]
    public async Task ApplyEdits_BackgroundRemoved_IsTransparentPng()
    {
        var jpeg = Made(await SucceedAsync("images.convert", new { image = Noise(), format = "jpeg" }));
        var output = await SucceedAsync("images.apply_edits", new { image = jpeg, mask = Mask(new SeenBox(0, 0, 150, 200)), edits = new { background = new { action = "remove" }, crop = new { left = 0.25, width = 0.5 } } });
        var made = Made(output);
        Assert.Equal(("image/png", "noise.png", 150, 200), (made.MediaType, made.Name, output.GetProperty("width").GetInt32(), output.GetProperty("height").GetInt32()));
        var info = await SucceedAsync("images.info", new { image = made });
        Assert.True(info.GetProperty("has_alpha").GetBoolean());

        // On white, what was removed is white.
        var seen = await DecodeAsync(await Context.Memory.GetPathAsync(made, default));
        Assert.All(Enumerable.Range(90, 50), x => Assert.Equal(255, seen.Rgb[((100 * 150) + x) * 3]));
        Assert.NotEqual(255, seen.Rgb.Take(60 * 3).Average(value => (double)value));
    }

    [Fact]
    public async Task ApplyEdits_RegionOfFaces_IsBrightenedByTheirBoxesWhereThereIsNoMask()
    {
        var image = Context.Memory.Add(new Pixels(300, 200, [.. Enumerable.Repeat((byte)80, 300 * 200 * 3)]).ToPng(), "image/png", "grey.png");
        var output = await SucceedAsync("images.apply_edits", new { image, objects = Objects(("face", 50, 50, 110, 130), ("car", 200, 100, 280, 150)), subjects = "face", edits = new { region = new { brighten = 0.5 } } });
        var seen = await DecodeAsync(await Context.Memory.GetPathAsync(Made(output), default));
        Assert.InRange(seen.Rgb[((90 * 300) + 80) * 3], 90, 100);
        Assert.Equal(80, seen.Rgb[((125 * 300) + 240) * 3]);
        Assert.Equal("ATL5742", (await FailAsync("images.apply_edits", new { image, edits = new { region = new { brighten = 0.5 } } })).Code);
        Assert.Equal("ATL5742", (await FailAsync("images.apply_edits", new { image, edits = new { background = new { action = "blur" } } })).Code);
        var none = await SucceedAsync("images.apply_edits", new { image, objects = Objects(), edits = new { region = new { sharpen = 1 } } });
        Assert.Equal("region", none.GetProperty("skipped")[0].GetProperty("edit").GetString());
    }

    [Fact]
    public async Task ApplyEdits_DarkPicture_ComesToTheMiddleAndKeepsBlack()
    {
        var dark = new Pixels(300, 200, [.. Enumerable.Range(0, 300 * 200 * 3).Select(i => (byte)(i / 3 % 300 / 5))]);
        var output = await SucceedAsync("images.apply_edits", new { image = Context.Memory.Add(dark.ToPng(), "image/png"), edits = new { low_light = true, enhance = new { contrast = 1.1 } } });
        var seen = await DecodeAsync(await Context.Memory.GetPathAsync(Made(output), default));
        Assert.InRange(seen.Rgb.Average(value => (double)value), 80, 120);
        Assert.Equal(["low_light", "enhance"], output.GetProperty("applied").EnumerateArray().Select(edit => edit.GetProperty("edit").GetString()));
    }

    [Fact]
    public async Task ApplyEdits_TurnOfAJpeg_CarriesItsMetadataUpright()
    {
        var jpeg = Made(await SucceedAsync("images.convert", new { image = Noise(), format = "jpeg" }));
        var tagged = new EmbeddedMetadata(Exif.Bytes(orientation: 6), null).WriteInto(Context.Memory.Bytes(jpeg))!;
        var output = await SucceedAsync("images.apply_edits", new { image = Context.Memory.Add(tagged, "image/jpeg", "t.jpg"), edits = new { angle = 2 } });
        var info = await SucceedAsync("images.info", new { image = Made(output) });
        Assert.Equal(1, info.GetProperty("orientation").GetInt32());
        Assert.True(output.GetProperty("height").GetInt32() > output.GetProperty("width").GetInt32());
        Assert.NotNull(EmbeddedMetadata.Read(Context.Memory.Bytes(Made(output)))!.Exif);
    }

    [Theory]
    [InlineData("""{"crop":{"aspect":"wide"}}""")]
    [InlineData("""{"sharpn":1}""")]
    public async Task ApplyEdits_EditsThatAreNone_FailWithWhere(string edits) =>
        Assert.Equal("ATL5001", (await FailAsync("images.apply_edits", new { image = Scene(), edits = ActionRuns.Json(edits) })).Code);

    private static double Number(JsonElement value, string name) => value.GetProperty(name).GetDouble();

    /// <summary>How much neighbouring pixels differ between two columns.</summary>
    private static double Spread(Pixels pixels, int from, int to) =>
        Enumerable.Range(from, to - from).Average(x => Math.Abs(pixels.Rgb[((100 * pixels.Width) + x) * 3] - (double)pixels.Rgb[((100 * pixels.Width) + x + 1) * 3]));

    private static object Objects(params (string Label, int Left, int Top, int Right, int Bottom)[] objects) => new
    {
        width = 600,
        height = 400,
        count = objects.Length,
        objects = objects.Select(seen => new { label = seen.Label, score = 0.9, box = new { left = seen.Left, top = seen.Top, right = seen.Right, bottom = seen.Bottom } }),
        faces = new { count = 1 },
    };

    private object Segments(SeenBox box) => new { width = 300, height = 200, count = 1, masks = Array.Empty<object>(), mask = ActionJson.Write(Mask(box)), area_share = 0.5 };

    private Artifact Mask(SeenBox box)
    {
        var mask = new GrayMask(300, 200, [.. Enumerable.Range(0, 300 * 200).Select(i => (byte)(i % 300 >= box.Left && i % 300 < box.Right && i / 300 >= box.Top && i / 300 < box.Bottom ? 255 : 0))]);
        return Context.Memory.Add(GrayPng.Write(mask), "image/png", "mask.png");
    }

    private Artifact Noise()
    {
        var random = new Random(9);
        var rgb = new byte[300 * 200 * 3];
        random.NextBytes(rgb);
        return Context.Memory.Add(new Pixels(300, 200, rgb).ToPng(), "image/png", "noise.png");
    }

    /// <summary>A level house under a light sky.</summary>
    private Artifact Scene() => Context.Memory.Add(
        new Pixels(600, 400, [.. Enumerable.Range(0, 600 * 400).SelectMany(i => House(i % 600, i / 600))]).ToPng(), "image/png", "house.png");

    private static byte[] House(int x, int y) =>
        x is > 200 and < 420 && y is > 100 and < 320 ? x % 60 < 25 && y % 70 < 30 ? [40, 45, 60] : [200, 160, 120]
        : y > 280 ? [95, 125, 70]
        : [170, 195, 220];

    /// <summary>A block that says nothing but an orientation.</summary>
    private static class Exif
    {
        public static byte[] Bytes(byte orientation) =>
            [.. "Exif\0\0"u8, (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0];
    }
}
