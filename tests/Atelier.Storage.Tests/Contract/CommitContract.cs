using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Parts of a group: each whole or not at all, in the hands of one owner.</summary>
public abstract class CommitContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void Commit_GroupOfRuns_AnswersInOrderAndKeepsAll()
    {
        var results = Store.Commit([Part(One, Created(One), Ended(One, ScopeId.Root, 0)), Part(Two, Created(Two))]);

        Assert.Equal([RunCommitStatus.Committed, RunCommitStatus.Committed], results.Select(static result => result.Status));
        Restart();
        Assert.Single(Store.ReadOutcomes(One, [ScopeId.Root]));
        Assert.NotNull(Store.FindRun(Two));
    }

    [Fact]
    public void Commit_NoParts_AnswersNothing() => Assert.Empty(Store.Commit([]));

    [Fact]
    public void Commit_SecondOutcomeOfADrive_FailsThatPartAlone()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0));
        Write(Two, Created(Two));

        var results = Store.Commit([
            Part(One, Ended(One, ScopeId.Root, 1), Ended(One, ScopeId.Root, 0)),
            Part(Two, Ended(Two, ScopeId.Root, 0)),
        ]);

        Assert.Equal([RunCommitStatus.Failed, RunCommitStatus.Committed], results.Select(static result => result.Status));
        Assert.NotEmpty(results[0].Error!);
        Assert.Single(Store.ReadOutcomes(One, [ScopeId.Root]));
        Assert.Single(Store.ReadOutcomes(Two, [ScopeId.Root]));
        Assert.Equal(2, Store.FindRun(One)!.Seq);
    }

    [Fact]
    public void Commit_FailedPart_LeavesNoTraceOfAnyRecord()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0), Signal("a"), Wait());
        var before = Store.Load(One);

        var result = Commit(
            One,
            Changed(One, RunPhase.Ended, Outcome.Succeeded),
            Block(One, 1, 1, [0]),
            new SourceRecorded { Seq = Seq(One), Source = 1, Scope = ScopeId.Root, Step = 0 },
            Page(One, 1, 0, "k"),
            Admitted(One, 1, 0, keys: "k"),
            new WaitClosed { Seq = Seq(One), Scope = ScopeId.Root, Step = 2, SignalId = "a" },
            Signal("b"),
            new RunRested { Seq = Seq(One), Resting = true, Wake = 1 },
            Ended(One, ScopeId.Root, 0));

        Assert.Equal(RunCommitStatus.Failed, result.Status);
        Same(before, Store.Load(One));
        Assert.Empty(Store.ReadRows(One, 1, 0, 10));
        Write(Two, Created(Two));
        Assert.Empty(Write(Two, Admitted(Two, 1, 0, keys: "k")).Doubles);
    }

    [Fact]
    public void Commit_AfterAFailedPart_NamesAndCollectionsStillResolve()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0));
        Commit(One, Admitted(One, 1, 0, keys: "k"), Ended(One, ScopeId.Root, 0));

        Write(Two, Created(Two), Block(Two, 1), Admitted(Two, 1, 0, keys: "k"));

        Assert.Equal("paintings", Store.FindBlock(Two, 1)!.Collection);
    }

    [Fact]
    public void Commit_OldEpoch_IsFencedAndOthersAreNot()
    {
        Write(One, Created(One));
        var old = Epoch;
        Epoch = Store.TakeOwnership();

        var results = Store.Commit([
            new RunCommit(new RunLease(One, old), [Ended(One, ScopeId.Root, 0)]),
            Part(Two, Created(Two)),
        ]);

        Assert.True(Epoch > old);
        Assert.Equal([RunCommitStatus.Fenced, RunCommitStatus.Committed], results.Select(static result => result.Status));
        Assert.Empty(Store.ReadOutcomes(One, [ScopeId.Root]));
    }

    [Fact]
    public void Commit_UnknownRun_Fails()
    {
        Assert.Equal(RunCommitStatus.Failed, Commit(One, Ended(One, ScopeId.Root, 0)).Status);
        Assert.Equal(RunCommitStatus.Failed, Commit(One, Changed(One, RunPhase.Paused)).Status);
        Assert.Null(Store.FindRun(One));
        Assert.Empty(Store.ReadOutcomes(One, [ScopeId.Root]));
    }

    [Fact]
    public void Commit_RunTwice_Fails()
    {
        Write(One, Created(One));

        Assert.Equal(RunCommitStatus.Failed, Commit(One, Created(One)).Status);
    }

    [Fact]
    public void Commit_SameIdempotencyKey_StartsOneRun()
    {
        Write(One, Created(One, "k"));

        Assert.Equal(RunCommitStatus.Failed, Commit(Two, Created(Two, "k")).Status);
        Assert.Equal(One, Store.FindRunByKey("k"));
        Assert.Null(Store.FindRunByKey("other"));
        Assert.Null(Store.FindRun(Two));
        Assert.Equal(1, Store.LastRun());
    }

    [Fact]
    public void Commit_AnotherDrive_KeepsBoth()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0, outcome: Outcome.Failed));

        Write(One, Ended(One, ScopeId.Root, 0, drive: 1));

        Assert.Equal([Outcome.Failed, Outcome.Succeeded], Store.ReadOutcomes(One, [ScopeId.Root]).Select(static outcome => outcome.Outcome));
    }

    [Fact]
    public async Task Commit_WhileOthersRead_TheySeeWholePartsOnly()
    {
        Write(One, Created(One));
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.Equal(0, Store.ReadOutcomes(One, [ScopeId.Root]).Count % 3);
                Assert.Equal(0, Store.Load(One)!.Outcomes.Count % 3);
            }
        })).ToArray();
        for (var step = 0; step < 300; step += 3)
        {
            Write(One, Ended(One, ScopeId.Root, step), Ended(One, ScopeId.Root, step + 1), Ended(One, ScopeId.Root, step + 2));
        }

        await done.CancelAsync();
        await Task.WhenAll(readers);
        Assert.Equal(300, Store.ReadOutcomes(One, [ScopeId.Root]).Count);
    }

    private SignalReceived Signal(string id) => new() { Seq = Seq(One), Name = "approve", Id = id, Payload = "1"u8.ToArray(), At = 1 };

    private WaitOpened Wait() => new() { Seq = Seq(One), Scope = ScopeId.Root, Step = 2, Signal = "approve", At = 1 };
}
