using Atelier.Models.Decoding;
using Atelier.Models.Lanes;

namespace Atelier.Models.Questions;

/// <summary>The tensors of an answer, checked.</summary>
internal static class AnswerTensors
{
    /// <summary>A float tensor by its name.</summary>
    /// <exception cref="DecodingException">It is not there, of another type, or not as long as its shape says.</exception>
    public static Tensor Take(WireItem item, string name) => Find(item, name)
        ?? throw new DecodingException($"the model gave no tensor `{name}`; it gave: {string.Join(", ", item.Tensors?.Keys.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>())}");

    /// <summary>The same; null when there is none of that name.</summary>
    public static Tensor? Find(WireItem item, string name) => item.Tensors?.GetValueOrDefault(name) is { } wire ? Floats(wire, name) : null;

    /// <summary>All float tensors by name; others are left out.</summary>
    public static Dictionary<string, Tensor> All(WireItem item) =>
        (item.Tensors ?? new Dictionary<string, WireTensor>()).Where(static pair => pair.Value.Type == "float32").ToDictionary(static pair => pair.Key, static pair => Floats(pair.Value, pair.Key));

    /// <summary>The embedding, of unit length.</summary>
    public static float[] Embedding(WireItem item) =>
        UnitVector.Normalize(Floats(item.Embedding ?? throw new DecodingException("the host gave no `embedding`"), "embedding").Floats);

    private static Tensor Floats(WireTensor wire, string name) => wire switch
    {
        { Type: not "float32" } => throw new DecodingException($"the model gave `{name}` as {wire.Type}, and float32 is needed"),
        _ when wire.Read() is { } tensor => tensor,
        _ => throw new DecodingException($"the host gave `{name}` as [{string.Join(',', wire.Shape)}] with {wire.Data.Length} bytes"),
    };
}
