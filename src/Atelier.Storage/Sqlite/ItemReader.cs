using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads blocks, sources and their rows.</summary>
internal sealed class ItemReader(Database database)
{
    private const string BlockColumns = """
        SELECT b.block, b.seq, b.scope, b.step, b.drive, b.kind, b.sequence, b.source, c.name, b.closed, b.succeeded, b.empty, b.rejected, b.failed,
            b.skipped, b.cancelled, b.opened, b.open, b.set_hash, b.detail
        FROM blocks b LEFT JOIN collections c ON c.id = b.collection
        """;

    private const string SourceColumns = "SELECT source, seq, scope, step, shares, count, cursor, done, total, set_hash FROM sources";

    private readonly Statement _block = database.Prepare(BlockColumns + " WHERE b.run = ?1 AND b.block = ?2");
    private readonly Statement _blockOfStep = database.Prepare(BlockColumns + " WHERE b.run = ?1 AND b.scope = ?2 AND b.step = ?3 ORDER BY b.block DESC LIMIT 1");
    private readonly Statement _open = database.Prepare(BlockColumns + " WHERE b.run = ?1 AND b.closed = 0 ORDER BY b.block");
    private readonly Statement _blocks = database.Prepare(BlockColumns + " WHERE b.run = ?1 AND b.block >= ?2 ORDER BY b.block LIMIT ?3");
    private readonly Statement _inScope = database.Prepare(BlockColumns + " WHERE b.run = ?1 AND b.scope = ?2 ORDER BY b.block");
    private readonly Statement _lastBlock = database.Prepare("SELECT max(block) FROM blocks WHERE run = ?1");
    private readonly Statement _sources = database.Prepare(SourceColumns + " WHERE run = ?1 ORDER BY source");
    private readonly Statement _source = database.Prepare(SourceColumns + " WHERE run = ?1 AND source = ?2");
    private readonly Statement _rows = database.Prepare("""
        SELECT r.ordinal, r.key, ifnull(r.value, (SELECT v.value FROM rows v WHERE v.run = ?1 AND v.source = s.shares AND v.ordinal = r.ordinal))
        FROM rows r LEFT JOIN sources s ON s.run = ?1 AND s.source = ?2
        WHERE r.run = ?1 AND r.source = ?2 AND r.ordinal >= ?3 ORDER BY r.ordinal LIMIT ?4
        """);

    private readonly Statement _ordinal = database.Prepare("SELECT ordinal FROM rows WHERE run = ?1 AND source = ?2 AND key = ?3 LIMIT 1");
    private readonly Statement _keys = database.Prepare("SELECT ordinal, key FROM rows WHERE run = ?1 AND source = ?2 AND ordinal >= ?3 ORDER BY ordinal");
    private readonly Statement _end = database.Prepare("SELECT outcome, output, detail, at, drive FROM outcomes WHERE run = ?1 AND scope = ?2 AND step = -1 ORDER BY drive DESC LIMIT 1");

    private readonly Statement _log = database.Prepare("SELECT number, scope, step, attempt, level, at, text FROM logs WHERE run = ?1 AND number >= ?2 ORDER BY number LIMIT ?3");

    public BlockRecorded? Find(RunId run, int block) => First(_block.Bind(1, run.Value).Bind(2, block));

    public BlockRecorded? Find(RunId run, ScopeId scope, int step) => First(_blockOfStep.Bind(1, run.Value).Bind(2, scope.Value).Bind(3, step));

    public List<BlockRecorded> OpenBlocks(RunId run)
    {
        var blocks = new List<BlockRecorded>();
        _open.Bind(1, run.Value);
        while (_open.Step())
        {
            blocks.Add(Block(_open));
        }

        return blocks;
    }

    public List<BlockRecorded> Blocks(RunId run, int fromBlock, int limit)
    {
        var blocks = new List<BlockRecorded>();
        _blocks.Bind(1, run.Value).Bind(2, fromBlock).Bind(3, limit);
        while (_blocks.Step())
        {
            blocks.Add(Block(_blocks));
        }

        return blocks;
    }

    /// <summary>Blocks of the steps of a scope, by number.</summary>
    public List<BlockRecorded> InScope(RunId run, ScopeId scope)
    {
        var blocks = new List<BlockRecorded>();
        _inScope.Bind(1, run.Value).Bind(2, scope.Value);
        while (_inScope.Step())
        {
            blocks.Add(Block(_inScope));
        }

        return blocks;
    }

    public SourceRecorded? Source(RunId run, int source)
    {
        if (!_source.Bind(1, run.Value).Bind(2, source).Step())
        {
            return null;
        }

        var found = Source(_source);
        _source.Reset();
        return found;
    }

