using System.Text.Json;
using Atelier.Actions.Embeddings;
using Atelier.Actions.Images;
using Atelier.Actions.Images.Grouping;
using Atelier.Sdk;

namespace Atelier.Actions.Vision.Similarity;

/// <summary><c>vision.group</c>: bursts and near-duplicates, by their embeddings; see <see cref="EmbeddedGroups"/>.</summary>
internal sealed class GroupAction : StepAction<GroupInput, GroupOutput>
{
    public override ActionMetadata Metadata { get; } = new("vision.group", 1, ReuseClass.Pure, "Groups pictures that show the same, by their embeddings and times.")
    {
        Example = """
            - id: bursts
              uses: vision.group
              with: { items: "${enrich.items}", vector: embedding.vector, window: 5s, prefer: quality.technical_score }
            """,
    };

    protected override async ValueTask<ActionResult<GroupOutput>> ExecuteAsync(GroupInput input, ActionContext context, CancellationToken cancellationToken)
    {
        context.NoteMaker(ModelCalls.Classic);
        TimeSpan? window = null;
        if (input.Window is not null)
        {
            if (!DurationText.TryParse(input.Window, out var duration, out var mistake))
            {
                return StepFailure.Permanent(ActionCodes.BadInput, $"`window`: {mistake}");
            }

            window = duration;
        }

        var rows = new VectorRows(context, input.Vector);
        var pictures = new List<EmbeddedPicture>();
        await foreach (var row in rows.ReadAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            var preference = input.Prefer is not null && RowFields.Find(row.Value, input.Prefer) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : (double?)null;
            pictures.Add(new EmbeddedPicture(row.Key, row.Vector, TakenTime.Read(RowFields.Text(row.Value, input.Taken)), preference));
        }

        if (rows.Failure is not null)
        {
            return rows.Failure;
        }

        var all = EmbeddedGroups.Find(pictures, input.Threshold, window, cancellationToken);
        var listed = input.Singles ? all : [.. all.Where(static group => group.Members.Count > 1)];
        return new GroupOutput(listed, listed.Count, [.. all.Select(static group => group.Representative)], pictures.Count, pictures.Count - all.Count, rows.Without);
    }
}
