using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Stores.Memory;

namespace Atelier.Engine.Forecasts;

/// <summary>
/// A store that forgets: runs live in memory, while recorded results, the ledger and file digests are read from the real one. Nothing
/// that happens in it is recorded, except digests of files, which are facts.
/// </summary>
public sealed class OverlayRunStore(IRunStore real, TimeProvider time) : IRunStore
{
    private readonly MemoryRunStore _memory = new(time);

    /// <inheritdoc />
    public long TakeOwnership() => _memory.TakeOwnership();

    /// <inheritdoc />
    public long LastRun() => _memory.LastRun();

    /// <inheritdoc />
    public IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts) => _memory.Commit(parts);

    /// <inheritdoc />
    public void SaveWorkflow(WorkflowRow workflow) => _memory.SaveWorkflow(workflow);

    /// <inheritdoc />
    public void RenewWorkflow(string digest, long at) => _memory.RenewWorkflow(digest, at);

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(string digest) => _memory.FindWorkflow(digest) ?? real.FindWorkflow(digest);

    /// <inheritdoc />
    public IReadOnlyList<UnfinishedRun> Unfinished() => _memory.Unfinished();

    /// <inheritdoc />
    public RunSnapshot? Load(RunId run) => _memory.Load(run);

    /// <inheritdoc />
    public RunRow? FindRun(RunId run) => _memory.FindRun(run);

    /// <inheritdoc />
    public RunId? FindRunByKey(string idempotencyKey) => _memory.FindRunByKey(idempotencyKey);

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, int block) => _memory.FindBlock(run, block);

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => _memory.FindBlock(run, scope, step);

    /// <inheritdoc />
    public IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes) => _memory.ReadOutcomes(run, scopes);

    /// <inheritdoc />
    public IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => _memory.ReadAttempts(run, scopes);

    /// <inheritdoc />
    public IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit) => _memory.ReadRows(run, source, fromOrdinal, limit);

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit) => _memory.ReadItems(run, block, fromOrdinal, limit);

    /// <inheritdoc />
    public long? FindOrdinal(RunId run, int source, string key) => _memory.FindOrdinal(run, source, key);

    /// <inheritdoc />
    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint) => real.FindResult(fingerprint);

    /// <inheritdoc />
    public LedgerEntry? FindLedger(string collection, string key, string stepPath) => real.FindLedger(collection, key, stepPath);

    /// <inheritdoc />
    public string? FindFileDigest(FileStamp stamp) => real.FindFileDigest(stamp);

    /// <inheritdoc />
    public void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests) => real.SaveFileDigests(digests);

    /// <inheritdoc />
    public long Now() => _memory.Now();

    /// <inheritdoc />
    public void Dispose() => _memory.Dispose();
}
