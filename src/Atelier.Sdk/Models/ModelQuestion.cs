namespace Atelier.Sdk.Models;

/// <summary>Something a model can be asked. Pictures go by absolute path.</summary>
/// <typeparam name="TAnswer">What comes back.</typeparam>
public abstract record ModelQuestion<TAnswer>;

/// <summary>A picture as a vector of unit length (<see cref="ModelKind.Clip"/>, <see cref="ModelKind.Siglip"/>, <see cref="ModelKind.Onnx"/> with an embedding output).</summary>
public sealed record EmbedPicture(string Path) : ModelQuestion<float[]>;

/// <summary>A text as a vector of unit length (<see cref="ModelKind.Clip"/>, <see cref="ModelKind.Siglip"/>, <see cref="ModelKind.FeatureExtraction"/>).</summary>
public sealed record EmbedText(string Text) : ModelQuestion<float[]>;

/// <summary>How well a picture fits each label, by the model's own rule: softmax over 100 x cosine for CLIP, a sigmoid each for SigLIP. Label embeddings are made once.</summary>
/// <param name="Path">The picture.</param>
/// <param name="Labels">Texts as the model shall read them (<c>a photo of a dog</c>).</param>
public sealed record ScoreLabels(string Path, IReadOnlyList<string> Labels) : ModelQuestion<float[]>;

/// <summary>Shares of the scores 1 to 10 (<see cref="ModelKind.Nima"/>).</summary>
public sealed record ScorePicture(string Path) : ModelQuestion<PictureScore>;

/// <summary>Objects with boxes (<see cref="ModelKind.RtDetr"/>, <see cref="ModelKind.Onnx"/> with a detection output).</summary>
/// <param name="Path">The picture.</param>
/// <param name="Threshold">Lowest score kept, 0..1.</param>
/// <param name="Max">Most objects kept, best first.</param>
/// <param name="Labels">Only these; null: all.</param>
public sealed record DetectObjects(string Path, double Threshold, int Max, IReadOnlyList<string>? Labels = null) : ModelQuestion<DetectedObjects>;

/// <summary>A mask for each prompt (<see cref="ModelKind.Sam2"/>). The picture's own embedding is kept between questions.</summary>
public sealed record SegmentPicture(string Path, IReadOnlyList<SegmentPrompt> Prompts) : ModelQuestion<SegmentedPicture>;

/// <summary>Names of people, places and so on in a text (<see cref="ModelKind.TokenClassification"/>).</summary>
public sealed record LabelText(string Text) : ModelQuestion<IReadOnlyList<LabelledSpan>>;

/// <summary>Text from messages and pictures (<see cref="ModelKind.TextGeneration"/>, <see cref="ModelKind.Vlm"/>).</summary>
public sealed record GenerateText(IReadOnlyList<ModelMessage> Messages, int MaxTokens, double Temperature, long? Seed, IReadOnlyList<string> Stop) : ModelQuestion<GeneratedText>
{
    /// <summary>Called with each piece of text as it comes; null: the text comes at once at the end.</summary>
    public Action<string>? OnText { get; init; }
}
