using Atelier.Actions.Vision;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Embeddings;

/// <summary><c>embeddings.search</c>: the rows nearest to a vector, a text or a picture; exact.</summary>
internal sealed class EmbeddingsSearchAction : StepAction<EmbeddingsSearchInput, NearestOutput>
{
    public override ActionMetadata Metadata { get; } = new("embeddings.search", 1, ReuseClass.Pure, "Finds the rows nearest to a vector, a text or a picture.")
    {
        Example = """
            - id: found
              uses: embeddings.search
              with: { items: "${enrich.items}", vector: embedding.vector, text: a boat at dusk, top: 5 }
            """,
    };

    protected override string? Affinity(EmbeddingsSearchInput input) => input.Query is null ? input.Model : null;

    protected override ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(EmbeddingsSearchInput input, ActionContext context, CancellationToken cancellationToken) =>
        context.ModelDigestsAsync([input.Query is null ? input.Model : null], cancellationToken);

    protected override async ValueTask<ActionResult<NearestOutput>> ExecuteAsync(EmbeddingsSearchInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Items is null == input.File is null)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "give either `items` or `file`");
        }

        if (new object?[] { input.Query, input.Text, input.Image }.Count(static given => given is not null) != 1)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "give one of `query`, `text` and `image`");
        }

        var model = input.Model;
        if (input.Query is null && model is null)
        {
            var first = new VectorRows(context, input.Vector);
            await foreach (var row in Read(first, input, cancellationToken).ConfigureAwait(false))
            {
                model = VectorRows.NameOf(first.Model);
                break;
            }

            if (model is null)
            {
                return first.Failure is { } broken ? broken : first.Count == 0
                    ? new ActionResult<NearestOutput>.Empty(new NearestOutput([], 0, 0, first.Without))
                    : StepFailure.Permanent(ActionCodes.BadInput, $"`text` and `image` need the `model` that made the vectors: nothing beside `{input.Vector}` names it");
            }
        }

        if (!(await QueryAsync(input, model, context, cancellationToken).ConfigureAwait(false)).TryGet(out var query, out var failure))
        {
            return failure;
        }

        var rows = new VectorRows(context, input.Vector).Like(query);
        var nearest = new NearestRows(query.Values, input.Top, input.Threshold);
        await foreach (var row in Read(rows, input, cancellationToken).ConfigureAwait(false))
        {
            if (input.Where is null || RowCondition.Holds(row.Value, input.Where))
            {
                nearest.Offer(row);
            }
        }

        if (rows.Failure is not null)
        {
            return rows.Failure;
        }

        var matches = nearest.Best(input.Vector);
        var output = new NearestOutput(matches, matches.Count, rows.Count, rows.Without);
        return matches.Count == 0 ? new ActionResult<NearestOutput>.Empty(output) : output;
    }

    private static IAsyncEnumerable<VectorRow> Read(VectorRows rows, EmbeddingsSearchInput input, CancellationToken cancellationToken) =>
        input.Items is { } items ? rows.ReadAsync(items, cancellationToken) : rows.ReadAsync(input.File!, cancellationToken);

    private static async ValueTask<ModelAnswer<EmbeddingVector>> QueryAsync(EmbeddingsSearchInput input, string? model, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Query is { } given)
        {
            context.NoteMaker(ModelCalls.Classic);
            return given;
        }

        ModelQuestion<float[]> question = input.Image is { } image
            ? new EmbedPicture(await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false))
            : new EmbedText(input.Text!);
        return (await context.AskAsync(model!, question, cancellationToken).ConfigureAwait(false)).TryGet(out var reply, out var failure)
            ? new EmbeddingVector(reply.Answer, reply.Model.MadeBy)
            : failure;
    }
}
