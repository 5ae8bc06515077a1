using System.Text.Json;
using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Server.Runs;

namespace Atelier.Server.Items;

/// <summary>Items as lists show them: with what made them and a picture where there is one.</summary>
internal sealed class ItemRows(OwnedHome home)
{
    /// <summary>Rows of items of one block, in their order.</summary>
    public IReadOnlyList<ItemRow> Of(RunId run, BlockRecorded block, IReadOnlyList<BlockItem> items)
    {
        var steps = home.Store.ReadOutcomes(run, [.. items.Select(item => ScopeId.Of(block.Block, item.Ordinal))]).Where(static row => row.Step >= 0).ToLookup(static row => row.Scope);
        return [.. items.Select(item => Row(run, block, item, [.. steps[ScopeId.Of(block.Block, item.Ordinal)]]))];
    }

    /// <summary>The row of one item, with outcomes of its steps.</summary>
    public ItemRow Row(RunId run, BlockRecorded block, BlockItem item, IReadOnlyList<StepEnded> steps)
    {
        var detail = OutcomeDetail.FromJson(item.Detail);
        return new ItemRow
        {
            Ordinal = item.Ordinal,
            Key = item.Key,
            Outcome = item.Outcome.ToText(),
            Value = item.Output is null ? null : JsonElement.Parse(item.Output),
            Drive = item.Drive,
            At = item.At == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(item.At),
            Failure = item.Outcome == Outcome.Failed ? RunErrors.First(detail) : null,
            Failures = detail?.Failures is { Count: > 0 } failures ? [.. failures.Select(RunErrors.Of)] : [],
            Reason = detail?.Reason,
            MadeBy = [.. steps.Select(static step => OutcomeDetail.FromJson(step.Detail)?.MadeBy).OfType<string>().Distinct(StringComparer.Ordinal)],
            Picture = PictureOf(run, block, item, steps),
        };
    }

    // What the block yields shows the item best, then what its steps made, the last first, then what it came from.
    private string? PictureOf(RunId run, BlockRecorded block, BlockItem item, IReadOnlyList<StepEnded> steps)
    {
        var made = Pictures.First(item.Output);
        for (var index = steps.Count - 1; made is null && index >= 0; index--)
        {
            made = Pictures.First(steps[index].Output);
        }

        return made ?? (home.Queries.ListRows(run, block.Source, item.Ordinal, 1) is [var row] ? Pictures.First(row.Value) : null);
    }
}
