using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Storage.Sqlite;

namespace Atelier.Storage.Tests.Sqlite;

/// <summary>Damaged files, full disks, power loss.</summary>
public sealed class SqliteBadLuckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("atelier.db");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_FileIsNoDatabase_SaysSoAndLeavesIt()
    {
        File.WriteAllText(Path, new string('x', 10_000));

        Assert.Equal("ATL3003", Refusal(Path).Code);
        Assert.Equal(10_000, new FileInfo(Path).Length);
    }

    [Fact]
    public void Open_NewerVersion_SaysSo()
    {
        using (var database = DatabaseFile.Open(Path))
        {
            database.Execute("PRAGMA user_version = 99");
        }

        Assert.Equal("ATL3004", Refusal(Path).Code);
        Assert.Equal("ATL3004", Assert.Throws<StoreException>(() => new SqliteRunQueries(Path)).Code);
    }

    [Fact]
    public void Open_MissingFolder_SaysSo() => Assert.Equal("ATL3002", Refusal(_folder.File("none/atelier.db")).Code);

    [Fact]
    public void Query_NoDatabase_SaysSoAndMakesNone()
    {
        Assert.Equal("ATL3002", Assert.Throws<StoreException>(() => new SqliteRunQueries(Path)).Code);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Commit_DiskFull_LosesNothingAndGoesOnLater()
    {
        using var database = DatabaseFile.Open(Path);
        database.Execute("UPDATE meta SET value = 1 WHERE name = 'epoch'");
        var writer = new RunWriter(database);
        Assert.Equal(RunCommitStatus.Committed, writer.Commit([Part(1, 10)], also: null)[0].Status);
        database.Execute($"PRAGMA max_page_count = {database.Scalar("PRAGMA page_count") + 1}");

        var full = Assert.Throws<StoreException>(() => writer.Commit([Part(2, 100_000)], also: null));

        Assert.Equal(("ATL3005", true), (full.Code, full.Retry));
        database.Execute("PRAGMA max_page_count = 1000000");
        Assert.Equal(RunCommitStatus.Committed, writer.Commit([Part(2, 100_000)], also: null)[0].Status);
        Assert.NotNull(new RunReader(database).FindRun(new RunId(1)));
    }

    [Fact]
    public void Open_AfterPowerLoss_HoldsEveryCommitThatReturned()
    {
        List<long> lengths = [];
        using (var store = new SqliteRunStore(Path, TimeProvider.System))
        {
            var epoch = store.TakeOwnership();
            for (var run = 1; run <= 12; run++)
            {
                Assert.Equal(RunCommitStatus.Committed, store.Commit([Part(run, 300 * run, epoch)])[0].Status);
                lengths.Add(new FileInfo(Path + "-wal").Length);
            }

            File.Copy(Path, _folder.File("crash.db"));
            File.Copy(Path + "-wal", _folder.File("crash.wal"));
        }

        var wal = File.ReadAllBytes(_folder.File("crash.wal"));
        var random = new Random(1);
        for (var commits = 1; commits <= lengths.Count; commits++)
        {
            var next = commits < lengths.Count ? lengths[commits] : lengths[^1];
            var cut = random.NextInt64(lengths[commits - 1], Math.Max(lengths[commits - 1] + 1, next));
            var torn = wal[..(int)cut];
            if (cut > lengths[commits - 1])
            {
                torn[^1] ^= 0x55;
            }

            Assert.Equal(commits, RunsIn(torn, commits));
        }
    }

    private static StoreException Refusal(string path) => Assert.Throws<StoreException>(() => new SqliteRunStore(path, TimeProvider.System));

    private static RunCommit Part(int run, int bytes, long epoch = 1) => new(new RunLease(new RunId(run), epoch), [
        new RunCreated { Seq = 1, WorkflowDigest = "d", WorkflowName = "n", Inputs = new byte[bytes], At = 1 },
        new StepEnded { Seq = 2, Scope = ScopeId.Root, Step = 0, Outcome = Outcome.Succeeded, Output = new byte[bytes], At = 1 },
    ]);

    private int RunsIn(byte[] wal, int name)
    {
        var path = _folder.File($"replay{name}.db");
        File.Copy(_folder.File("crash.db"), path);
        File.WriteAllBytes(path + "-wal", wal);
        using var store = new SqliteRunStore(path, TimeProvider.System);
        using var queries = new SqliteRunQueries(path);
        var runs = queries.ListRuns(new RunFilter());
        Assert.All(runs, run => Assert.Equal(run.Inputs.Length, Assert.Single(store.ReadOutcomes(run.Run, [ScopeId.Root])).Output!.Length));
        return runs.Count;
    }
}
