using System.Runtime.InteropServices;

namespace Atelier.Actions.Images.Pages;

/// <summary>A vector in 8-bit numbers, its greatest becoming 127: cosines stay right to about a hundredth, in a quarter of the room.</summary>
internal static class ByteVector
{
    /// <summary>As base64 of signed bytes.</summary>
    public static string Encode(ReadOnlySpan<float> vector)
    {
        var most = 0f;
        foreach (var value in vector)
        {
            most = Math.Max(most, Math.Abs(value));
        }

        var bytes = new sbyte[vector.Length];
        for (var i = 0; i < bytes.Length && most > 0; i++)
        {
            bytes[i] = (sbyte)MathF.Round(vector[i] / most * 127);
        }

        return Convert.ToBase64String(MemoryMarshal.AsBytes<sbyte>(bytes));
    }
}
