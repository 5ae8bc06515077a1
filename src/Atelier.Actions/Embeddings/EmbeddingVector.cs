using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Actions.Embeddings;

/// <summary>
/// A vector as inputs give it: base64 of little-endian 32-bit floats (what <c>vision.embed</c> yields), a list of numbers, or an object with one of
/// these in <c>vector</c> and, if it says so, the model in <c>model</c>. 512 floats are 2.7 KB so, a third of what their decimal digits take.
/// </summary>
/// <param name="Values">At least one number, all finite.</param>
/// <param name="Model">Who made it; null when nobody says.</param>
[JsonConverter(typeof(Converter))]
internal sealed record EmbeddingVector(float[] Values, string? Model = null)
{
    /// <summary>As base64.</summary>
    public static string Encode(ReadOnlySpan<float> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            return Convert.ToBase64String(MemoryMarshal.AsBytes(values));
        }

        var bytes = new byte[values.Length * sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(i * sizeof(float)), values[i]);
        }

        return Convert.ToBase64String(bytes);
    }

    /// <summary>Reads one of the forms; null when the value has none of them.</summary>
    public static EmbeddingVector? Read(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return value.TryGetProperty("vector", out var inner) && Numbers(inner) is { } held
                ? new EmbeddingVector(held, value.TryGetProperty("model", out var model) && model.ValueKind == JsonValueKind.String ? model.GetString() : null)
                : null;
        }

        return Numbers(value) is { } values ? new EmbeddingVector(values) : null;
    }

    private static float[]? Numbers(JsonElement value)
    {
        var values = value.ValueKind switch
        {
            JsonValueKind.String when value.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0 => Floats(bytes),
            JsonValueKind.Array when value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Number) => [.. value.EnumerateArray().Select(item => item.GetSingle())],
            _ => [],
        };
        return values.Length > 0 && values.All(float.IsFinite) ? values : null;
    }

    private static float[] Floats(byte[] bytes)
    {
        var values = new float[bytes.Length / sizeof(float)];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
        }

        return values;
    }

    internal sealed class Converter : JsonConverter<EmbeddingVector>
    {
        public override EmbeddingVector Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EmbeddingVector.Read(JsonElement.ParseValue(ref reader))
            ?? throw new JsonException("expected an embedding: base64 of 32-bit floats, a list of numbers, or an object with one in `vector`");

        public override void Write(Utf8JsonWriter writer, EmbeddingVector value, JsonSerializerOptions options) => writer.WriteStringValue(Encode(value.Values));
    }
}
