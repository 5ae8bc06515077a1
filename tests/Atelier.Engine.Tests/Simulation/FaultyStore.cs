using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>A store whose commits, loads and ownership a test bends.</summary>
internal sealed class FaultyStore(IRunStore inner) : IRunStore
{
    public IRunStore Inner { get; } = inner;

    /// <summary>Stands in for a commit; the default asks the store.</summary>
    public Func<IReadOnlyList<RunCommit>, IReadOnlyList<RunCommitResult>> Committing { get; set; } = inner.Commit;

    public Func<RunId, RunSnapshot?> Loading { get; set; } = inner.Load;

    public IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts) => Committing(parts);

    public RunSnapshot? Load(RunId run) => Loading(run);

    public long TakeOwnership() => Inner.TakeOwnership();

    public long LastRun() => Inner.LastRun();

    public void SaveWorkflow(WorkflowRow workflow) => Inner.SaveWorkflow(workflow);

    public void RenewWorkflow(string digest, long at) => Inner.RenewWorkflow(digest, at);

    public WorkflowRow? FindWorkflow(string digest) => Inner.FindWorkflow(digest);

    public IReadOnlyList<UnfinishedRun> Unfinished() => Inner.Unfinished();

    public RunRow? FindRun(RunId run) => Inner.FindRun(run);

    public RunId? FindRunByKey(string idempotencyKey) => Inner.FindRunByKey(idempotencyKey);

    public BlockRecorded? FindBlock(RunId run, int block) => Inner.FindBlock(run, block);

    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => Inner.FindBlock(run, scope, step);

    public IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes) => Inner.ReadOutcomes(run, scopes);

    public IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => Inner.ReadAttempts(run, scopes);

    public IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit) => Inner.ReadRows(run, source, fromOrdinal, limit);

    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit) => Inner.ReadItems(run, block, fromOrdinal, limit);

    public long? FindOrdinal(RunId run, int source, string key) => Inner.FindOrdinal(run, source, key);

    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint) => Inner.FindResult(fingerprint);

    public LedgerEntry? FindLedger(string collection, string key, string stepPath) => Inner.FindLedger(collection, key, stepPath);

    public string? FindFileDigest(FileStamp stamp) => Inner.FindFileDigest(stamp);

    public void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests) => Inner.SaveFileDigests(digests);

    public long Now() => Inner.Now();

    public void Dispose() => Inner.Dispose();
}
