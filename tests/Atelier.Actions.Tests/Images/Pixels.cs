using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Atelier.Actions.Images.Metadata;

namespace Atelier.Actions.Tests.Images;

/// <summary>An RGB picture that tests compute with, written as PNG.</summary>
internal sealed record Pixels(int Width, int Height, byte[] Rgb)
{
    /// <summary>Each channel value through a function of value and index.</summary>
    public Pixels Map(Func<byte, int, double> change)
    {
        var result = new byte[Rgb.Length];
        for (var i = 0; i < result.Length; i++)
        {
            result[i] = (byte)Math.Clamp(Math.Round(change(Rgb[i], i)), 0, 255);
        }

        return this with { Rgb = result };
    }

    /// <summary>Gaussian noise on each channel, drawn from a table of normal values.</summary>
    public Pixels AddNoise(double sigma, int seed)
    {
        var random = new Random(seed);
        var normal = Enumerable.Range(0, 1 << 14).Select(_ => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble())).ToArray();
        var drawn = new byte[Rgb.Length * 2];
        random.NextBytes(drawn);
        return Map((value, i) => value + (sigma * normal[((drawn[2 * i] << 8) | drawn[(2 * i) + 1]) & 0x3FFF]));
    }

    /// <summary>Light doubled for each stop, in linear light.</summary>
    public Pixels Expose(double stops)
    {
        var table = Enumerable.Range(0, 256).Select(value => 255 * Math.Pow(Math.Min(1, Math.Pow(value / 255.0, 2.2) * Math.Pow(2, stops)), 1 / 2.2)).ToArray();
        return Map((value, _) => table[value]);
    }

    public byte[] ToPng()
    {
        var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var y = 0; y < Height; y++)
            {
                zip.WriteByte(0);
                zip.Write(Rgb, y * Width * 3, Width * 3);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        header[8] = 8;
        header[9] = 2;
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, .. Chunk("IHDR", header), .. Chunk("IDAT", rows.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] content)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. content];
        var numbers = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(numbers, content.Length);
        BinaryPrimitives.WriteUInt32BigEndian(numbers.AsSpan(4), PngFile.Crc(body));
        return [.. numbers[..4], .. body, .. numbers[4..]];
    }
}
