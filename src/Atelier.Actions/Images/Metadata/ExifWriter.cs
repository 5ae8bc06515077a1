using System.Buffers.Binary;
using System.Text;

namespace Atelier.Actions.Images.Metadata;

/// <summary>
/// Sets texts in the main folder of an EXIF block. Everything that was there stays at its place, since maker notes hold offsets that nobody but their
/// maker can move: a new main folder is written behind the block, and the header points to it.
/// </summary>
internal static class ExifWriter
{
    /// <summary>A block (with the leading <c>Exif\0\0</c>) in which the tags have these texts, as UTF-8; the rest is as in <paramref name="exif"/>.</summary>
    public static byte[] Set(byte[]? exif, IReadOnlyDictionary<ushort, string> texts)
    {
        if (!TiffBlock.TryRead(exif, out var block))
        {
            block = TiffBlock.Empty();
        }

        using var target = new MemoryStream();
        target.Write("Exif\0\0"u8);
        target.Write(block.Bytes);
        var entries = new SortedDictionary<ushort, byte[]>();
        foreach (var entry in block.Folder(block.First))
        {
            entries[entry.Tag] = entry.Raw.ToArray();
        }

        foreach (var (tag, text) in texts)
        {
            entries[tag] = Entry(block, tag, Encoding.UTF8.GetBytes(text + "\0"), target);
        }

        var folder = Pad(target);
        target.Write(UInt16(block, (ushort)entries.Count));
        foreach (var raw in entries.Values)
        {
            target.Write(raw);
        }

        target.Write(UInt32(block, block.Next(block.First)));
        var bytes = target.ToArray();
        UInt32(block, folder).CopyTo(bytes, 6 + 4);
        return bytes;
    }

    private static byte[] Entry(TiffBlock block, ushort tag, byte[] value, MemoryStream target)
    {
        const ushort Ascii = 2;
        var inline = new byte[4];
        if (value.Length <= 4)
        {
            value.CopyTo(inline, 0);
        }
        else
        {
            inline = UInt32(block, Pad(target));
            target.Write(value);
        }

        return [.. UInt16(block, tag), .. UInt16(block, Ascii), .. UInt32(block, (uint)value.Length), .. inline];
    }

    /// <summary>Makes the end even, as TIFF asks, and gives its offset in the block.</summary>
    private static uint Pad(MemoryStream target)
    {
        if (target.Length % 2 == 1)
        {
            target.WriteByte(0);
        }

        return (uint)target.Length - 6;
    }

    private static byte[] UInt16(TiffBlock block, ushort value)
    {
        var bytes = new byte[2];
        if (block.LittleEndian)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt16BigEndian(bytes, value);
        }

        return bytes;
    }

    private static byte[] UInt32(TiffBlock block, uint value)
    {
        var bytes = new byte[4];
        if (block.LittleEndian)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        }
        else
        {
            BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        }

        return bytes;
    }
}
