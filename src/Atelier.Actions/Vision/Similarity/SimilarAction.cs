using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Actions.Embeddings;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Similarity;

/// <summary>What <c>vision.similar</c> takes.</summary>
internal sealed record SimilarInput
{
    [Description("The items of a block that embedded pictures, or a list.")]
    public required Rows Items { get; init; }

    [Description("Where an item's vector is, as a path into its value. Items without one are left out.")]
    [DefaultValue("vector")]
    public string Vector { get; init; } = "vector";

    [Description("The vector to compare with (of vision.embed); either this or `key`.")]
    public EmbeddingVector? Query { get; init; }

    [Description("The key of the item to compare with; it is not among the matches. With `query` too, only the latter.")]
    public string? Key { get; init; }

    [Description("Most items yielded, best first.")]
    [DefaultValue(10)]
    [Range(1, 1000)]
    public int Top { get; init; } = 10;

    [Description("The lowest cosine similarity yielded, -1 to 1.")]
    [DefaultValue(-1.0)]
    [Range(-1.0, 1.0)]
    public double Threshold { get; init; } = -1;
}

/// <summary><c>vision.similar</c>: pictures of a run that look like one of them.</summary>
internal sealed class SimilarAction : StepAction<SimilarInput, NearestOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.similar", 1, ReuseClass.Pure, "Finds the pictures of a run that are most like one of them.")
    {
        Example = """
            - id: similar_images
              uses: vision.similar
              with: { items: "${enrich.items}", vector: embedding.vector, key: harbour.jpg, top: 5 }
            """,
    };

    protected override async ValueTask<ActionResult<NearestOutput>> ExecuteAsync(SimilarInput input, ActionContext context, CancellationToken cancellationToken)
    {
        context.NoteMaker(ModelCalls.Classic);
        var query = input.Query;
        if (query is null)
        {
            if (input.Key is null)
            {
                return StepFailure.Permanent(ActionCodes.BadInput, "give `query` or `key`");
            }

            var search = new VectorRows(context, input.Vector);
            await foreach (var row in search.ReadAsync(input.Items, cancellationToken).ConfigureAwait(false))
            {
                if (row.Key == input.Key)
                {
                    query = new EmbeddingVector(row.Vector);
                    break;
                }
            }

            if (query is null)
            {
                return search.Failure is null && search.Count == 0
                    ? new ActionResult<NearestOutput>.Empty(new NearestOutput([], 0, 0, search.Without))
                    : search.Failure ?? StepFailure.Permanent(VisionCodes.VectorsDiffer, $"no item `{input.Key}` has a vector at `{input.Vector}`");
            }
        }

        var rows = new VectorRows(context, input.Vector).Like(query);
        var nearest = new NearestRows(query.Values, input.Top, input.Threshold);
        await foreach (var row in rows.ReadAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            if (row.Key != input.Key)
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
}
