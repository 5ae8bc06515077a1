namespace Atelier.Models.Decoding;

/// <summary>Vectors of length 1, so that a cosine is a plain dot product.</summary>
public static class UnitVector
{
    /// <summary><c>v / |v|</c>, summed in double precision. A vector of zeros stays one: it is like nothing.</summary>
    /// <exception cref="DecodingException">A number is not finite.</exception>
    public static float[] Normalize(ReadOnlySpan<float> vector)
    {
        var squares = 0.0;
        foreach (var value in vector)
        {
            squares += (double)value * value;
        }

        if (!double.IsFinite(squares))
        {
            throw new DecodingException("the model gave an embedding with numbers that are not finite");
        }

        var unit = vector.ToArray();
        if (squares > 0)
        {
            var factor = 1 / Math.Sqrt(squares);
            for (var i = 0; i < unit.Length; i++)
            {
                unit[i] = (float)(unit[i] * factor);
            }
        }

        return unit;
    }
}
