using System.Buffers.Binary;
using System.Text;

namespace Atelier.Actions.Tests.Images;

/// <summary>A big-endian EXIF block with a time, an exposure and a place.</summary>
internal static class ExifSample
{
    public static byte[] Bytes()
    {
        var block = new MemoryStream();
        block.Write("Exif\0\0"u8);
        block.Write([0x4D, 0x4D, 0, 42, 0, 0, 0, 8]);
        // Main folder at 8: two entries, ends at 38. EXIF folder at 38: three entries, ends at 80. GPS folder at 80: four entries, ends at 134.
        Folder(block, (0x8769, 4, 1, Number(38)), (0x8825, 4, 1, Number(80)));
        Folder(block, (0x829A, 5, 1, Number(134)), (0x9003, 2, 20, Number(142)), (0x9011, 2, 7, Number(162)));
        Folder(block, (1, 2, 2, [(byte)'N', 0, 0, 0]), (2, 5, 3, Number(170)), (3, 2, 2, [(byte)'W', 0, 0, 0]), (4, 5, 3, Number(194)));
        Fractions(block, (1, 250));
        block.Write(Encoding.ASCII.GetBytes("2021:05:04 03:02:01\0"));
        block.Write(Encoding.ASCII.GetBytes("+02:00\0\0"));
        Fractions(block, (48, 1), (51, 1), (296, 10));
        Fractions(block, (2, 1), (17, 1), (402, 10));
        return block.ToArray();
    }

    private static void Folder(MemoryStream block, params (int Tag, int Type, int Count, byte[] Value)[] entries)
    {
        block.Write(Number(entries.Length).AsSpan(2));
        foreach (var (tag, type, count, value) in entries)
        {
            block.Write(Number(tag).AsSpan(2));
            block.Write(Number(type).AsSpan(2));
            block.Write(Number(count));
            block.Write(value);
        }

        block.Write(Number(0));
    }

    private static void Fractions(MemoryStream block, params (int Over, int Under)[] values)
    {
        foreach (var (over, under) in values)
        {
            block.Write(Number(over));
            block.Write(Number(under));
        }
    }

    private static byte[] Number(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