    public int LastBlock(RunId run)
    {
        _lastBlock.Bind(1, run.Value).Step();
        var last = _lastBlock.Int32(0);
        _lastBlock.Reset();
        return last;
    }

    public List<SourceRecorded> Sources(RunId run)
    {
        var sources = new List<SourceRecorded>();
        _sources.Bind(1, run.Value);
        while (_sources.Step())
        {
            sources.Add(Source(_sources));
        }

        return sources;
    }

    public List<SourceItem> Rows(RunId run, int source, long fromOrdinal, int limit)
    {
        var rows = new List<SourceItem>();
        _rows.Bind(1, run.Value).Bind(2, source).Bind(3, fromOrdinal).Bind(4, limit);
        while (_rows.Step())
        {
            rows.Add(new SourceItem(_rows.Int64(0), _rows.Text(1), _rows.BlobOrNull(2)));
        }

        return rows;
    }

    public long? FindOrdinal(RunId run, int source, string key)
    {
        if (!_ordinal.Bind(1, run.Value).Bind(2, source).Bind(3, key).Step())
        {
            return null;
        }

        var ordinal = _ordinal.Int64(0);
        _ordinal.Reset();
        return ordinal;
    }

    public List<LogLine> Log(RunId run, long from, int limit)
    {
        var lines = new List<LogLine>();
        _log.Bind(1, run.Value).Bind(2, from).Bind(3, limit);
        while (_log.Step())
        {
            lines.Add(new LogLine
            {
                Number = _log.Int64(0),
                Scope = new ScopeId(_log.Int64(1)),
                Step = _log.Int32(2),
                Attempt = _log.Int32(3),
                Level = (Sdk.StepLogLevel)_log.Int32(4),
                At = _log.Int64(5),
                Text = _log.Text(6),
            });
        }

        return lines;
    }

    /// <summary>Doubles are left out: they were passed over without an end of their own.</summary>
    public List<BlockItem> Items(RunId run, int block, ItemFilter filter)
    {
        var items = new List<BlockItem>();
        database.Execute("BEGIN");
        try
        {
            if (Find(run, block) is { Source: > 0 } recorded)
            {
                Collect(run, recorded, filter, items);
            }

            return items;
        }
        finally
        {
            _keys.Reset();
            database.Execute("COMMIT");
        }
    }

    private void Collect(RunId run, BlockRecorded block, ItemFilter filter, List<BlockItem> items)
    {
        var open = OrdinalSet.Decode(block.Open).ToHashSet();
        _keys.Bind(1, run.Value).Bind(2, block.Source).Bind(3, filter.FromOrdinal);
        _end.Bind(1, run.Value);
        while (items.Count < filter.Limit && _keys.Step())
        {
            var item = new BlockItem(_keys.Int64(0), _keys.Text(1), Outcome.None, null, null, 0, 0);
            if (_end.Bind(2, ScopeId.Of(block.Block, item.Ordinal).Value).Step())
            {
                item = item with { Outcome = (Outcome)_end.Int32(0), Output = _end.BlobOrNull(1), Detail = _end.BlobOrNull(2), At = _end.Int64(3), Drive = _end.Int32(4) };
                _end.Reset();
            }
            else if (item.Ordinal < block.Opened && !open.Contains(item.Ordinal))
            {
                continue;
            }

            if (filter.Admits(item))
            {
                items.Add(item);
            }
        }
    }

    private static SourceRecorded Source(Statement row) => new()
    {
        Source = row.Int32(0),
        Seq = row.Int64(1),
        Scope = new ScopeId(row.Int64(2)),
        Step = row.Int32(3),
        Values = row.Int32(4),
        Count = row.Int64(5),
        Cursor = row.TextOrNull(6),
        Done = row.Boolean(7),
        Total = row.Int64OrNull(8),
        SetHash = row.BlobOrNull(9),
    };

    private static BlockRecorded? First(Statement statement)
    {
        if (!statement.Step())
        {
            return null;
        }

        var block = Block(statement);
        statement.Reset();
        return block;
    }

    private static BlockRecorded Block(Statement row) => new()
    {
        Block = row.Int32(0),
        Seq = row.Int64(1),
        Scope = new ScopeId(row.Int64(2)),
        Step = row.Int32(3),
        Drive = row.Int32(4),
        Kind = (BlockKind)row.Int32(5),
        Sequence = row.Int32(6),
        Source = row.Int32(7),
        Collection = row.TextOrNull(8),
        Closed = row.Boolean(9),
        Counts = new OutcomeCounts(row.Int64(10), row.Int64(11), row.Int64(12), row.Int64(13), row.Int64(14), row.Int64(15)),
        Opened = row.Int64(16),
        Open = row.BlobOrNull(17),
        SetHash = row.BlobOrNull(18),
        Detail = row.BlobOrNull(19),
    };
}
