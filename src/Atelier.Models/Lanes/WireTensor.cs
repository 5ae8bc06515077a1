namespace Atelier.Models.Lanes;

/// <summary>A tensor as it crosses the socket; <c>data</c> is base64 there.</summary>
internal sealed record WireTensor(string Type, int[] Shape, byte[] Data)
{
    /// <summary>The same bytes as a tensor. Null: they are not as many as the shape says.</summary>
    public Tensor? Read()
    {
        var width = Type switch
        {
            "float32" or "int32" or "uint32" => 4,
            "float64" or "int64" or "uint64" => 8,
            "float16" or "int16" or "uint16" => 2,
            _ => 1,
        };
        var count = Shape.Aggregate(1L, static (product, size) => product * size);
        return count * width == Data.Length ? new Tensor(Type, Shape, Data) : null;
    }
}
