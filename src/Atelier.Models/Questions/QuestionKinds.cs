using Atelier.Models.Files;
using Atelier.Models.Lanes;
using Atelier.Models.Registry;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Questions;

/// <summary>Which kinds answer which questions.</summary>
internal static class QuestionKinds
{
    private static readonly Dictionary<Type, (string Asks, ModelKind[] Kinds)> Table = new()
    {
        [typeof(EmbedPicture)] = ("for the embedding of a picture", [ModelKind.Clip, ModelKind.Siglip, ModelKind.Onnx]),
        [typeof(EmbedText)] = ("for the embedding of a text", [ModelKind.Clip, ModelKind.Siglip, ModelKind.FeatureExtraction]),
        [typeof(ScoreLabels)] = ("how labels fit a picture", [ModelKind.Clip, ModelKind.Siglip]),
        [typeof(ScorePicture)] = ("how good a picture is", [ModelKind.Nima]),
        [typeof(DetectObjects)] = ("for objects in a picture", [ModelKind.RtDetr, ModelKind.Onnx]),
        [typeof(SegmentPicture)] = ("for masks of a picture", [ModelKind.Sam2]),
        [typeof(LabelText)] = ("for names in a text", [ModelKind.TokenClassification]),
        [typeof(GenerateText)] = ("for a text", [ModelKind.TextGeneration, ModelKind.Vlm]),
    };

    /// <summary>Why a model does not answer a question; null: it does.</summary>
    public static StepFailure? Refusal(KnownModel model, object question)
    {
        var (asks, kinds) = Table[question.GetType()];
        return kinds.Contains(model.Kind)
            ? null
            : StepFailure.Permanent(
                ModelCodes.WrongQuestion,
                $"model `{model.Definition.Name}` is of kind {KindNames.Of(model.Kind)} and cannot be asked {asks}; that takes one of kind {string.Join(" or ", kinds.Select(KindNames.Of))}.");
    }
}
