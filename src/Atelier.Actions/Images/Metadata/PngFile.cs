using System.Buffers.Binary;
using System.Text;

namespace Atelier.Actions.Images.Metadata;

/// <summary>Metadata in PNG: the chunks <c>eXIf</c> and <c>iTXt</c> with the keyword <c>XML:com.adobe.xmp</c>, after the header.</summary>
internal static class PngFile
{
    private const string ExifType = "eXIf";
    private const string TextType = "iTXt";

    private static readonly uint[] CrcTable = [.. Enumerable.Range(0, 256).Select(TableEntry)];

    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Keyword, not compressed, no language, no translated keyword.</summary>
    private static ReadOnlySpan<byte> XmpMark => "XML:com.adobe.xmp\0\0\0\0\0"u8;

    public static bool Is(byte[] file) => file.AsSpan().StartsWith(Signature);

    public static EmbeddedMetadata Read(byte[] file)
    {
        byte[]? exif = null;
        string? xmp = null;
        foreach (var (type, start, length) in Chunks(file))
        {
            var content = file.AsSpan(start + 8, length - 12);
            if (type == ExifType)
            {
                exif ??= content.ToArray();
            }
            else if (type == TextType && content.StartsWith(XmpMark))
            {
                xmp ??= Encoding.UTF8.GetString(content[XmpMark.Length..]);
            }
        }

        return new EmbeddedMetadata(exif, xmp);
    }

    public static byte[] Write(byte[] file, EmbeddedMetadata metadata)
    {
        using var target = new MemoryStream(file.Length + 4096);
        target.Write(Signature);
        var first = true;
        foreach (var (type, start, length) in Chunks(file))
        {
            if (type != ExifType && !(type == TextType && file.AsSpan(start + 8, length - 12).StartsWith("XML:com.adobe.xmp\0"u8)))
            {
                target.Write(file, start, length);
            }

            if (first)
            {
                WriteMetadata(target, metadata);
                first = false;
            }
        }

        return target.ToArray();
    }

    private static void WriteMetadata(MemoryStream target, EmbeddedMetadata metadata)
    {
        if (metadata.Exif is { } exif)
        {
            Chunk(target, "eXIf"u8, exif.AsSpan().StartsWith("Exif\0\0"u8) ? exif.AsSpan(6) : exif);
        }

        if (metadata.Xmp is { } xmp)
        {
            Chunk(target, "iTXt"u8, [.. XmpMark, .. Encoding.UTF8.GetBytes(xmp)]);
        }
    }

    private static void Chunk(MemoryStream target, ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(number, (uint)content.Length);
        target.Write(number);
        byte[] body = [.. type, .. content];
        target.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        target.Write(number);
    }

    internal static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc = CrcTable[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint TableEntry(int n)
    {
        var crc = (uint)n;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 1 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
        }

        return crc;
    }

    private static IEnumerable<(string Type, int Start, int Length)> Chunks(byte[] file)
    {
        var at = Signature.Length;
        while (at + 12 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)) + 12L;
            if (at + length > file.Length)
            {
                break;
            }

            yield return (Encoding.ASCII.GetString(file, at + 4, 4), at, (int)length);
            at += (int)length;
        }

        if (at != file.Length)
        {
            throw new InvalidDataException("a PNG chunk is longer than the file");
        }
    }
}
