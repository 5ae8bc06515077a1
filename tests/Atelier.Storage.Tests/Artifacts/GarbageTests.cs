using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Storage.Artifacts;
using Atelier.Storage.Homes;

namespace Atelier.Storage.Tests.Artifacts;

public sealed class GarbageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LaterTime _time = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task CollectGarbage_Unreferenced_IsDoomedThenRemoved()
    {
        using var home = HomeFolder.Open(_folder.File("home"), _time);
        var kept = await Write(home, 200_000);
        var dropped = await Write(home, 100_000);
        Commit(home, 1, kept);
        Commit(home, 2, dropped);
        Assert.Equal(new GarbageReport(0, 0, 0), home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)));
        home.Store.DeleteRun(new RunLease(new RunId(2), home.Epoch));
        Assert.Equal(new GarbageReport(0, 0, 0), home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)));

        _time.Later = TimeSpan.FromHours(25);
        Assert.Equal(new GarbageReport(1, 0, 0), home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)));
        Assert.NotNull(home.Artifacts.GetSize(dropped));
        _time.Later = TimeSpan.FromHours(27);
        Assert.Equal(new GarbageReport(0, 1, 100_000), home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)));

        Assert.Null(home.Artifacts.GetSize(dropped));
        Assert.Equal(200_000, home.Artifacts.GetSize(kept));
    }

    [Fact]
    public async Task CollectGarbage_DoomedAndWrittenAgain_Stays()
    {
        using var home = HomeFolder.Open(_folder.File("home"), _time);
        var digest = await Write(home, 100_000);
        Commit(home, 1, digest);
        home.Store.DeleteRun(new RunLease(new RunId(1), home.Epoch));
        _time.Later = TimeSpan.FromHours(25);
        Assert.Equal(1, home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)).Doomed);

        Assert.Equal(digest, await Write(home, 100_000));
        _time.Later = TimeSpan.FromHours(50);
        Assert.Equal(0, home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)).Removed);
        Commit(home, 2, digest);
        Assert.Equal(new GarbageReport(0, 0, 0), home.Artifacts.CollectGarbage(TimeSpan.FromHours(1)));
        Assert.Equal(100_000, home.Artifacts.GetSize(digest));
    }

    private static async Task<string> Write(HomeFolder home, int size) =>
        (await home.Artifacts.WriteAsync(new MemoryStream(new byte[size]), "application/octet-stream", null, CancellationToken.None)).Digest;

    private static void Commit(HomeFolder home, long run, string digest)
    {
        home.Artifacts.Persist([digest]);
        home.Store.Commit([new RunCommit(new RunLease(new RunId(run), home.Epoch), [
            new RunCreated { Seq = 1, WorkflowDigest = "d", WorkflowName = "n", Inputs = [], At = 1 },
            new StepEnded { Seq = 2, Scope = ScopeId.Root, Step = 0, Outcome = Outcome.Succeeded, At = 1, Artifacts = [digest] },
            new RunChanged { Seq = 3, Phase = RunPhase.Ended, Outcome = Outcome.Succeeded, At = 1 },
        ])]);
    }

    private sealed class LaterTime : TimeProvider
    {
        public TimeSpan Later { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Later;
    }
}
