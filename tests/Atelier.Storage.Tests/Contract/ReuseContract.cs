using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Tests.Contract;

/// <summary>What outlives runs: definitions, results, the ledger, digests of files.</summary>
public abstract class ReuseContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    private static readonly byte[] Fingerprint = [.. Enumerable.Range(0, 32).Select(static index => (byte)index)];

    [Fact]
    public void SaveWorkflow_SameDigestAgain_KeepsTheFirst()
    {
        var workflow = new WorkflowRow("sha256:1", "paintings", "main-1", "/w.yaml", """{"":"name: paintings"}"""u8.ToArray(), 5);
        Store.SaveWorkflow(workflow);
        Store.SaveWorkflow(workflow with { Label = "other" });
        Restart();

        Same(workflow, Store.FindWorkflow("sha256:1"));
        Assert.Null(Store.FindWorkflow("sha256:2"));
    }

    [Fact]
    public void SaveWorkflow_AfterARunNamedIt_IsFound()
    {
        var created = Created(One);
        Write(One, created);
        Assert.Null(Store.FindWorkflow(created.WorkflowDigest));

        Store.SaveWorkflow(new WorkflowRow(created.WorkflowDigest, "paintings", null, null, "{}"u8.ToArray(), 5));

        Assert.Equal("{}"u8.ToArray(), Store.FindWorkflow(created.WorkflowDigest)!.Sources);
        Assert.Equal(created.WorkflowDigest, Store.FindRun(One)!.WorkflowDigest);
    }

    [Fact]
    public void Results_LastWriterWins()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0) with { Result = Result("1") });
        Write(One, Ended(One, ScopeId.Root, 1) with { Result = Result("2") });

        Same(Result("2"), Store.FindResult(Fingerprint));
        Assert.Null(Store.FindResult(new byte[32]));
    }

    [Fact]
    public void Ledger_LastWriterWinsByCollectionKeyAndPath()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0) with { Ledger = Entry("k", "enrich/describe", "1") });
        Write(One, Ended(One, ScopeId.Root, 1) with { Ledger = Entry("k", "enrich/describe", "2") }, Ended(One, ScopeId.Root, 2) with { Ledger = Entry("k", "enrich/other", "3") });

        Same(Entry("k", "enrich/describe", "2"), Store.FindLedger("paintings", "k", "enrich/describe"));
        Same(Entry("k", "enrich/other", "3"), Store.FindLedger("paintings", "k", "enrich/other"));
        Assert.Null(Store.FindLedger("paintings", "K", "enrich/other"));
        Assert.Null(Store.FindLedger("photos", "k", "enrich/other"));
    }

    [Fact]
    public void Reuse_OfAFailedPart_IsNotKept()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0));

        Commit(One, Ended(One, ScopeId.Root, 1) with { Result = Result("1"), Ledger = Entry("k", "p", "1") }, Ended(One, ScopeId.Root, 0));

        Assert.Null(Store.FindResult(Fingerprint));
        Assert.Null(Store.FindLedger("paintings", "k", "p"));
    }

    [Fact]
    public void FileDigests_KnownStamp_IsFoundUntilTheFileChanges()
    {
        var stamp = new FileStamp("/a.png", 5, 6, 7, 8);
        Store.SaveFileDigests([(stamp, "sha256:a"), (stamp with { Path = "/b.png" }, "sha256:b")]);
        for (var written = 0; written < 2; written++)
        {
            Assert.Equal("sha256:a", Store.FindFileDigest(stamp));
            Assert.Equal("sha256:b", Store.FindFileDigest(stamp with { Path = "/b.png" }));
            Assert.Null(Store.FindFileDigest(stamp with { ModifiedTicks = 1 }));
            Assert.Null(Store.FindFileDigest(stamp with { Inode = 1 }));
            Assert.Null(Store.FindFileDigest(stamp with { Path = "/c.png" }));
            Write(new RunId(written + 1), Created(new RunId(written + 1)));
        }

        Store.SaveFileDigests([(stamp with { Size = 9 }, "sha256:c")]);
        Assert.Null(Store.FindFileDigest(stamp));
        Restart();
        Assert.Equal("sha256:b", Store.FindFileDigest(stamp with { Path = "/b.png" }));
    }

    private static ResultEntry Result(string output) => new(Fingerprint, Outcome.Succeeded, System.Text.Encoding.UTF8.GetBytes(output), "core.value@1", 9);

    private static LedgerEntry Entry(string key, string path, string output) =>
        new("paintings", key, path, Fingerprint, "{}"u8.ToArray(), Outcome.Empty, System.Text.Encoding.UTF8.GetBytes(output), null, 9);
}
