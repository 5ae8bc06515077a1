using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Finds items of a block through one connection. An item's end is sought by its key in <c>outcomes</c>, so that its steps are not read.</summary>
internal sealed class ItemSearchReader(Database database, ItemReader items)
{
    private const string NewestEnd = " FROM outcomes WHERE run = ?1 AND scope = ?2 AND step = -1 ORDER BY drive DESC LIMIT 1";

    private readonly Statement _up = database.Prepare("SELECT ordinal, key FROM rows WHERE run = ?1 AND source = ?2 AND ordinal >= ?3 ORDER BY ordinal");
    private readonly Statement _down = database.Prepare("SELECT ordinal, key FROM rows WHERE run = ?1 AND source = ?2 AND ordinal <= ?3 ORDER BY ordinal DESC");
    private readonly Statement _end = database.Prepare("SELECT outcome, output, detail, at, drive" + NewestEnd);
    private readonly Statement _short = database.Prepare("SELECT outcome, at" + NewestEnd);
    private readonly Statement _byKey = database.Prepare("SELECT ordinal FROM rows WHERE run = ?1 AND source = ?2 ORDER BY key");

    public FoundItems Find(RunId run, int block, ItemSearch search) => Within(run, block, new FoundItems([], null), (recorded, open) =>
    {
        var rows = search.Descending ? _down.Bind(3, search.From ?? long.MaxValue) : _up.Bind(3, search.From ?? 0);
        rows.Bind(1, run.Value).Bind(2, recorded.Source);
        var found = new List<BlockItem>();
        var looked = 0;
        while (rows.Step())
        {
            if (found.Count == search.Limit || looked++ == search.Scan)
            {
                var next = rows.Int64(0);
                rows.Reset();
                return new FoundItems(found, next);
            }

            if (Item(run, recorded, open, rows) is { } item && search.Admits(item))
            {
                found.Add(item);
            }
        }

        return new FoundItems(found, null);
    });

    public IReadOnlyList<BlockItem> Read(RunId run, int block, IReadOnlyList<long> ordinals) => Within<IReadOnlyList<BlockItem>>(run, block, [], (recorded, open) =>
    {
        var found = new List<BlockItem>(ordinals.Count);
        _up.Bind(1, run.Value).Bind(2, recorded.Source);
        foreach (var ordinal in ordinals)
        {
            if (_up.Bind(3, ordinal).Step())
            {
                if (_up.Int64(0) == ordinal && Item(run, recorded, open, _up) is { } item)
                {
                    found.Add(item);
                }

                _up.Reset();
            }
        }

        return found;
    });

    public IReadOnlyList<ItemEnd> Ends(RunId run, int block, long fromOrdinal, int limit) => Within<IReadOnlyList<ItemEnd>>(run, block, [], (recorded, open) =>
    {
        var ends = new List<ItemEnd>();
        _up.Bind(1, run.Value).Bind(2, recorded.Source).Bind(3, fromOrdinal);
        _short.Bind(1, run.Value);
        while (ends.Count < limit && _up.Step())
        {
            var ordinal = _up.Int64(0);
            if (_short.Bind(2, ScopeId.Of(block, ordinal).Value).Step())
            {
                ends.Add(new ItemEnd(ordinal, (Outcome)_short.Int32(0), _short.Int64(1)));
                _short.Reset();
            }
            else if (ordinal >= recorded.Opened || open.Contains(ordinal))
            {
                ends.Add(new ItemEnd(ordinal, Outcome.None, 0));
            }
        }

        _up.Reset();
        return ends;
    });

    public int[] OrderByKey(RunId run, int source)
    {
        var ordinals = new List<int>();
        _byKey.Bind(1, run.Value).Bind(2, source);
        while (_byKey.Step())
        {
            ordinals.Add(_byKey.Int32(0));
        }

        return [.. ordinals];
    }

    private T Within<T>(RunId run, int block, T none, Func<BlockRecorded, HashSet<long>, T> read)
    {
        database.Execute("BEGIN");
        try
        {
            return items.Find(run, block) is { Source: > 0 } recorded ? read(recorded, OrdinalSet.Decode(recorded.Open).ToHashSet()) : none;
        }
        finally
        {
            database.Execute("COMMIT");
        }
    }

    /// <summary>The item of a row; null: a double, which was passed over without an end of its own.</summary>
    private BlockItem? Item(RunId run, BlockRecorded block, HashSet<long> open, Statement row)
    {
        var ordinal = row.Int64(0);
        if (_end.Bind(1, run.Value).Bind(2, ScopeId.Of(block.Block, ordinal).Value).Step())
        {
            var item = new BlockItem(ordinal, row.Text(1), (Outcome)_end.Int32(0), _end.BlobOrNull(1), _end.BlobOrNull(2), _end.Int64(3), _end.Int32(4));
            _end.Reset();
            return item;
        }

        return ordinal >= block.Opened || open.Contains(ordinal) ? new BlockItem(ordinal, row.Text(1), Outcome.None, null, null, 0, 0) : null;
    }
}
