using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Sqlite;

/// <summary>Reads what is kept across runs: definitions, results, the ledger, digests of files.</summary>
internal sealed class ReuseReader(Database database)
{
    private readonly Statement _workflow = database.Prepare("SELECT digest, name, label, file, sources, at FROM workflows WHERE digest = ?1 AND sources IS NOT NULL");
    private readonly Statement _result = database.Prepare("SELECT fingerprint, outcome, output, made_by, at FROM results WHERE fingerprint = ?1");
    private readonly Statement _ledger = database.Prepare("""
        SELECT fingerprint, parts, outcome, output, made_by, at FROM ledger
        WHERE collection = (SELECT id FROM collections WHERE name = ?1) AND key = ?2 AND path = (SELECT id FROM paths WHERE path = ?3)
        """);

    private readonly Statement _file = database.Prepare("SELECT digest FROM file_digests WHERE path = ?1 AND size = ?2 AND modified = ?3 AND changed = ?4 AND inode = ?5");

    private readonly Statement _stored = database.Prepare("SELECT 1 FROM artifacts WHERE digest = ?1 AND doomed IS NULL");
    private readonly Statement _content = database.Prepare("SELECT content FROM artifacts WHERE digest = ?1 AND content IS NOT NULL");

    public WorkflowRow? FindWorkflow(string digest) => First(
        _workflow.Bind(1, digest),
        static row => new WorkflowRow(row.Text(0), row.Text(1), row.TextOrNull(2), row.TextOrNull(3), row.Blob(4), row.Int64(5)));

    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint) => First(
        _result.Bind(1, fingerprint),
        static row => new ResultEntry(row.Blob(0), (Outcome)row.Int32(1), row.BlobOrNull(2), row.TextOrNull(3), row.Int64(4)));

    public LedgerEntry? FindLedger(string collection, string key, string stepPath)
    {
        return First(_ledger.Bind(1, collection).Bind(2, key).Bind(3, stepPath), Entry);

        LedgerEntry Entry(Statement row) =>
            new(collection, key, stepPath, row.Blob(0), row.Blob(1), (Outcome)row.Int32(2), row.BlobOrNull(3), row.TextOrNull(4), row.Int64(5));
    }

    public string? FindFileDigest(FileStamp stamp) => First(
        _file.Bind(1, stamp.Path).Bind(2, stamp.Size).Bind(3, stamp.ModifiedTicks).Bind(4, stamp.ChangedTicks).Bind(5, stamp.Inode),
        static row => row.Text(0));

    public bool IsStored(string digest)
    {
        var stored = _stored.Bind(1, Digests.ToBytes(digest)).Step();
        _stored.Reset();
        return stored;
    }

    public byte[]? FindContent(string digest) => First(_content.Bind(1, Digests.ToBytes(digest)), static row => row.Blob(0));

    private static T? First<T>(Statement statement, Func<Statement, T> read)
        where T : class
    {
        if (!statement.Step())
        {
            return null;
        }

        var value = read(statement);
        statement.Reset();
        return value;
    }
}
