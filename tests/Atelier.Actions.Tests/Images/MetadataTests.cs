using System.Text;
using System.Text.Json;
using Atelier.Actions.Images.Metadata;
using Atelier.Sdk;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Actions.Tests.Images;

public sealed class MetadataTests(MediaHost host) : ImageTests(host)
{
    private static readonly object Everything = new
    {
        title = "Nuit étoilée ✓",
        description = "Stars & <swirls>",
        creators = new[] { "Vincent van Gogh", "Copy, A." },
        rights = "Public domain",
        keywords = new[] { "night", "stars", "夜" },
        rating = 4,
        fields = new Dictionary<string, object> { ["caption by"] = "model-1", ["score"] = 7.5 },
    };

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task WriteMetadata_FormatWithRoom_IsReadBackAndThePixelsAreTheSame(string format)
    {
        var image = Made(await SucceedAsync("images.convert", new { image = PatternPng(), format }));
        var output = await SucceedAsync("images.write_metadata", With(image));
        Assert.True(output.GetProperty("embedded").GetBoolean());
        Assert.Equal(JsonValueKind.Null, output.GetProperty("sidecar").ValueKind);
        var written = Made(output);
        Assert.NotEqual(image.Digest, written.Digest);
        AssertEverything(await SucceedAsync("images.info", new { image = written, verify = true }));
        var before = await DecodeAsync(await Context.Memory.GetPathAsync(image, default));
        Assert.Equal(before.Rgb, (await DecodeAsync(await Context.Memory.GetPathAsync(written, default))).Rgb);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    public async Task WriteMetadata_Twice_ReplacesWhatIsSetAndKeepsTheRest(string format)
    {
        var image = Made(await SucceedAsync("images.convert", new { image = PatternPng(), format }));
        var first = Made(await SucceedAsync("images.write_metadata", With(image)));
        var second = Made(await SucceedAsync("images.write_metadata", new { image = first, title = "Other", keywords = new[] { "one" } }));
        var info = await SucceedAsync("images.info", new { image = second });
        var xmp = info.GetProperty("xmp");
        Assert.Equal(("Other", "Stars & <swirls>"), (xmp.GetProperty("title").GetString(), xmp.GetProperty("description").GetString()));
        Assert.Equal("one", Assert.Single(xmp.GetProperty("keywords").EnumerateArray()).GetString());
        Assert.Equal("Public domain", info.GetProperty("exif").GetProperty("Copyright").GetString());
        var bytes = Context.Memory.Bytes(second);
        Assert.Equal(1, Count(bytes, "<x:xmpmeta"u8));
    }

    [Fact]
    public async Task WriteMetadata_FormatWithoutRoom_MakesASidecar()
    {
        var image = Made(await SucceedAsync("images.convert", new { image = PatternPng("painting.tiff"), format = "tiff" }));
        var output = await SucceedAsync("images.write_metadata", With(image));
        Assert.False(output.GetProperty("embedded").GetBoolean());
        Assert.Equal(image, Made(output));
        var sidecar = Made(output, "sidecar");
        Assert.Equal(("painting.xmp", "application/rdf+xml"), (sidecar.Name, sidecar.MediaType));
        var fields = XmpPacket.Parse(Context.Memory.Text(sidecar)).Fields();
        Assert.Equal(("Nuit étoilée ✓", 4.0), (fields["title"], fields["rating"]));
    }

    [Theory]
    [InlineData("always", true)]
    [InlineData("only", false)]
    public async Task WriteMetadata_SidecarAsked_IsMade(string sidecar, bool embedded)
    {
        var output = await SucceedAsync("images.write_metadata", new { image = PatternPng(), title = "T", sidecar });
        Assert.Equal(embedded, output.GetProperty("embedded").GetBoolean());
        Assert.Equal("pattern.xmp", Made(output, "sidecar").Name);
    }

    [Fact]
    public async Task WriteMetadata_RealPictureWithExifAndXmp_KeepsBoth()
    {
        var path = SharedPictures.Art().Single(path => path.EndsWith("frida_kahlo.jpg", StringComparison.Ordinal));
        var output = await SucceedAsync("images.write_metadata", new { image = await LinkAsync(path), title = "Self-portrait", creators = new[] { "Frida Kahlo" } });
        var info = await SucceedAsync("images.info", new { image = Made(output), verify = true });
        Assert.Equal("Frida Kahlo", info.GetProperty("exif").GetProperty("Artist").GetString());
        Assert.Equal("Adobe Photoshop CS4 Macintosh", info.GetProperty("exif").GetProperty("Software").GetString());
        Assert.Equal("Adobe Photoshop CS4 Macintosh", info.GetProperty("xmp").GetProperty("xmp:CreatorTool").GetString());
        Assert.Equal("2009-09-23T16:02:36", info.GetProperty("taken").GetString());
    }

    [Fact]
    public async Task WriteMetadata_MoreThanAJpegSegmentHolds_GoesIntoTheSidecar()
    {
        var image = Made(await SucceedAsync("images.convert", new { image = PatternPng(), format = "jpeg" }));
        var output = await SucceedAsync("images.write_metadata", new { image, description = new string('x', 70_000) });
        Assert.False(output.GetProperty("embedded").GetBoolean());
        Assert.Contains(new string('x', 70_000), Context.Memory.Text(Made(output, "sidecar")));
    }

    [Fact]
    public void Read_ExifWithGpsAndTimes_GivesThem()
    {
        var exif = ExifBlock.Read(ExifSample.Bytes());
        Assert.Equal("2021-05-04T03:02:01+02:00", exif.Taken);
        Assert.Equal("1/250", exif.Fields["ExposureTime"]);
        Assert.Equal(48.8582222, exif.Latitude!.Value, 1e-6);
        Assert.Equal(-2.2945, exif.Longitude!.Value, 1e-6);
    }

    [Fact]
    public void Read_AnyBytes_NeverThrows()
    {
        var seed = ExifWriter.Set(null, new Dictionary<ushort, string> { [ExifTags.Artist] = "Somebody", [ExifTags.Copyright] = "©" });
        Prop.ForAll(
            ArbMap.Default.ArbFor<byte[]>(),
            ArbMap.Default.ArbFor<(int At, byte Value)[]>(),
            (noise, changes) =>
            {
                var bytes = (byte[])seed.Clone();
                foreach (var (at, value) in changes)
                {
                    bytes[(int)((uint)at % bytes.Length)] = value;
                }

                _ = ExifBlock.Read(bytes);
                _ = ExifBlock.Read(noise);
                _ = ExifWriter.Set(bytes, new Dictionary<ushort, string> { [ExifTags.Artist] = "x" });
                _ = EmbeddedMetadata.Read([0xFF, 0xD8, 0xFF, .. noise]);
                _ = EmbeddedMetadata.Read([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. noise]);
                _ = EmbeddedMetadata.Read([.. "RIFF0000WEBP"u8, .. noise]);
                _ = XmpPacket.Parse(Encoding.Latin1.GetString(noise)).Fields();
            }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<a/>")]
    [InlineData("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>")]
    public void Parse_NoPacket_ReadsAsEmpty(string text) => Assert.Empty(XmpPacket.Parse(text).Fields());

    private static object With(Artifact image) =>
        new Dictionary<string, object>(JsonSerializer.SerializeToElement(Everything).EnumerateObject().Select(field => KeyValuePair.Create(field.Name, (object)field.Value))) { ["image"] = image };

    private static void AssertEverything(JsonElement info)
    {
        var xmp = info.GetProperty("xmp");
        Assert.Equal(("Nuit étoilée ✓", "Stars & <swirls>"), (xmp.GetProperty("title").GetString(), xmp.GetProperty("description").GetString()));
        Assert.Equal(("Vincent van Gogh, Copy, A.", "Public domain"), (xmp.GetProperty("creator").GetString(), xmp.GetProperty("rights").GetString()));
        Assert.Equal(["night", "stars", "夜"], xmp.GetProperty("keywords").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal(4, xmp.GetProperty("rating").GetDouble());
        Assert.Equal(("model-1", "7.5"), (xmp.GetProperty("caption by").GetString(), xmp.GetProperty("score").GetString()));
        var exif = info.GetProperty("exif");
        Assert.Equal(("Stars & <swirls>", "Vincent van Gogh; Copy, A."), (exif.GetProperty("ImageDescription").GetString(), exif.GetProperty("Artist").GetString()));
    }

    private static int Count(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> text)
    {
        var count = 0;
        for (var at = bytes.IndexOf(text); at >= 0; at = bytes.IndexOf(text))
        {
            count++;
            bytes = bytes[(at + 1)..];
        }

        return count;
    }
}
