using System.Text.Json;
using Atelier.Models.Decoding;
using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Sdk.Models;

namespace Atelier.Models.Questions;

/// <summary>Questions to a graph whose options say what its tensors mean.</summary>
internal static class OnnxQuestions
{
    private const string Operation = "run";

    /// <summary>An embedding: the tensor that the option <c>embedding</c> names, or the only one.</summary>
    public static Question<float[]> Embed(KnownModel model, string path)
    {
        var named = Option(model, "embedding") is { ValueKind: JsonValueKind.String } name ? name.GetString() : null;
        return new Question<float[]>(Operation, QuestionMap.OfPicture(path), item =>
        {
            var tensors = AnswerTensors.All(item);
            var wanted = named ?? (tensors.Count == 1 ? tensors.Keys.First() : throw new DecodingException($"the graph gives {string.Join(", ", tensors.Keys)}: write `options: {{embedding: NAME}}` to say which is the embedding"));
            return UnitVector.Normalize(AnswerTensors.Take(item, wanted).Floats);
        });
    }

    /// <summary>Objects, as the option <c>detection</c> says; see <see cref="AnchorDetection"/>.</summary>
    public static Question<DetectedObjects> Detect(KnownModel model, DetectObjects question) => new(Operation, QuestionMap.OfPicture(question.Path), item =>
    {
        if (Option(model, "detection") is not { } written)
        {
            throw new DecodingException("its options have no `detection`, which says how boxes and scores are read");
        }

        if (!DetectionOptions.TryRead(written, out var detection, out var problem))
        {
            throw new DecodingException(problem);
        }

        var laid = item.Geometry ?? throw new DecodingException("the host gave no `geometry`");
        var geometry = new ModelGeometry(laid.ScaleX, laid.ScaleY, laid.OffsetX, laid.OffsetY);
        return new DetectedObjects(
            item.Width,
            item.Height,
            DetectionDecoder.Anchors(AnswerTensors.All(item), detection, geometry, item.Width, item.Height, question.Threshold, question.Max, question.Labels));
    });

    private static JsonElement? Option(KnownModel model, string name) =>
        model.Definition.Options is { ValueKind: JsonValueKind.Object } options && options.TryGetProperty(name, out var value) ? value : null;
}
