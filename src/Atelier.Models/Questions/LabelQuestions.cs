using System.Text.Json;
using Atelier.Models.Decoding;
using Atelier.Models.Files;
using Atelier.Sdk.Models;

namespace Atelier.Models.Questions;

/// <summary>Zero-shot scores out of embeddings.</summary>
internal static class LabelQuestions
{
    /// <summary>By the rule of the model's kind; the options <c>logit_scale</c> and <c>logit_bias</c>, else those keys of its <c>config.json</c>, replace what public weights have.</summary>
    public static float[] Score(KnownModel model, float[] picture, IReadOnlyList<float[]> labels) => model.Kind == ModelKind.Siglip
        ? LabelScores.Sigmoid(picture, labels, Option(model, "logit_scale") ?? model.Terms.Scale ?? LabelScores.SiglipScale, Option(model, "logit_bias") ?? model.Terms.Bias ?? LabelScores.SiglipBias)
        : LabelScores.Softmax(picture, labels, Option(model, "logit_scale") ?? model.Terms.Scale ?? LabelScores.ClipScale);

    private static double? Option(KnownModel model, string name) =>
        model.Definition.Options is { ValueKind: JsonValueKind.Object } options && options.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number
            ? value.GetDouble()
            : null;
}
