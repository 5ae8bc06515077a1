using System.Buffers.Binary;
using System.Text;

namespace Atelier.Actions.Images.Metadata;

/// <summary>Metadata in JPEG: segments <c>FF E1 length ...</c> between the start and the first scan.</summary>
internal static class JpegFile
{
    private const byte StartOfScan = 0xDA;
    private const byte App0 = 0xE0;
    private const byte App1 = 0xE1;
    private const int MaxSegment = 65_533;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> XmpMark => "http://ns.adobe.com/xap/1.0/\0"u8;

    public static bool Is(byte[] file) => file is [0xFF, 0xD8, 0xFF, ..];

    public static EmbeddedMetadata Read(byte[] file)
    {
        byte[]? exif = null;
        string? xmp = null;
        foreach (var (marker, start, length) in Segments(file))
        {
            var content = file.AsSpan(start + 4, length - 4);
            if (marker == App1 && content.StartsWith(ExifMark))
            {
                exif ??= content.ToArray();
            }
            else if (marker == App1 && content.StartsWith(XmpMark))
            {
                xmp ??= Encoding.UTF8.GetString(content[XmpMark.Length..]);
            }
        }

        return new EmbeddedMetadata(exif, xmp);
    }

    /// <summary>Null when a block is larger than a segment can be.</summary>
    public static byte[]? Write(byte[] file, EmbeddedMetadata metadata)
    {
        var xmp = metadata.Xmp is null ? null : (byte[])[.. XmpMark, .. Encoding.UTF8.GetBytes(metadata.Xmp)];
        if (metadata.Exif?.Length > MaxSegment || xmp?.Length > MaxSegment)
        {
            return null;
        }

        using var target = new MemoryStream(file.Length + 4096);
        target.Write(file, 0, 2);
        var rest = 2;
        var written = false;
        foreach (var (marker, start, length) in Segments(file))
        {
            // JFIF asks to be first; everything else comes after the metadata.
            if (marker != App0 && !written)
            {
                Segment(target, metadata.Exif);
                Segment(target, xmp);
                written = true;
            }

            var content = file.AsSpan(start + 4, length - 4);
            if (marker != App1 || !(content.StartsWith(ExifMark) || content.StartsWith(XmpMark)))
            {
                target.Write(file, start, length);
            }

            rest = start + length;
        }

        target.Write(file, rest, file.Length - rest);
        return target.ToArray();
    }

    private static void Segment(MemoryStream target, byte[]? content)
    {
        if (content is not null)
        {
            Span<byte> head = [0xFF, App1, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(content.Length + 2));
            target.Write(head);
            target.Write(content);
        }
    }

    /// <summary>The segments up to and with the one that starts the first scan.</summary>
    private static List<(byte Marker, int Start, int Length)> Segments(byte[] file)
    {
        var segments = new List<(byte Marker, int Start, int Length)>();
        var at = 2;
        while (at + 4 <= file.Length)
        {
            if (file[at] != 0xFF)
            {
                throw new InvalidDataException("a JPEG segment does not start where the one before ends");
            }

            var marker = file[at + 1];
            if (marker == 0xFF)
            {
                // Fill bytes may stand before a marker.
                at++;
                continue;
            }

            var length = 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2));
            if (length < 4 || at + length > file.Length)
            {
                throw new InvalidDataException("a JPEG segment is longer than the file");
            }

            segments.Add((marker, at, length));
            at += length;
            if (marker == StartOfScan)
            {
                return segments;
            }
        }

        throw new InvalidDataException("a JPEG without a scan");
    }
}
