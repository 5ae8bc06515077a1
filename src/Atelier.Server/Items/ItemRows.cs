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
    // Rows between the first and the last item that are read for nothing, at most so many times those that are wanted.
    private const int Gaps = 3;

    /// <summary>Rows of items of one block, in their order.</summary>
    public IReadOnlyList<ItemRow> Of(RunId run, BlockRecorded block, IReadOnlyList<BlockItem> items)
    {
        if (items.Count == 0)
        {
            return [];
        }

        var (first, last) = (items.Min(static item => item.Ordinal), items.Max(static item => item.Ordinal));
        var together = last - first < (long)items.Count * Gaps;
        var sources = new Lazy<Dictionary<long, byte[]?>>(() => together
            ? home.Queries.ListRows(run, block.Source, first, (int)(last - first + 1)).ToDictionary(static row => row.Ordinal, static row => row.Value)
            : []);
        var steps = home.Store.ReadOutcomes(run, [.. items.Select(item => ScopeId.Of(block.Block, item.Ordinal))]).Where(static row => row.Step >= 0).ToLookup(static row => row.Scope);
        return [.. items.Select(item => Row(item, [.. steps[ScopeId.Of(block.Block, item.Ordinal)]], () => together ? sources.Value.GetValueOrDefault(item.Ordinal) : Source(run, block, item.Ordinal)))];
    }

    /// <summary>The row of one item, with outcomes of its steps.</summary>
    public ItemRow Row(RunId run, BlockRecorded block, BlockItem item, IReadOnlyList<StepEnded> steps) => Row(item, steps, () => Source(run, block, item.Ordinal));

    private static ItemRow Row(BlockItem item, IReadOnlyList<StepEnded> steps, Func<byte[]?> source)
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
            Picture = PictureOf(item, steps, source),
        };
    }

    // What the block yields shows the item best, then what its steps made, the last first, then what it came from.
    private static string? PictureOf(BlockItem item, IReadOnlyList<StepEnded> steps, Func<byte[]?> source)
    {
        var made = Pictures.First(item.Output);
        for (var index = steps.Count - 1; made is null && index >= 0; index--)
        {
            made = Pictures.First(steps[index].Output);
        }

        return made ?? Pictures.First(source());
    }

    private byte[]? Source(RunId run, BlockRecorded block, long ordinal) => home.Queries.ListRows(run, block.Source, ordinal, 1) is [var row] && row.Ordinal == ordinal ? row.Value : null;
}
