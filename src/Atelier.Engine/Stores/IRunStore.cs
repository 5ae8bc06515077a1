using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>
/// Where runs are kept. <see cref="Commit"/> is called by one thread at a time; reads may come from any thread at the same time and see
/// only committed changes. Every implementation passes the same contract suite.
/// </summary>
public interface IRunStore : IDisposable
{
    /// <summary>Takes the home for this owner: raises and returns the epoch. An older owner's commits are fenced from now on.</summary>
    long TakeOwnership();

    /// <summary>The highest run number ever given.</summary>
    long LastRun();

    /// <summary>
    /// Writes the parts of a group in one transaction, a savepoint each: a part that is fenced or cannot be written leaves no
    /// trace, the others are durable on return. Answers in the order of <paramref name="parts"/>.
    /// </summary>
    /// <exception cref="StoreException">Nothing was written, or it is unknown whether anything was.</exception>
    IReadOnlyList<RunCommitResult> Commit(IReadOnlyList<RunCommit> parts);

    /// <summary>Keeps a definition under its digest; the same digest again is a no-op. Durable on return.</summary>
    void SaveWorkflow(WorkflowRow workflow);

    /// <summary>Makes a definition that is kept the newest of its name: somebody registered it again. Called like <see cref="Commit"/>; durable on return.</summary>
    void RenewWorkflow(string digest, long at);

    /// <summary>A definition by digest; null: unknown.</summary>
    WorkflowRow? FindWorkflow(string digest);

    /// <summary>Runs that have not ended, by number.</summary>
    IReadOnlyList<UnfinishedRun> Unfinished();

    /// <summary>What folding a run needs; null: no such run.</summary>
    RunSnapshot? Load(RunId run);

    /// <summary>A run's row; null: no such run.</summary>
    RunRow? FindRun(RunId run);

    /// <summary>The run started with an idempotency key; null: none.</summary>
    RunId? FindRunByKey(string idempotencyKey);

    /// <summary>A block's row, open or closed; null: none.</summary>
    BlockRecorded? FindBlock(RunId run, int block);

    /// <summary>The newest instance of a step's block in a scope; null: none.</summary>
    BlockRecorded? FindBlock(RunId run, ScopeId scope, int step);

    /// <summary>All that is recorded of some scopes, by (scope, step, drive): outcomes.</summary>
    IReadOnlyList<StepEnded> ReadOutcomes(RunId run, IReadOnlyList<ScopeId> scopes);

    /// <summary>All that is recorded of some scopes, by (scope, step, drive, attempt): attempts.</summary>
    IReadOnlyList<AttemptRecorded> ReadAttempts(RunId run, IReadOnlyList<ScopeId> scopes);

    /// <summary>Rows of a source from an ordinal on, values resolved through <see cref="SourceRecorded.Values"/>.</summary>
    IReadOnlyList<SourceItem> ReadRows(RunId run, int source, long fromOrdinal, int limit);

    /// <summary>Admitted items of a for_each block from an ordinal on, ended or not, newest drive, in source order.</summary>
    IReadOnlyList<BlockItem> ReadItems(RunId run, int block, long fromOrdinal, int limit);

    /// <summary>The ordinal of a key in a source; null: not there.</summary>
    long? FindOrdinal(RunId run, int source, string key);

    /// <summary>A recorded result; null: none.</summary>
    ResultEntry? FindResult(ReadOnlySpan<byte> fingerprint);

    /// <summary>What was last made for (collection, key, step path); null: nothing.</summary>
    LedgerEntry? FindLedger(string collection, string key, string stepPath);

    /// <summary>The digest remembered for a file; null: none or the file's stamp differs.</summary>
    string? FindFileDigest(FileStamp stamp);

    /// <summary>Remembers digests of files. Need not be durable at once.</summary>
    void SaveFileDigests(IReadOnlyList<(FileStamp Stamp, string Digest)> digests);

    /// <summary>The store's own clock, Unix milliseconds: for leases.</summary>
    long Now();
}

/// <summary>A registered definition.</summary>
/// <param name="Digest"><c>sha256:...</c> of all its texts.</param>
/// <param name="Name">The workflow's name.</param>
/// <param name="Label">For people: <c>main-20261120-1015</c>; null: none.</param>
/// <param name="File">Absolute path it came from; null: none.</param>
/// <param name="Sources">JSON object: reference to text, the workflow's own under the empty name, inlined ones under theirs.</param>
/// <param name="At">Unix milliseconds.</param>
public sealed record WorkflowRow(string Digest, string Name, string? Label, string? File, byte[] Sources, long At);

/// <summary>What a file's digest is remembered by.</summary>
public readonly record struct FileStamp(string Path, long Size, long ModifiedTicks, long ChangedTicks, long Inode);
