using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Items;

/// <summary>Indexes of blocks that somebody sorts or filters; bounded by the items in them, the one that was not asked for longest goes first.</summary>
internal sealed class ItemIndexes
{
    /// <summary>Most items of all indexes together: nine bytes each, and five for each order that is kept.</summary>
    private const long MostItems = 4_000_000;

    private readonly Lock _gate = new();
    private readonly LinkedList<BlockIndex> _order = [];
    private volatile int _count;

    /// <summary>The index of a block, begun or not.</summary>
    public BlockIndex Of(RunId run, BlockRecorded block)
    {
        lock (_gate)
        {
            var found = _order.FirstOrDefault(index => index.Run == run && index.Block == block.Block);
            if (found is null)
            {
                found = new BlockIndex(run, block.Block, block.Source);
            }
            else
            {
                _order.Remove(found);
            }

            _order.AddFirst(found);
            while (_order.Count > 1 && _order.Sum(static index => (long)index.Length) > MostItems)
            {
                _order.RemoveLast();
            }

            _count = _order.Count;
            return found;
        }
    }

    /// <summary>Takes note of a commit.</summary>
    public void Add(RunId run, IReadOnlyList<RunRecord> records)
    {
        if (_count == 0)
        {
            return;
        }

        BlockIndex[] indexes;
        lock (_gate)
        {
            indexes = [.. _order.Where(index => index.Run == run)];
        }

        if (indexes.Length == 0)
        {
            return;
        }

        foreach (var ended in records.OfType<StepEnded>().Where(static ended => ended.Step == StepEnded.ItemEnd))
        {
            Array.Find(indexes, index => index.Block == ended.Scope.Block)?.Ended(ended);
        }
    }

    /// <summary>Forgets what is known of a run.</summary>
    public void Remove(RunId run)
    {
        lock (_gate)
        {
            foreach (var index in _order.Where(index => index.Run == run).ToArray())
            {
                _order.Remove(index);
            }

            _count = _order.Count;
        }
    }
}
