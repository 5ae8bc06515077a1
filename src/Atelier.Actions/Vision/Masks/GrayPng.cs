using System.Buffers.Binary;
using System.IO.Compression;
using Atelier.Actions.Images.Metadata;

namespace Atelier.Actions.Vision.Masks;

/// <summary>Writes a mask as PNG: 8 bits, grey, each row told by its difference from the one above, which suits masks.</summary>
internal static class GrayPng
{
    private const byte UpFilter = 2;

    public static byte[] Write(GrayMask mask)
    {
        using var rows = new MemoryStream();
        using (var zip = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true))
        {
            var line = new byte[mask.Width + 1];
            line[0] = UpFilter;
            for (var y = 0; y < mask.Height; y++)
            {
                for (var x = 0; x < mask.Width; x++)
                {
                    var i = (y * mask.Width) + x;
                    line[x + 1] = (byte)(mask.Values[i] - (y == 0 ? 0 : mask.Values[i - mask.Width]));
                }

                zip.Write(line);
            }
        }

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, mask.Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), mask.Height);
        header[8] = 8;
        using var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(file, "IHDR"u8, header);
        Chunk(file, "IDAT"u8, rows.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static void Chunk(MemoryStream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] body = [.. type, .. content];
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngFile.Crc(body));
        file.Write(number);
    }
}
