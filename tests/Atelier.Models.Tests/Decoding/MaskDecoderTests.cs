using System.Buffers.Binary;
using System.IO.Compression;
using Atelier.Models.Decoding;
using Atelier.Models.Lanes;
using Atelier.Sdk.Models;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Decoding;

public sealed class MaskDecoderTests
{
    [Fact]
    public void Best_ThreeMasksAPrompt_TakesTheHighestOverlap()
    {
        var overlaps = Tensor.Of([.2f, .9f, .5f, .8f, .1f, .3f], 2, 3);
        var masks = Tensor.Of([.. Enumerable.Range(0, 24).Select(static i => (float)(i / 4))], 2, 3, 2, 2);

        var best = MaskDecoder.Best(overlaps, masks, Tensor.Of([10, -10], 2, 1));

        Assert.Equal([1, 1, 1, 1], best[0].Logits);
        Assert.Equal([3, 3, 3, 3], best[1].Logits);
        Assert.Equal(0.9, best[0].Score, 3);
        Assert.Equal(0, best[1].Score, 3);
    }

    [Fact]
    public void Best_MasksOfAnotherCount_NamesBothTensors()
    {
        var problem = Assert.Throws<DecodingException>(static () => MaskDecoder.Best(Tensor.Of(new float[3], 1, 3), Tensor.Of(new float[8], 1, 2, 2, 2), null));

        Assert.Equal("the model gave `pred_masks` as [1,2,2,2] beside `iou_scores` [1,3]", problem.Message);
    }

    [Fact]
    public void ToPixels_LeftHalf_EndsInTheMiddle()
    {
        var pixels = MaskDecoder.ToPixels(new PictureMask(4, 2, [5, 5, -5, -5, 5, 5, -5, -5], 1), 40, 30);

        Assert.All(Enumerable.Range(0, 30), y => Assert.Equal(20, pixels.AsSpan(y * 40, 40).Count(byte.MaxValue)));
        Assert.Equal(byte.MaxValue, pixels[19]);
        Assert.Equal(0, pixels[20]);
    }

    [Fact]
    public void ToPixels_OwnSize_IsTheSignOfTheLogits() => Prop.ForAll(Gen.Choose(-9, 9).Select(static logit => (float)logit).ArrayOf(35).ToArbitrary(), static logits =>
        MaskDecoder.ToPixels(new PictureMask(7, 5, logits, 1), 7, 5).SequenceEqual(logits.Select(static logit => logit > 0 ? byte.MaxValue : byte.MinValue))).QuickCheckThrowOnFailure();

    [Fact]
    public void ToPixels_Edges_DropSpecksAndFillHoles()
    {
        var logits = Enumerable.Repeat(-8f, 400).ToArray();
        foreach (var cell in from y in Enumerable.Range(5, 10) from x in Enumerable.Range(5, 10) select (y * 20) + x)
        {
            logits[cell] = 8;
        }

        logits[(9 * 20) + 9] = -8; // a hole
        logits[0] = 8; // a speck
        var pixels = MaskDecoder.ToPixels(new PictureMask(20, 20, logits, 1), 20, 20, new MaskEdges { SmallestRegion = 0.01 });

        Assert.True(pixels[(9 * 20) + 9] > 250);
        Assert.True(pixels[0] < 5);
    }

    [Fact]
    public void ToPixels_SmallestRegionLargerThanTheOnlyPart_KeepsIt()
    {
        var pixels = MaskDecoder.ToPixels(new PictureMask(3, 3, [-9, -9, -9, -9, 9, -9, -9, -9, -9], 1), 3, 3, new MaskEdges { SmallestRegion = 0.3 });

        Assert.True(pixels[4] > 250);
    }

    [Fact]
    public void ToPixels_Guide_MovesTheEdgeOntoThePicturesOwn()
    {
        // The grid ends at pixel 20, the picture's own edge is at 23.
        var guide = Enumerable.Range(0, 40 * 40).Select(static i => (byte)(i % 40 < 23 ? 220 : 30)).ToArray();
        var mask = new PictureMask(4, 4, [.. Enumerable.Range(0, 16).Select(static i => i % 4 < 2 ? 5f : -5f)], 1);

        var pixels = MaskDecoder.ToPixels(mask, 40, 40, new MaskEdges { Guide = guide });

        Assert.True(pixels[(20 * 40) + 22] > 150, $"inside: {pixels[(20 * 40) + 22]}");
        Assert.True(pixels[(20 * 40) + 23] < 60, $"outside: {pixels[(20 * 40) + 23]}");
    }

    [Fact]
    public void Write_AnyPixels_ReadBackTheSame() => Prop.ForAll(Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf(35).ToArbitrary(), static pixels =>
        Read(GrayscalePng.Write(pixels, 7, 5)).SequenceEqual(pixels)).QuickCheckThrowOnFailure();

    [Fact]
    public void Write_OnePixel_HasTheKnownChecksums()
    {
        var file = GrayscalePng.Write([0], 1, 1);

        // IHDR of a 1x1 8-bit grayscale picture and IEND, as any PNG writer gives them.
        Assert.Equal(0x3A7E9B55u, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(29)));
        Assert.Equal(0xAE426082u, BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(file.Length - 4)));
    }

    private static byte[] Read(byte[] file)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], file[..4]);
        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20)));
        var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(33));
        using var zlib = new ZLibStream(new MemoryStream(file, 41, length), CompressionMode.Decompress);
        var (pixels, line) = (new byte[width * height], new byte[width + 1]);
        for (var y = 0; y < height; y++)
        {
            zlib.ReadExactly(line);
            for (var x = 0; x < width; x++)
            {
                pixels[(y * width) + x] = (byte)(line[x + 1] + (line[0] == 2 && y > 0 ? pixels[((y - 1) * width) + x] : 0));
            }
        }

        return pixels;
    }
}
