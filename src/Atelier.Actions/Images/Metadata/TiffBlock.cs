using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace Atelier.Actions.Images.Metadata;

/// <summary>The TIFF structure that EXIF is stored in: a byte order, then folders of 12-byte entries whose larger values lie elsewhere in the block.</summary>
internal sealed class TiffBlock
{
    private const int HeaderSize = 8;
    private const int EntrySize = 12;
    private const int MaxEntries = 1000;

    /// <summary>Bytes of one value by type number; 0 for numbers that no type has.</summary>
    private static readonly int[] TypeSizes = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

    private TiffBlock(byte[] bytes, bool littleEndian)
    {
        Bytes = bytes;
        LittleEndian = littleEndian;
    }

    public byte[] Bytes { get; }

    public bool LittleEndian { get; }

    /// <summary>Where the first folder is.</summary>
    public uint First => UInt32(4);

    /// <summary>An empty block: header and a folder without entries.</summary>
    public static TiffBlock Empty() => new([(byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0], littleEndian: true);

    /// <summary>Reads a block, with or without the leading <c>Exif\0\0</c>.</summary>
    public static bool TryRead(byte[]? exif, [NotNullWhen(true)] out TiffBlock? block)
    {
        block = null;
        if (exif is null)
        {
            return false;
        }

        var bytes = exif.AsSpan().StartsWith("Exif\0\0"u8) ? exif[6..] : exif;
        if (bytes.Length < HeaderSize + 6 || !(bytes.AsSpan(0, 4) is [(byte)'I', (byte)'I', 42, 0] or [(byte)'M', (byte)'M', 0, 42]))
        {
            return false;
        }

        block = new TiffBlock(bytes, bytes[0] == (byte)'I');
        return block.First >= HeaderSize && block.First < bytes.Length;
    }

    public ushort UInt16(long at) =>
        LittleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(Bytes.AsSpan((int)at)) : BinaryPrimitives.ReadUInt16BigEndian(Bytes.AsSpan((int)at));

    public uint UInt32(long at) =>
        LittleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(Bytes.AsSpan((int)at)) : BinaryPrimitives.ReadUInt32BigEndian(Bytes.AsSpan((int)at));

    /// <summary>The entries of the folder at an offset whose values lie inside the block; none when the folder does not.</summary>
    public IReadOnlyList<TiffEntry> Folder(uint offset)
    {
        var entries = new List<TiffEntry>();
        if (offset + 2L > Bytes.Length)
        {
            return entries;
        }

        var count = Math.Min((int)UInt16(offset), MaxEntries);
        for (var i = 0; i < count && offset + 2L + ((i + 1) * EntrySize) <= Bytes.Length; i++)
        {
            var at = offset + 2L + (i * EntrySize);
            var type = UInt16(at + 2);
            var size = type < TypeSizes.Length ? TypeSizes[type] : 0;
            var length = size * (long)UInt32(at + 4);
            var value = length <= 4 ? at + 8 : UInt32(at + 8);
            if (size > 0 && value + length <= Bytes.Length)
            {
                entries.Add(new TiffEntry(UInt16(at), type, (int)UInt32(at + 4), (int)value, Bytes.AsMemory((int)at, EntrySize)));
            }
        }

        return entries;
    }

    /// <summary>The offset of the folder after the one at <paramref name="offset"/>; 0 for none.</summary>
    public uint Next(uint offset)
    {
        var at = offset + 2L + (UInt16(offset) * EntrySize);
        return at + 4 <= Bytes.Length ? UInt32(at) : 0;
    }
}
