using Atelier.Models.Lanes;

namespace Atelier.Models.Decoding;

/// <summary>Looks at tensors with the sentences that a wrong one deserves.</summary>
internal static class TensorShape
{
    /// <summary>
    /// The last <paramref name="rank"/> lengths of the shape. Axes before them must be 1: some hosts answer an item with its batch axis, some without.
    /// </summary>
    /// <exception cref="DecodingException">There are fewer axes, or the data does not have that many numbers.</exception>
    public static int[] Last(Tensor tensor, int rank, string name)
    {
        if (tensor.Type != "float32")
        {
            throw new DecodingException($"the model gave `{name}` as {tensor.Type}; expected is float32");
        }

        var shape = tensor.Shape;
        if (shape.Length < rank || shape[..^rank].Any(static length => length != 1))
        {
            throw new DecodingException($"the model gave `{name}` as {Text(tensor)}; expected are {rank} axes");
        }

        var count = shape.Aggregate(1L, static (product, length) => product * length);
        if (tensor.Floats.Length != count)
        {
            throw new DecodingException($"the model gave `{name}` as {Text(tensor)} with {tensor.Floats.Length} numbers");
        }

        return shape[^rank..];
    }

    /// <summary><c>[300,80]</c>.</summary>
    public static string Text(Tensor tensor) => $"[{string.Join(',', tensor.Shape)}]";
}
