using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Tests.Driving;

/// <summary>Tells a test what is committed together.</summary>
internal sealed class CommitWatch(IRunStore store, Action<IReadOnlyList<RunCommit>> committed) : IRunStore
{
    public IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts)
    {
        committed(parts);
        return store.Commit(parts);
    }

    public long TakeOwnership() => store.TakeOwnership();

    public long LastRun() => store.LastRun();

    public void SaveWorkflow(WorkflowRow workflow) => store.SaveWorkflow(workflow);

    public void RenewWorkflow(string digest, long at) => store.RenewWorkflow(digest, at);

    public WorkflowRow? FindWorkflow(string digest) => store.FindWorkflow(digest);

    public IReadOnlyList<UnfinishedRun> Unfinished() => store.Unfinished();

    public RunSnapshot? Load(RunId run) => store.Load(run);

    public RunRow? FindRun(RunId run) => store.FindRun(run);

    public RunId? FindRunByKey(string idempotencyKey) => store.FindRunByKey(idempotencyKey);

    public BlockRecorded? FindBlock(RunId run, int block) => store.FindBlock(run, block);

    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => store.FindBlock(run, scope, step);

    public IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes) => store.ReadOutcomes(run, scopes);

    public IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => store.ReadAttempts(run, scopes);

    public IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit) => store.ReadRows(run, source, fromOrdinal, limit);

    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit) => store.ReadItems(run, block, fromOrdinal, limit);

    public long? FindOrdinal(RunId run, int source, string key) => store.FindOrdinal(run, source, key);

    public ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint) => store.FindResult(fingerprint);

    public LedgerEntry? FindLedger(string collection, string key, string stepPath) => store.FindLedger(collection, key, stepPath);

    public string? FindFileDigest(FileStamp stamp) => store.FindFileDigest(stamp);

    public void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests) => store.SaveFileDigests(digests);

    public long Now() => store.Now();

    public void Dispose() => store.Dispose();
}
