using System.Text.Json;
using Atelier.Actions.Images.Analysis;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Grouping;

/// <summary><c>images.group_similar</c>: near-duplicates and bursts, by their hashes; see <see cref="PictureGroups"/>.</summary>
internal sealed class GroupSimilarAction : StepAction<GroupSimilarInput, GroupSimilarOutput>
{
    public override ActionMetadata Metadata { get; } = new("images.group_similar", 1, ReuseClass.Pure, "Groups pictures that are nearly the same, by their hashes.")
    {
        Example = """
            - id: groups
              uses: images.group_similar
              with: { items: "${enrich.items}", prefer: score.overall }
            """,
    };

    protected override async ValueTask<ActionResult<GroupSimilarOutput>> ExecuteAsync(GroupSimilarInput input, ActionContext context, CancellationToken cancellationToken)
    {
        TimeSpan? window = null;
        if (input.Window is not null)
        {
            if (!DurationText.TryParse(input.Window, out var duration, out var mistake))
            {
                return StepFailure.Permanent(ActionCodes.BadInput, $"`window`: {mistake}");
            }

            window = duration;
        }

        var pictures = new List<HashedPicture>();
        var without = 0;
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            var text = RowFields.Text(row.Value, input.Hash);
            if (text is null)
            {
                without++;
            }
            else if (PerceptualHash.TryParse(text, out var hash))
            {
                pictures.Add(Picture(row, input, hash));
            }
            else
            {
                return StepFailure.Permanent(ActionCodes.BadInput, $"the item `{row.Key}` has `{text}` at `{input.Hash}`, which is no hash of images.hash");
            }
        }

        var groups = PictureGroups.Find(pictures, input.Distance, window, input.Singles, cancellationToken);
        return new GroupSimilarOutput(groups, pictures.Count, groups.Sum(group => group.Members.Count - 1), without);
    }

    private static HashedPicture Picture(Row row, GroupSimilarInput input, PerceptualHash hash)
    {
        var preference = input.Prefer is not null && RowFields.Find(row.Value, input.Prefer) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : (double?)null;
        var key = input.Items.IsHandle ? row.Key : RowFields.Text(row.Value, "key") ?? row.Key;
        return new HashedPicture(key, hash, TakenTime.Read(RowFields.Text(row.Value, input.Taken)), preference);
    }
}
