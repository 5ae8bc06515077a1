using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Storage.Tests.Contract;

/// <summary>What a restart reads.</summary>
public abstract class LoadContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void Load_UnknownRun_IsNull()
    {
        Assert.Null(Store.Load(One));
        Assert.Null(Store.FindRun(One));
        Assert.Equal(0, Store.LastRun());
        Assert.Empty(Store.Unfinished());
    }

    [Fact]
    public void Load_RunRow_HoldsWhatWasCommitted()
    {
        Write(One, Created(One));
        Write(One, Changed(One, RunPhase.Cancelling) with { Errors = "[]"u8.ToArray(), Settling = "{}"u8.ToArray(), Drive = 2 });
        Write(One, new RunRested { Seq = Seq(One), Resting = true, Wake = 77 });
        Restart();

        var row = Store.Load(One)!.Run;

        Assert.Equal((One, "paintings", RunPhase.Cancelling, 2, 3L, 100L, 200L, true, (long?)77), (row.Run, row.WorkflowName, row.Phase, row.Drive, row.Seq, row.Started, row.Changed, row.Resting, row.Wake));
        Assert.Equal("""{"folder":"./a"}"""u8.ToArray(), row.Inputs);
        Assert.Equal("""{"limit":3}"""u8.ToArray(), row.Options);
        Assert.Equal("[]"u8.ToArray(), row.Errors);
        Assert.Equal("{}"u8.ToArray(), row.Settling);
        Assert.Null(row.Output);
        Same(row, Store.FindRun(One));
    }

    [Fact]
    public void Load_AfterEachKindOfLastRecord_KnowsTheLastSequenceNumber()
    {
        Write(One, Created(One), Block(One, 1, 2, [0, 1]));
        RunRecord[] last =
        [
            Ended(One, ScopeId.Root, 0),
            Ended(One, ScopeId.Of(1, 0), 0),
            Block(One, 1, 2, [0]),
            new SourceRecorded { Seq = Seq(One), Source = 1, Scope = ScopeId.Root, Step = 0 },
            Page(One, 1, 0, "a"),
            Admitted(One, 1, 0, keys: "a"),
            new WaitOpened { Seq = Seq(One), Scope = ScopeId.Root, Step = 3, At = 1 },
            new WaitClosed { Seq = Seq(One), Scope = ScopeId.Root, Step = 3 },
            new AttemptRecorded { Seq = Seq(One), Scope = ScopeId.Root, Step = 3, Attempt = 1, State = AttemptState.Started, At = 1 },
            new RunRested { Seq = Seq(One), Resting = false },
            new RunSpent { Seq = Seq(One), Spending = "{}"u8.ToArray() },
        ];
        foreach (var record in last)
        {
            Write(One, record);
            Assert.Equal(record.Seq, Store.Load(One)!.Run.Seq);
            Assert.Equal(record.Seq, Store.FindRun(One)!.Seq);
        }
    }

    [Fact]
    public void Load_Spending_IsTheLastThatWasCommitted()
    {
        Write(One, Created(One));
        Assert.Null(Store.FindRun(One)!.Spending);
        Write(One, new RunSpent { Seq = Seq(One), Spending = "{\"models\":[]}"u8.ToArray() });
        Write(One, new RunSpent { Seq = Seq(One), Spending = "{\"models\":[],\"cost_limit\":2}"u8.ToArray() });
        Restart();

        Assert.Equal("{\"models\":[],\"cost_limit\":2}"u8.ToArray(), Store.Load(One)!.Run.Spending);
    }

    [Fact]
    public void Load_OpenBlock_HoldsOpenScopesOnly()
    {
        Write(
            One,
            Created(One),
            Block(One, 1, opened: 1000, open: [3, 4, 900]),
            Block(One, 2, opened: 5, open: [2], closed: true),
            Ended(One, ScopeId.Root, 0));
        foreach (var ordinal in (long[])[0, 3, 4, 5, 900, 999])
        {
            Write(One, Ended(One, ScopeId.Of(1, ordinal), 0), Ended(One, ScopeId.Of(2, ordinal), 0), Attempt(ScopeId.Of(1, ordinal)));
        }

        Restart();
        var snapshot = Store.Load(One)!;

        Assert.Equal([1], snapshot.Blocks.Select(static block => block.Block));
        Assert.Equal(2, snapshot.LastBlock);
        Assert.Equal([ScopeId.Root, ScopeId.Of(1, 3), ScopeId.Of(1, 4), ScopeId.Of(1, 900)], snapshot.Outcomes.Select(static outcome => outcome.Scope));
        Assert.Equal([ScopeId.Of(1, 3), ScopeId.Of(1, 4), ScopeId.Of(1, 900)], snapshot.Attempts.Select(static attempt => attempt.Scope));
    }

    [Fact]
    public void Load_Records_AreEqualToWhatWasCommitted()
    {
        var block = Block(One, 1, opened: 2, open: [0]) with { Drive = 1, Sequence = 2, Kind = BlockKind.Repeat };
        var source = new SourceRecorded { Seq = Seq(One), Source = 1, Scope = ScopeId.Root, Step = 0, Values = 3, Count = 4, Cursor = "c", Done = true, Total = 9, SetHash = new byte[32] };
        var outcome = Ended(One, ScopeId.Of(1, 0), 2, drive: 3);
        var attempt = Attempt(ScopeId.Of(1, 0)) with { Due = 9, Detail = "{}"u8.ToArray(), State = AttemptState.Parked };
        var wait = new WaitOpened { Seq = Seq(One), Scope = ScopeId.Of(1, 0), Step = 4, Drive = 1, Due = 5, Signal = "s", Key = "k", Person = true, Detail = "{}"u8.ToArray(), At = 6 };
        var signal = new SignalReceived { Seq = Seq(One), Name = "other", Key = "k", Id = "i", Payload = "{}"u8.ToArray(), At = 7 };
        Write(One, Created(One), block, source, outcome, attempt, wait, signal);
        Restart();

        var snapshot = Store.Load(One)!;

        Same(block, Assert.Single(snapshot.Blocks));
        Same(source, Assert.Single(snapshot.Sources));
        Same(outcome, Assert.Single(snapshot.Outcomes));
        Same(attempt, Assert.Single(snapshot.Attempts));
        Same(wait, Assert.Single(snapshot.Waits));
        Same(signal, Assert.Single(snapshot.Signals));
    }

    [Fact]
    public void Load_AbsentValues_StayAbsentAndEmptyStaysEmpty()
    {
        var none = Ended(One, ScopeId.Root, 0) with { Output = null, Detail = null };
        var empty = Ended(One, ScopeId.Root, 1) with { Output = [], Detail = [] };
        Write(One, Created(One), none, empty);

        var outcomes = Store.Load(One)!.Outcomes;

        Assert.Null(outcomes[0].Output);
        Assert.Null(outcomes[0].Detail);
        Assert.Empty(outcomes[1].Output!);
        Assert.Empty(outcomes[1].Detail!);
    }

    [Fact]
    public void Load_AttemptAgain_ReplacesItsRow()
    {
        Write(One, Created(One), Attempt(ScopeId.Root));
        Write(One, Attempt(ScopeId.Root) with { State = AttemptState.Failed, Due = 12 });

        var attempt = Assert.Single(Store.Load(One)!.Attempts);

        Assert.Equal((AttemptState.Failed, (long?)12), (attempt.State, attempt.Due));
        Assert.Single(Store.ReadAttempts(One, [ScopeId.Root]));
    }

    [Fact]
    public void Unfinished_RestingAndEndedRuns_ListsThoseToLoad()
    {
        Write(One, Created(One), new RunRested { Seq = Seq(One), Resting = true, Wake = 5 });
        Write(Two, Created(Two));
        Write(new RunId(3), Created(new RunId(3)), Changed(new RunId(3), RunPhase.Ended, Outcome.Failed));

        var unfinished = Store.Unfinished();

        Assert.Equal([(One, true, (long?)5), (Two, false, null)], unfinished.Select(static run => (run.Run, run.Resting, run.Wake)));
        Assert.Equal(3, Store.LastRun());
        Write(new RunId(3), Changed(new RunId(3), RunPhase.Running) with { Drive = 1 });
        Assert.Equal(3, Store.Unfinished().Count);
    }

    [Fact]
    public void FindBlock_ByStep_IsTheNewestInstance()
    {
        Write(One, Created(One), Block(One, 1, closed: true), Block(One, 2, closed: true), Block(One, 3) with { Scope = ScopeId.Of(1, 0) });

        Assert.Equal(2, Store.FindBlock(One, ScopeId.Root, 1)!.Block);
        Assert.Equal(3, Store.FindBlock(One, ScopeId.Of(1, 0), 1)!.Block);
        Assert.Null(Store.FindBlock(One, ScopeId.Root, 9));
        Assert.True(Store.FindBlock(One, 1)!.Closed);
        Assert.Null(Store.FindBlock(One, 4));
    }

    private AttemptRecorded Attempt(ScopeId scope) =>
        new() { Seq = Seq(One), Scope = scope, Step = 0, Attempt = 1, State = AttemptState.Started, At = 1 };
}
