using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Hosting.Items;

/// <summary>
/// How every item of a block ended and when, nine bytes each: read once, then kept up from what is committed. Filters by outcome and sorted lists of a block with a
/// million items ask it instead of the store.
/// </summary>
internal sealed class BlockIndex(RunId run, int block, int source)
{
    private const int PageItems = 10_000;
    private const long Stands = 2_000;
    private readonly Lock _gate = new();
    private readonly Lock _ordering = new();
    private readonly Dictionary<ItemSort, ItemOrder> _orders = [];
    private byte[] _outcomes = [];
    private long[] _times = [];
    private int[]? _byKey;
    private long _version;
    private Task? _building;
    private volatile bool _ready;

    public RunId Run { get; } = run;

    public int Block { get; } = block;

    /// <summary>True: everything is read.</summary>
    public bool IsReady => _ready;

    /// <summary>Items it has room for.</summary>
    public int Length
    {
        get
        {
            lock (_gate)
            {
                return _outcomes.Length;
            }
        }
    }

    /// <summary>Reads everything; the same task for all who ask.</summary>
    public Task BuildAsync(IRunQueries queries)
    {
        lock (_gate)
        {
            return _building is { IsFaulted: false } ? _building : _building = Task.Run(() => Build(queries));
        }
    }

    /// <summary>Takes note of an item's end.</summary>
    public void Ended(StepEnded ended)
    {
        lock (_gate)
        {
            Set((int)ended.Scope.Ordinal, ended.Outcome, ended.At);
            _version++;
        }
    }

    /// <summary>
    /// Items that are there, in an order; those that are open now or were passed over as doubles follow from the block's row. While the block works, an order stands for
    /// two seconds.
    /// </summary>
    public ItemOrder Order(IRunQueries queries, ItemSort sort, BlockRecorded row, long known, long now)
    {
        lock (_ordering)
        {
            if (_orders.TryGetValue(sort, out var order) && (order.IsOf(Version, row.Seq, known) || (!row.Closed && now - order.At < Stands)))
            {
                return order;
            }

            var (version, outcomes, times) = Snapshot();
            var open = OrdinalSet.Decode(row.Open).Select(static ordinal => (int)ordinal).ToHashSet();
            var ordinals = Array.FindAll(sort == ItemSort.Key ? ByKey(queries, known) : [.. Enumerable.Range(0, (int)known)], ordinal => OutcomeOf(ordinal) != 0 || ordinal >= row.Opened || open.Contains(ordinal));
            switch (sort)
            {
                case ItemSort.Outcome:
                    Array.Sort(Array.ConvertAll(ordinals, ordinal => ((long)OutcomeOf(ordinal) << 32) | (uint)ordinal), ordinals);
                    break;
                case ItemSort.Time:
                    Array.Sort(Array.ConvertAll(ordinals, ordinal => (OutcomeOf(ordinal) == 0 ? long.MaxValue : times[ordinal], ordinal)), ordinals);
                    break;
            }

            return _orders[sort] = new ItemOrder(version, row.Seq, known, now, ordinals, Array.ConvertAll(ordinals, OutcomeOf));

            byte OutcomeOf(int ordinal) => ordinal >= outcomes.Length || open.Contains(ordinal) ? (byte)Outcome.None : outcomes[ordinal];
        }
    }

    /// <summary>An order that was given before; null: it is no longer kept.</summary>
    public ItemOrder? Kept(ItemSort sort, long version)
    {
        lock (_ordering)
        {
            return _orders.TryGetValue(sort, out var order) && order.Version == version ? order : null;
        }
    }

    private long Version
    {
        get
        {
            lock (_gate)
            {
                return _version;
            }
        }
    }

    // Sorting a million takes a while, and commits are taken note of meanwhile.
    private (long Version, byte[] Outcomes, long[] Times) Snapshot()
    {
        lock (_gate)
        {
            return (_version, [.. _outcomes], [.. _times]);
        }
    }

    private int[] ByKey(IRunQueries queries, long known)
    {
        if (_byKey is null || _byKey.Length < known)
        {
            _byKey = queries.OrderByKey(Run, source);
        }

        return _byKey;
    }

    private void Build(IRunQueries queries)
    {
        var from = 0L;
        while (queries.ListEnds(Run, Block, from, PageItems) is { Count: > 0 } page)
        {
            lock (_gate)
            {
                foreach (var end in page)
                {
                    // What was committed meanwhile is newer than what was read.
                    if (end.Outcome != Outcome.None && (end.Ordinal >= _outcomes.Length || _outcomes[end.Ordinal] == 0))
                    {
                        Set((int)end.Ordinal, end.Outcome, end.At);
                    }
                }
            }

            from = page[^1].Ordinal + 1;
        }

        _ready = true;
    }

    private void Set(int ordinal, Outcome outcome, long at)
    {
        if (ordinal >= _outcomes.Length)
        {
            var length = Math.Max(1024, Math.Max(ordinal + 1, _outcomes.Length + (_outcomes.Length / 2)));
            Array.Resize(ref _outcomes, length);
            Array.Resize(ref _times, length);
        }

        _outcomes[ordinal] = (byte)outcome;
        _times[ordinal] = at;
    }
}

/// <summary>Items of a block in an order, as it was at a moment.</summary>
/// <param name="Version">Ends taken note of by then.</param>
/// <param name="Block">The block's own place in the run's history.</param>
/// <param name="Known">Items that were known by then.</param>
/// <param name="At">Unix milliseconds of the moment.</param>
/// <param name="Ordinals">Items, in order.</param>
/// <param name="Outcomes">Their outcomes, in the same order.</param>
internal sealed record ItemOrder(long Version, long Block, long Known, long At, int[] Ordinals, byte[] Outcomes)
{
    /// <summary>True: nothing has changed since.</summary>
    public bool IsOf(long version, long block, long known) => Version == version && Block == block && Known == known;
}
