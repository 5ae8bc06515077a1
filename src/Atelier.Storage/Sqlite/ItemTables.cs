using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Sqlite;

/// <summary>Writes blocks, sources and rows.</summary>
internal sealed class ItemTables(Database database, Names collections)
{
    private readonly Statement _block = database.Prepare("""
        INSERT INTO blocks VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)
        ON CONFLICT DO UPDATE SET seq = ?3, scope = ?4, step = ?5, drive = ?6, kind = ?7, sequence = ?8, source = ?9, collection = ?10, closed = ?11,
            succeeded = ?12, empty = ?13, rejected = ?14, failed = ?15, skipped = ?16, cancelled = ?17, opened = ?18, open = ?19, set_hash = ?20, detail = ?21
        """);

    private readonly Statement _source = database.Prepare("""
        INSERT INTO sources VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT DO UPDATE SET seq = ?3, scope = ?4, step = ?5, shares = ?6, count = ?7, cursor = ?8, done = ?9, total = ?10, set_hash = ?11
        """);

    private readonly Statement _row = database.Prepare("INSERT INTO rows VALUES (?1, ?2, ?3, ?4, ?5)");

    public void Write(RunId run, BlockRecorded block)
    {
        long? collection = block.Collection is null ? null : collections.FindOrAdd(block.Collection);
        _block.Bind(1, run.Value).Bind(2, block.Block).Bind(3, block.Seq).Bind(4, block.Scope.Value).Bind(5, block.Step).Bind(6, block.Drive)
            .Bind(7, (long)block.Kind).Bind(8, block.Sequence).Bind(9, block.Source).Bind(10, collection).Bind(11, block.Closed ? 1 : 0)
            .Bind(12, block.Counts.Succeeded).Bind(13, block.Counts.Empty).Bind(14, block.Counts.Rejected).Bind(15, block.Counts.Failed)
            .Bind(16, block.Counts.Skipped).Bind(17, block.Counts.Cancelled).Bind(18, block.Opened).Bind(19, block.Open)
            .Bind(20, block.SetHash).Bind(21, block.Detail).Run();
    }

    public void Write(RunId run, SourceRecorded source) =>
        _source.Bind(1, run.Value).Bind(2, source.Source).Bind(3, source.Seq).Bind(4, source.Scope.Value).Bind(5, source.Step).Bind(6, source.Values)
            .Bind(7, source.Count).Bind(8, source.Cursor).Bind(9, source.Done ? 1 : 0).Bind(10, source.Total).Bind(11, source.SetHash).Run();

    public void Write(RunId run, PageRecorded page)
    {
        _row.Bind(1, run.Value).Bind(2, page.Source);
        for (var index = 0; index < page.Rows.Count; index++)
        {
            var row = page.Rows[index];
            _row.Bind(3, page.FirstOrdinal + index).Bind(4, row.Key).Bind(5, row.Value).Run();
        }
    }
}
