using Atelier.Models.Runtime;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Models.Bench;

/// <summary>Questions to measure or to try a model with: one of its kind, about sample pictures and texts.</summary>
internal sealed class SampleQuestions(IReadOnlyList<string> pictures)
{
    private const int Tokens = 32;
    private const int ManyObjects = 100;

    private static readonly string[] Texts =
    [
        "A red door in a white wall.",
        "Ada Lovelace wrote the first program for a machine in London.",
        "Boats at rest on a calm sea before sunset, and nobody on the beach.",
        "Low tide.",
    ];

    /// <summary>Asks the <paramref name="number"/>th question; a failure says why there was no answer.</summary>
    public async ValueTask<StepFailure?> AskAsync(ModelRuntime runtime, Files.KnownModel model, int number, CancellationToken cancellationToken)
    {
        var picture = pictures[number % pictures.Count];
        var text = Texts[number % Texts.Length];
        return model.Kind switch
        {
            ModelKind.Clip or ModelKind.Siglip => await AskAsync(new EmbedPicture(picture)).ConfigureAwait(false),
            ModelKind.Nima => await AskAsync(new ScorePicture(picture)).ConfigureAwait(false),
            ModelKind.RtDetr => await AskAsync(new DetectObjects(picture, 0.5, ManyObjects)).ConfigureAwait(false),
            ModelKind.Onnx when model.Definition.Options is { } options && options.TryGetProperty("detection", out _) => await AskAsync(new DetectObjects(picture, 0.5, ManyObjects)).ConfigureAwait(false),
            ModelKind.Onnx => await AskAsync(new EmbedPicture(picture)).ConfigureAwait(false),
            ModelKind.Sam2 => await AskAsync(new SegmentPicture(picture, [new SegmentPrompt(null, [new PixelPoint(32, 32)], [])])).ConfigureAwait(false),
            ModelKind.TokenClassification => await AskAsync(new LabelText(text)).ConfigureAwait(false),
            ModelKind.FeatureExtraction => await AskAsync(new EmbedText(text)).ConfigureAwait(false),
            ModelKind.TextGeneration => await AskAsync(new GenerateText([new ModelMessage("user", text, [])], Tokens, 0, null, [])).ConfigureAwait(false),
            ModelKind.Vlm => await AskAsync(new GenerateText([new ModelMessage("user", "Describe this picture.", [picture])], Tokens, 0, null, [])).ConfigureAwait(false),
            _ => throw new InvalidOperationException("servers are not asked here"),
        };

        async ValueTask<StepFailure?> AskAsync<TAnswer>(ModelQuestion<TAnswer> question) =>
            (await runtime.AskAsync(model, question, cancellationToken).ConfigureAwait(false)).TryGet(out _, out var failure) ? null : failure;
    }
}
