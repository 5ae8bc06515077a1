using System.Runtime.InteropServices;

namespace Atelier.Models.Lanes;

/// <summary>Numbers of a model in rows, as a host sends them.</summary>
/// <param name="Type">ONNX name of an element: <c>float32</c>, <c>int64</c>, <c>uint8</c> and so on.</param>
/// <param name="Shape">Size of each axis, the outermost first; none for a single number.</param>
/// <param name="Data">Little-endian elements, the last axis running fastest.</param>
public sealed record Tensor(string Type, int[] Shape, ReadOnlyMemory<byte> Data)
{
    /// <summary>The elements of a <c>float32</c> tensor, without a copy.</summary>
    /// <exception cref="InvalidOperationException">It holds another type.</exception>
    public ReadOnlySpan<float> Floats => Type == "float32"
        ? MemoryMarshal.Cast<byte, float>(Data.Span)
        : throw new InvalidOperationException($"a tensor of {Type} holds no float32");

    /// <summary>A tensor of floats.</summary>
    public static Tensor Of(ReadOnlySpan<float> values, params int[] shape) => new("float32", shape, MemoryMarshal.AsBytes(values).ToArray());
}
