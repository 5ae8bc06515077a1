using System.Buffers.Binary;
using System.Text;

namespace Atelier.Actions.Images.Metadata;

/// <summary>Metadata in WebP: the chunks <c>EXIF</c> and <c>XMP </c> behind the picture, told by flags in a <c>VP8X</c> header, which is made when there is none.</summary>
internal static class WebpFile
{
    private const byte XmpFlag = 0x04;
    private const byte ExifFlag = 0x08;
    private const byte AlphaFlag = 0x10;

    public static bool Is(byte[] file) => file.Length > 12 && file.AsSpan().StartsWith("RIFF"u8) && file.AsSpan(8).StartsWith("WEBP"u8);

    public static EmbeddedMetadata Read(byte[] file)
    {
        byte[]? exif = null;
        string? xmp = null;
        foreach (var (type, content) in Chunks(file))
        {
            exif = type == "EXIF" ? content.ToArray() : exif;
            xmp = type == "XMP " ? Encoding.UTF8.GetString(content.Span) : xmp;
        }

        return new EmbeddedMetadata(exif, xmp);
    }

    public static byte[]? Write(byte[] file, EmbeddedMetadata metadata)
    {
        var chunks = Chunks(file).Where(chunk => chunk.Type is not ("EXIF" or "XMP ")).ToList();
        if (chunks.Count == 0 || Header(chunks) is not { } header)
        {
            return null;
        }

        header[0] = (byte)((header[0] & ~(XmpFlag | ExifFlag)) | (metadata.Exif is null ? 0 : ExifFlag) | (metadata.Xmp is null ? 0 : XmpFlag));
        using var target = new MemoryStream(file.Length + 4096);
        target.Write("RIFF\0\0\0\0WEBP"u8);
        Chunk(target, "VP8X", header);
        foreach (var (type, content) in chunks.Where(chunk => chunk.Type != "VP8X"))
        {
            Chunk(target, type, content.Span);
        }

        if (metadata.Exif is { } exif)
        {
            Chunk(target, "EXIF", exif.AsSpan().StartsWith("Exif\0\0"u8) ? exif.AsSpan(6) : exif);
        }

        if (metadata.Xmp is { } xmp)
        {
            Chunk(target, "XMP ", Encoding.UTF8.GetBytes(xmp));
        }

        var bytes = target.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(4), (uint)bytes.Length - 8);
        return bytes;
    }

    /// <summary>The extended header's ten bytes: flags, three reserved, width - 1 and height - 1 in 24 bits each.</summary>
    private static byte[]? Header(List<(string Type, ReadOnlyMemory<byte> Content)> chunks)
    {
        var (type, content) = chunks[0];
        var data = content.Span;
        switch (type)
        {
            case "VP8X" when data.Length >= 10:
                return data[..10].ToArray();
            case "VP8 " when data.Length >= 10:
                var width = BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF;
                var height = BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF;
                return Header(0, width, height);
            case "VP8L" when data.Length >= 5:
                // One byte of signature, then 14 bits of width - 1, 14 of height - 1, one that says whether there is alpha.
                var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
                return Header((bits >> 28 & 1) == 1 ? AlphaFlag : (byte)0, (int)(bits & 0x3FFF) + 1, (int)(bits >> 14 & 0x3FFF) + 1);
            default:
                return null;
        }
    }

    private static byte[] Header(byte flags, int width, int height) =>
        [flags, 0, 0, 0, (byte)(width - 1), (byte)((width - 1) >> 8), 0, (byte)(height - 1), (byte)((height - 1) >> 8), 0];

    private static void Chunk(MemoryStream target, string type, ReadOnlySpan<byte> content)
    {
        Span<byte> size = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(size, (uint)content.Length);
        target.Write(Encoding.ASCII.GetBytes(type));
        target.Write(size);
        target.Write(content);
        if (content.Length % 2 == 1)
        {
            target.WriteByte(0);
        }
    }

    private static List<(string Type, ReadOnlyMemory<byte> Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string, ReadOnlyMemory<byte>)>();
        var at = 12;
        while (at + 8 <= file.Length)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4));
            if (at + 8 + length > file.Length)
            {
                throw new InvalidDataException("a WebP chunk is longer than the file");
            }

            chunks.Add((Encoding.ASCII.GetString(file, at, 4), file.AsMemory(at + 8, (int)length)));
            at += 8 + (int)length + (int)(length % 2);
        }

        return chunks;
    }
}
