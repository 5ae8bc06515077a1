using System.Buffers.Binary;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Embed;

/// <summary><c>llm.embed</c>: texts as vectors of unit length.</summary>
internal sealed class EmbedAction(LlmServers servers) : StepAction<EmbedInput, EmbedOutput>
{
    public override ActionMetadata Metadata { get; } = new("llm.embed", 1, ReuseClass.Sampled, "Turns texts into vectors of unit length.")
    {
        Queue = LlmActions.Queue,
        Metered = true,
        Start = StartRecord.Unawaited,
        Example = """
            - id: embed
              uses: llm.embed
              with:
                endpoint: { preset: openai, model: text-embedding-3-small, api_key: "${secrets.openai_key}" }
                text: ${painting.description}
            """,
    };

    protected override string? Endpoint(EmbedInput input) => ModelTarget.Origin(servers, input.Model, input.Endpoint);

    protected override string? Affinity(EmbedInput input) => input.Model;

    protected override async ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(EmbedInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, string>();
        await ModelTarget.AddPartAsync(parts, input.Model, context, cancellationToken).ConfigureAwait(false);
        return parts;
    }

    protected override async ValueTask<ActionResult<EmbedOutput>> ExecuteAsync(EmbedInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!LlmActions.TrySilence(input.Timeout, out var silence, out var mistake) || MistakeOf(input) is { } wrong && (mistake = wrong) is not null)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, mistake);
        }

        try
        {
            var target = await ModelTarget.FindAsync(servers, input.Model, input.Endpoint, silence, context, cancellationToken).ConfigureAwait(false);
            context.NoteMaker(target.Maker);
            var texts = input.Texts ?? [input.Text!];
            var (vectors, model) = target.Server is { } server
                ? await new ServedVectors(servers, server, target.Maker, context).EmbedAsync(texts, input.Dimensions, cancellationToken).ConfigureAwait(false)
                : (await HostedAsync(target.Identity!, texts, context, cancellationToken).ConfigureAwait(false), target.Identity!.Name);
            return OutputOf(input, vectors, model);
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }
    }

    private static string? MistakeOf(EmbedInput input) =>
        input.Text is null == input.Texts is null ? "one of `text` and `texts` must be given"
        : input.Texts is { Count: 0 } ? "`texts` is empty"
        : (input.Texts ?? [input.Text!]).Any(string.IsNullOrWhiteSpace) ? "an empty text has no vector; leave such items out with `if`"
        : null;

    private static async ValueTask<IReadOnlyList<float[]>> HostedAsync(ModelIdentity identity, IReadOnlyList<string> texts, ActionContext context, CancellationToken cancellationToken)
    {
        if (identity.Kind is not (ModelKind.FeatureExtraction or ModelKind.Clip or ModelKind.Siglip))
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmWrongModel, $"model `{identity.Name}` makes no vectors of texts; models of the kinds `openai`, `feature-extraction`, `clip` and `siglip` do"));
        }

        // Asked together, so that they meet in one batch.
        var answers = await Task.WhenAll(texts.Select(text => context.Models.AskAsync(identity, new EmbedText(text), cancellationToken).AsTask())).ConfigureAwait(false);
        return [.. answers.Select(ModelTarget.Must)];
    }

    private static ActionResult<EmbedOutput> OutputOf(EmbedInput input, IReadOnlyList<float[]> vectors, string model)
    {
        var dimensions = vectors[0].Length;
        if (input.Dimensions is { } asked && asked != dimensions)
        {
            return StepFailure.Permanent(ActionCodes.LlmUnreadable, $"`{model}` gives vectors of {dimensions} numbers, not {asked}; leave `dimensions` out");
        }

        var texts = new List<string>();
        foreach (var vector in vectors)
        {
            var length = (float)Math.Sqrt(vector.Sum(static value => (double)value * value));
            if (vector.Length != dimensions || !float.IsFinite(length) || length == 0)
            {
                return StepFailure.Transient(ActionCodes.LlmUnreadable, $"`{model}` gives a vector that is none: of another length than the others, of zeros, or not finite");
            }

            texts.Add(Base64(vector, length));
        }

        return new EmbedOutput { Vector = input.Text is null ? null : texts[0], Vectors = input.Text is null ? texts : null, Dimensions = dimensions, Model = model };
    }

    private static string Base64(float[] vector, float length)
    {
        var bytes = new byte[vector.Length * sizeof(float)];
        for (var index = 0; index < vector.Length; index++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(index * sizeof(float)), vector[index] / length);
        }

        return Convert.ToBase64String(bytes);
    }
}
