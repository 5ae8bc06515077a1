using System.Text.Json;
using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Items;
using Atelier.Server.Runs;

namespace Atelier.Server.Items;

/// <summary>Reads one item with everything inside it.</summary>
internal sealed class ItemReads(OwnedHome home, RunReader runs, ItemRows rows, TimeProvider time)
{
    /// <summary>An item by its position; null: there is none.</summary>
    public ItemDetail? Find(RunRow run, BlockRecorded block, long ordinal)
    {
        if (home.Queries.ReadItems(run.Run, block.Block, [ordinal]) is not [var item])
        {
            return null;
        }

        var inspector = new ItemInspector(run, runs.PlanOf(run), home.Store, home.Queries, home.Actions.Registry, time);
        var steps = inspector.OfItem(block, ordinal);
        var ended = item.Outcome != Outcome.None;
        return new ItemDetail
        {
            Item = rows.Row(run.Run, block, item, [.. steps.Where(static step => step.Key is null).Select(static step => step.Ended).OfType<StepEnded>()]),
            Source = home.Queries.ListRows(run.Run, block.Source, ordinal, 1) is [{ Value: { } value }] ? JsonElement.Parse(value) : null,
            Steps = [.. steps.Select(step => ItemStepOf.Row(step, ended || run.Phase == RunPhase.Ended)).OfType<ItemStep>()],
            Previous = Neighbour(run.Run, block, ordinal - 1, descending: true),
            Following = Neighbour(run.Run, block, ordinal + 1, descending: false),
        };
    }

    private long? Neighbour(RunId run, BlockRecorded block, long from, bool descending) =>
        from >= 0 && home.Queries.FindItems(run, block.Block, new ItemSearch { From = from, Descending = descending, Limit = 1 }).Items is [var item] ? item.Ordinal : null;
}
