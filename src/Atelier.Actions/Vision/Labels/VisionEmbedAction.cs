using System.ComponentModel;
using Atelier.Actions.Embeddings;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Labels;

/// <summary>What <c>vision.embed</c> takes: a picture or a text.</summary>
internal sealed record VisionEmbedInput
{
    [Description("The picture; either this or `text`.")]
    public Artifact? Image { get; init; }

    [Description("The text; either this or `image`. Texts and pictures of one CLIP or SigLIP model can be compared.")]
    public string? Text { get; init; }

    [Description("A CLIP or SigLIP model; for texts alone also a sentence encoder.")]
    public required string Model { get; init; }
}

/// <summary>What <c>vision.embed</c> yields.</summary>
internal sealed record VisionEmbedOutput(
    [property: Description("The vector, of length 1, as base64 of little-endian 32-bit floats; vision.similar, vision.group and embeddings.search read it.")] string Vector,
    [property: Description("How many numbers it has.")] int Dimensions,
    [property: Description("Who made it: only vectors of one model can be compared.")] string Model);

/// <summary><c>vision.embed</c>: a picture or a text as a vector.</summary>
internal sealed class VisionEmbedAction : StepAction<VisionEmbedInput, VisionEmbedOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.embed", 1, ReuseClass.Pure, "Turns a picture or a text into a vector that says what it shows.")
    {
        Queue = "gpu",
        Start = StartRecord.Unawaited,
        Example = """
            - id: embedding
              uses: vision.embed
              with: { image: "${photo}", model: siglip }
            """,
    };

    protected override string? Affinity(VisionEmbedInput input) => input.Model;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(VisionEmbedInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Model], cancellationToken);

    protected override async ValueTask<ActionResult<VisionEmbedOutput>> ExecuteAsync(VisionEmbedInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Image is null == input.Text is null)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "give either `image` or `text`");
        }

        ModelQuestion<float[]> question = input.Image is { } image
            ? new EmbedPicture(await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false))
            : new EmbedText(input.Text!);
        return (await context.AskAsync(input.Model, question, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure)
            ? new VisionEmbedOutput(EmbeddingVector.Encode(reply.Answer), reply.Answer.Length, reply.Model.MadeBy)
            : failure;
    }
}
