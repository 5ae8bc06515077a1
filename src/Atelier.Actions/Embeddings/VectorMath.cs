using System.Numerics;
using System.Runtime.InteropServices;

namespace Atelier.Actions.Embeddings;

/// <summary>Sums over vectors, several numbers an instruction.</summary>
internal static class VectorMath
{
    /// <summary>The sum of products of two vectors of one length; the order of additions is fixed by the machine's vector width.</summary>
    public static float Dot(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        var left = MemoryMarshal.Cast<float, Vector<float>>(a);
        var right = MemoryMarshal.Cast<float, Vector<float>>(b[..a.Length]);
        var (even, odd) = (Vector<float>.Zero, Vector<float>.Zero);
        var i = 0;
        for (; i + 1 < left.Length; i += 2)
        {
            even += left[i] * right[i];
            odd += left[i + 1] * right[i + 1];
        }

        if (i < left.Length)
        {
            even += left[i] * right[i];
        }

        var sum = Vector.Sum(even + odd);
        for (i = left.Length * Vector<float>.Count; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    /// <summary>Brings a vector to length 1 in place; one of zeros stays.</summary>
    public static float[] Normalize(float[] values)
    {
        var length = MathF.Sqrt(Dot(values, values));
        if (length > 0)
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] /= length;
            }
        }

        return values;
    }
}
