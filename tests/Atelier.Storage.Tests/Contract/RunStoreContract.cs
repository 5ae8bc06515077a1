using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Tests.Contract;

/// <summary>What the suites share: a store, its owner, and short ways to write.</summary>
public abstract class RunStoreContract : IDisposable
{
    private readonly StoreUnderTest _underTest;
    private readonly Dictionary<RunId, long> _seq = [];

    protected RunStoreContract(StoreUnderTest underTest)
    {
        _underTest = underTest;
        Epoch = Store.TakeOwnership();
    }

    protected static RunId One { get; } = new(1);

    protected static RunId Two { get; } = new(2);

    protected IRunStore Store => _underTest.Store;

    protected long Epoch { get; set; }

    protected IRunQueries OpenQueries() => _underTest.OpenQueries();

    public void Dispose()
    {
        _underTest.Dispose();
        GC.SuppressFinalize(this);
    }

    protected void Restart()
    {
        _underTest.Restart();
        Epoch = Store.TakeOwnership();
    }

    protected long Seq(RunId run) => _seq[run] = _seq.GetValueOrDefault(run) + 1;

    protected RunCommitResult Commit(RunId run, params RunRecord[] records) => Assert.Single(Store.Commit([Part(run, records)]));

    protected RunCommit Part(RunId run, params RunRecord[] records) => new(new RunLease(run, Epoch), records);

    /// <summary>Commits and expects that it was.</summary>
    protected RunCommitResult Write(RunId run, params RunRecord[] records)
    {
        var result = Commit(run, records);
        Assert.Equal(RunCommitStatus.Committed, result.Status);
        Assert.Null(result.Error);
        return result;
    }

    protected RunCreated Created(RunId run, string? key = null) => new()
    {
        Seq = Seq(run),
        WorkflowDigest = "sha256:" + new string('a', 64),
        WorkflowName = "paintings",
        Inputs = """{"folder":"./a"}"""u8.ToArray(),
        Options = """{"limit":3}"""u8.ToArray(),
        IdempotencyKey = key,
        At = 100,
    };

    protected RunChanged Changed(RunId run, RunPhase phase, Outcome outcome = Outcome.None) => new()
    {
        Seq = Seq(run),
        Phase = phase,
        Outcome = outcome,
        Output = phase == RunPhase.Ended ? "{}"u8.ToArray() : null,
        At = 200,
    };

    protected StepEnded Ended(RunId run, ScopeId scope, int step, int drive = 0, Outcome outcome = Outcome.Succeeded) => new()
    {
        Seq = Seq(run),
        Scope = scope,
        Step = step,
        Drive = drive,
        Attempt = 1,
        Outcome = outcome,
        Output = "\"made\""u8.ToArray(),
        Detail = """{"made_by":"core.value@1"}"""u8.ToArray(),
        At = 300,
    };

    protected BlockRecorded Block(RunId run, int block, long opened = 0, long[]? open = null, bool closed = false, int source = 1) => new()
    {
        Seq = Seq(run),
        Block = block,
        Scope = ScopeId.Root,
        Step = 1,
        Kind = BlockKind.ForEach,
        Source = source,
        Collection = "paintings",
        Opened = opened,
        Open = OrdinalSet.Encode(open ?? []),
        Closed = closed,
        Counts = new OutcomeCounts(1, 2, 3, 4, 5, 6),
        SetHash = [.. Enumerable.Repeat((byte)7, 32)],
        Detail = "{}"u8.ToArray(),
    };

    protected PageRecorded Page(RunId run, int source, long first, params string[] keys) => new()
    {
        Seq = Seq(run),
        Source = source,
        FirstOrdinal = first,
        Rows = [.. keys.Select(static key => new RowRecord(key, System.Text.Encoding.UTF8.GetBytes($"\"{key.Length}\"")))],
    };

    protected ItemsAdmitted Admitted(RunId run, int block, long first, bool keepLast = false, string prefix = "", params string[] keys) => new()
    {
        Seq = Seq(run),
        Block = block,
        Collection = "paintings",
        KeyPrefix = prefix,
        FirstOrdinal = first,
        Items = [.. keys.Select(static key => new AdmittedItem(key, System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key))))],
        KeepLast = keepLast,
        At = 400,
    };

    /// <summary>Compares records by content: their bytes are arrays, which records compare by identity.</summary>
    protected static void Same<T>(T expected, T? actual) => Assert.Equivalent(expected, actual, strict: true);
}
