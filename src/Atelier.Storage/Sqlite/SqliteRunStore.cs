using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Storage.Artifacts;

namespace Atelier.Storage.Sqlite;

/// <summary>
/// Runs in one SQLite database in WAL mode with <c>synchronous=FULL</c>: a commit has reached the disk when it returns. One connection
/// writes under <see cref="_writing"/>; reads use connections of their own.
/// </summary>
public sealed class SqliteRunStore : IRunStore, IRunLogs, IRunRemoval
{
    private const long CheckpointPages = 16L * 1024 * 1024 / DatabaseFile.PageSize;
    private readonly Lock _writing = new();
    private readonly TimeProvider _time;
    private readonly string _path;
    private readonly ReadPool<RunReader> _reads;
    private readonly Checkpointer _checkpoints;
    private readonly FileDigests _files = new();
    private readonly LogLines _logs = new();
    private RunWriter? _writer;
    private volatile bool _disposed;
    private long _pagesSinceCheckpoint;

    /// <summary>Opens the database, creates it when missing, and brings its schema up to date.</summary>
    /// <param name="path">The database file; its folder exists.</param>
    /// <param name="time">The clock behind <see cref="Now"/>.</param>
    /// <exception cref="StoreException">ATL3002 not writable, ATL3003 damaged, ATL3004 newer version, ATL3005 disk full, ATL3006 busy, ATL3007 input/output.</exception>
    public SqliteRunStore(string path, TimeProvider time)
    {
        _path = path;
        _time = time;
        _writer = new RunWriter(DatabaseFile.Open(path));
        _reads = new ReadPool<RunReader>(path, static database => new RunReader(database));
        _checkpoints = new Checkpointer(path, _writing);
    }

    internal ArtifactCommits Artifacts { get; } = new();

    /// <inheritdoc />
    public long TakeOwnership()
    {
        var epoch = 0L;
        Write(writer => writer.Transact(() =>
        {
            writer.Database.Execute("UPDATE meta SET value = value + 1 WHERE name = 'epoch'");
            epoch = writer.Database.Scalar("SELECT value FROM meta WHERE name = 'epoch'");
        }));
        return epoch;
    }

    /// <inheritdoc />
    public long LastRun() => _reads.Read(static reader => reader.LastRun());

