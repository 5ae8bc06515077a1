using System.Buffers;

namespace Atelier.Engine.Records;

/// <summary>Ascending ordinals as bytes: the first, then differences, each unsigned LEB128 (DWARF 5, section 7.6).</summary>
public static class OrdinalSet
{
    /// <summary>Encodes ascending ordinals; null when there are none.</summary>
    public static byte[]? Encode(IEnumerable<long> ascending)
    {
        var writer = new ArrayBufferWriter<byte>(64);
        var previous = 0L;
        foreach (var ordinal in ascending)
        {
            var rest = (ulong)(ordinal - previous);
            previous = ordinal;
            var span = writer.GetSpan(10);
            var length = 0;
            do
            {
                var low = (byte)(rest & 0x7F);
                rest >>= 7;
                span[length++] = rest == 0 ? low : (byte)(low | 0x80);
            }
            while (rest != 0);
            writer.Advance(length);
        }

        return writer.WrittenCount == 0 ? null : writer.WrittenSpan.ToArray();
    }

    /// <summary>The ordinals that <see cref="Encode"/> was given.</summary>
    public static IEnumerable<long> Decode(byte[]? encoded)
    {
        var current = 0L;
        for (var index = 0; encoded is not null && index < encoded.Length;)
        {
            var value = 0L;
            var shift = 0;
            byte next;
            do
            {
                next = encoded[index++];
                value |= (long)(next & 0x7F) << shift;
                shift += 7;
            }
            while ((next & 0x80) != 0);
            current += value;
            yield return current;
        }
    }
}
