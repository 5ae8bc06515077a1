using System.Buffers.Binary;

namespace Atelier.Actions.Images.Metadata;

/// <summary>The EXIF block of a picture whose pixels have been turned upright.</summary>
internal static class UprightExif
{
    private const ushort Orientation = 0x0112;
    private const ushort Upright = 1;

    /// <summary>The same block with orientation 1; null stays null.</summary>
    public static byte[]? Of(byte[]? exif)
    {
        var copy = (byte[]?)exif?.Clone();
        if (!TiffBlock.TryRead(copy, out var block))
        {
            return copy;
        }

        foreach (var entry in block.Folder(block.First))
        {
            if (entry is { Tag: Orientation, Type: 3 })
            {
                var value = block.Bytes.AsSpan(entry.Offset);
                if (block.LittleEndian)
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(value, Upright);
                }
                else
                {
                    BinaryPrimitives.WriteUInt16BigEndian(value, Upright);
                }
            }
        }

        return [.. "Exif\0\0"u8, .. block.Bytes];
    }
}
