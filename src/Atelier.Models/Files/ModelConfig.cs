using System.Text.Json;
using Atelier.Sdk.Models;

namespace Atelier.Models.Files;

/// <summary>What a model's <c>config.json</c> says of it.</summary>
/// <param name="Kind">Null: nothing there tells.</param>
/// <param name="ModelType">As written; null: absent.</param>
/// <param name="Labels">Its <c>id2label</c> in the order of the numbers; null: it names none.</param>
/// <param name="Terms">Its <c>logit_scale</c> and <c>logit_bias</c>. Public weights have theirs in the graph that nobody loads; what they call <c>logit_scale_init_value</c> is from before training.</param>
internal sealed record ModelConfig(ModelKind? Kind, string? ModelType, IReadOnlyList<string>? Labels, LabelTerms Terms)
{
    /// <summary>Nothing is said.</summary>
    public static ModelConfig None { get; } = new(null, null, null, default);

    /// <summary>Reads a folder's; nothing but nulls where there is none.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static ModelConfig Read(string folder)
    {
        var path = Path.Join(folder, "config.json");
        if (!File.Exists(path))
        {
            return None;
        }

        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var root = json.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("it holds no object");
        }

        var type = root.TryGetProperty("model_type", out var written) && written.ValueKind == JsonValueKind.String ? written.GetString() : null;
        var architecture = root.TryGetProperty("architectures", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0 ? list[0].ToString() : string.Empty;
        return new ModelConfig(KindOf(type, architecture), type, LabelsOf(root), new LabelTerms(Number(root, "logit_scale"), Number(root, "logit_bias")));
    }

    private static double? Number(JsonElement root, string name) => root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static ModelKind? KindOf(string? type, string architecture) => type switch
    {
        "clip" => ModelKind.Clip,
        "siglip" or "siglip2" => ModelKind.Siglip,
        "rt_detr" or "rt_detr_v2" => ModelKind.RtDetr,
        "sam2" or "sam2_video" => ModelKind.Sam2,
        "nima" => ModelKind.Nima,
        "qwen2_5_vl" or "qwen2_vl" => ModelKind.Vlm,
        _ when architecture.EndsWith("ForTokenClassification", StringComparison.Ordinal) => ModelKind.TokenClassification,
        _ when architecture.EndsWith("ForCausalLM", StringComparison.Ordinal) => ModelKind.TextGeneration,
        "bert" or "roberta" or "xlm-roberta" or "mpnet" or "distilbert" or "nomic_bert" or "albert" or "electra" => ModelKind.FeatureExtraction,
        _ => null,
    };

    private static IReadOnlyList<string>? LabelsOf(JsonElement root) =>
        root.TryGetProperty("id2label", out var map) && map.ValueKind == JsonValueKind.Object
            ? [.. map.EnumerateObject().OrderBy(static member => int.TryParse(member.Name, out var id) ? id : int.MaxValue).Select(static member => member.Value.ToString())]
            : null;
}