    /// <inheritdoc />
    public IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts)
    {
        IReadOnlyList<RunCommitResult> results = [];
        Write(writer =>
        {
            results = CommitWithExtras(writer, parts);
            _pagesSinceCheckpoint += writer.Database.TakePagesWritten();
            if (_pagesSinceCheckpoint > CheckpointPages)
            {
                _pagesSinceCheckpoint = 0;
                _checkpoints.Want();
            }
        });
        return results;
    }

    /// <inheritdoc />
    public void SaveWorkflow(WorkflowRow workflow) => Write(writer => writer.Transact(() =>
    {
        using var statement = writer.Database.Compile("""
            INSERT INTO workflows (digest, name, label, file, sources, at) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (digest) DO UPDATE SET name = ?2, label = ?3, file = ?4, sources = ?5, at = ?6 WHERE sources IS NULL
            """);
        statement.Bind(1, workflow.Digest).Bind(2, workflow.Name).Bind(3, workflow.Label).Bind(4, workflow.File).Bind(5, workflow.Sources).Bind(6, workflow.At).Run();
    }));

    /// <inheritdoc />
    public void RenewWorkflow(string digest, long at) => Write(writer => writer.Transact(() =>
    {
        using var statement = writer.Database.Compile("UPDATE workflows SET at = max(at, ?2) WHERE digest = ?1");
        statement.Bind(1, digest).Bind(2, at).Run();
    }));

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(string digest) => _reads.Read(reader => reader.Reuse.FindWorkflow(digest));

    /// <inheritdoc />
    public IReadOnlyList<UnfinishedRun> Unfinished() => _reads.Read(static reader => reader.Unfinished());

    /// <inheritdoc />
    public RunSnapshot? Load(RunId run) => _reads.Read(reader => reader.Load(run));

    /// <inheritdoc />
    public RunRow? FindRun(RunId run) => _reads.Read(reader => reader.FindRun(run));

    /// <inheritdoc />
    public RunId? FindRunByKey(string idempotencyKey) => _reads.Read(reader => reader.FindRunByKey(idempotencyKey));

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, int block) => _reads.Read(reader => reader.Items.Find(run, block));

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => _reads.Read(reader => reader.Items.Find(run, scope, step));

    /// <inheritdoc />
    public IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes) => _reads.Read(reader => reader.ReadOutcomes(run, scopes));

    /// <inheritdoc />
    public IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => _reads.Read(reader => reader.ReadAttempts(run, scopes));

    /// <inheritdoc />
    public IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit) =>
        _reads.Read(reader => reader.Items.Rows(run, source, fromOrdinal, limit));

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit) =>
        _reads.Read(reader => reader.Items.Items(run, block, new ItemFilter { FromOrdinal = fromOrdinal, Limit = limit }));

    /// <inheritdoc />
    public long? FindOrdinal(RunId run, int source, string key) => _reads.Read(reader => reader.Items.FindOrdinal(run, source, key));

    /// <inheritdoc />
    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint)
    {
        var bytes = fingerprint.ToArray();
        return _reads.Read(reader => reader.Reuse.FindResult(bytes));
    }

    /// <inheritdoc />
    public LedgerEntry? FindLedger(string collection, string key, string stepPath) => _reads.Read(reader => reader.Reuse.FindLedger(collection, key, stepPath));

    /// <inheritdoc />
    public string? FindFileDigest(FileStamp stamp) => _files.TryFind(stamp, out var digest) ? digest : _reads.Read(reader => reader.Reuse.FindFileDigest(stamp));

    /// <inheritdoc />
    public void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests) => _files.Add(digests);

    /// <inheritdoc />
    public void Write(in StepLogLine line) => _logs.Add(line);

    /// <inheritdoc />
    public void Flush()
    {
        if (!_logs.IsEmpty || _files.HasPending)
        {
            Commit([]);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit) => _reads.Read(reader => reader.Items.Log(run, from, limit));

    /// <inheritdoc />
    public RunCommitStatus DeleteRun(RunLease lease)
    {
        var status = RunCommitStatus.Committed;
        var more = true;

        // By portions, between which others commit.
        while (more && status == RunCommitStatus.Committed)
        {
            Write(writer => (status, more) = new RunRemoval(writer).Portion(lease));
        }

        return status;
    }

    /// <inheritdoc />
    public long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        FlushOnDispose();
        _disposed = true;
        _checkpoints.Dispose();
        _reads.Dispose();
        lock (_writing)
        {
            _writer?.Database.Dispose();
            _writer = null;
        }
    }

    // Lines of a log are no reason to fail while ending.
    private void FlushOnDispose()
    {
        try
        {
            Flush();
        }
        catch (StoreException)
        {
        }
    }

    /// <summary>Finds what lives on a connection for reading, then lets the writer mark the rest.</summary>
    internal void CollectGarbage(ArtifactGarbage garbage)
    {
        using var database = Database.Open(_path, create: false);
        var live = new LiveDigests(database);
        Write(writer => writer.Transact(() => garbage.Mark(writer.Database, live)));
    }

    /// <summary>True: a commit has noted the artifact, and it is not about to be removed.</summary>
    internal bool IsStored(string digest) => _reads.Read(reader => reader.Reuse.IsStored(digest));

    /// <summary>Bytes of an artifact in the database; null: none, or a file.</summary>
    internal byte[]? FindSmallArtifact(string digest) => Digests.IsDigest(digest) ? _reads.Read(reader => reader.Reuse.FindContent(digest)) : null;

    // What need not be durable at once, or only with the outcomes that refer to it, travels with the next commit and costs no sync of its own.
    private RunCommitResult[] CommitWithExtras(RunWriter writer, IReadOnlyList<RunCommit> parts)
    {
        var files = _files.TakePending();
        try
        {
            var extras = files.Count > 0 || !Artifacts.IsEmpty || !_logs.IsEmpty;
            var results = writer.Commit(parts, extras ? Extras : null);
            _files.Written();
            _logs.Written();
            Artifacts.Committed();
            return results;
        }
        catch
        {
            _files.PutBack(files);
            throw;
        }

        void Extras()
        {
            FileDigests.Write(writer.Database, files);
            _logs.Write(writer.Database);
            Artifacts.Write(writer.Database, Now());
        }
    }

    // After a failure nobody knows what the connection still holds in memory: the next write opens the file anew and reads what is there.
    private void Write(Action<RunWriter> write)
    {
        lock (_writing)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var writer = _writer ??= new RunWriter(DatabaseFile.Open(_path));
            try
            {
                write(writer);
            }
            catch (StoreException)
            {
                _writer = null;
                writer.Database.Dispose();
                throw;
            }
        }
    }
}
