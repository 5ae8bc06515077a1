using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Storage.Tests.Contract;

/// <summary>What people ask.</summary>
public abstract class QueryContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void ListRuns_ByPagesAndFilters_NewestFirst()
    {
        for (var number = 1; number <= 5; number++)
        {
            var run = new RunId(number);
            Write(run, Created(run));
            if (number % 2 == 0)
            {
                Write(run, Changed(run, RunPhase.Ended, Outcome.Failed));
            }
        }

        using var queries = OpenQueries();
        Assert.Equal([5L, 4], Numbers(new RunFilter { Limit = 2 }));
        Assert.Equal([3L, 2], Numbers(new RunFilter { Limit = 2, Before = new RunId(4) }));
        Assert.Equal([4L, 2], Numbers(new RunFilter { Outcome = Outcome.Failed }));
        Assert.Equal([5L, 3, 1], Numbers(new RunFilter { Phase = RunPhase.Running }));
        Assert.Equal(5, Numbers(new RunFilter { WorkflowName = "paintings" }).Count());
        Assert.Empty(Numbers(new RunFilter { WorkflowName = "other" }));
        Same(Store.FindRun(One), queries.FindRun(One));

        IEnumerable<long> Numbers(RunFilter filter) => queries.ListRuns(filter).Select(static row => row.Run.Value);
    }

    [Fact]
    public void ListItems_ByOutcomeAndKey_AndFailuresByCause()
    {
        Write(One, Created(One), Page(One, 1, 0, "a.png", "b.png", "c.jpg", "d.png"), Block(One, 1, opened: 4, open: [3]));
        Write(
            One,
            Failed(0, "`a.png` is cut off after 12 bytes"),
            Failed(1, "`b.png` is cut off after 345 bytes"),
            Ended(One, ScopeId.Of(1, 2), StepEnded.ItemEnd, outcome: Outcome.Failed),
            Ended(One, ScopeId.Of(1, 2), StepEnded.ItemEnd, drive: 1));

        using var queries = OpenQueries();
        Assert.Equal(["a.png", "b.png"], Keys(new ItemFilter { Outcome = Outcome.Failed }));
        Assert.Equal(["b.png"], Keys(new ItemFilter { Outcome = Outcome.Failed, FromOrdinal = 1 }));
        Assert.Equal(["d.png"], Keys(new ItemFilter { Outcome = Outcome.None }));
        Assert.Equal(["c.jpg"], Keys(new ItemFilter { KeyText = "C.J" }));
        Assert.Equal(["a.png"], Keys(new ItemFilter { Limit = 1 }));
        var group = Assert.Single(queries.GroupFailures(One, 1, examples: 1));
        Assert.Equal(("ATL5501", "`…` is cut off after # bytes", 2L), (group.Code, group.Shape, group.Count));
        Assert.Equal("a.png", Assert.Single(group.Examples).Key);

        IEnumerable<string> Keys(ItemFilter filter) => queries.ListItems(One, 1, filter).Select(static item => item.Key);
    }

    [Fact]
    public void ListOutcomes_ByPagesAndFilters_InOrder()
    {
        Write(
            One,
            Created(One),
            Ended(One, ScopeId.Root, 0),
            Ended(One, ScopeId.Of(1, 0), 0, outcome: Outcome.Failed),
            Ended(One, ScopeId.Of(1, 0), 0, drive: 1),
            Ended(One, ScopeId.Of(1, 0), StepEnded.ItemEnd));

        using var queries = OpenQueries();
        var all = queries.ListOutcomes(One, new OutcomeFilter());
        var paged = new List<StepEnded>();
        (ScopeId, int, int)? after = null;
        while (queries.ListOutcomes(One, new OutcomeFilter { After = after, Limit = 1 }) is [var next])
        {
            paged.Add(next);
            after = (next.Scope, next.Step, next.Drive);
        }

        Assert.Equal(4, all.Count);
        Same(all, paged);
        Assert.Equal(3, queries.ListOutcomes(One, new OutcomeFilter { Scope = ScopeId.Of(1, 0) }).Count);
        Assert.Equal(3, queries.ListOutcomes(One, new OutcomeFilter { Step = 0 }).Count);
        Assert.Single(queries.ListOutcomes(One, new OutcomeFilter { Outcome = Outcome.Failed }));
    }

    [Fact]
    public void Collections_SeenAndGone_AreListed()
    {
        Write(One, Created(One), Admitted(One, 1, 0, keys: ["b", "a", "ｚ", "🎨"]));
        Write(Two, Created(Two), Admitted(Two, 1, 0, keys: "a") with { At = 500 }, new CollectionListed { Seq = Seq(Two), Block = 1, Collection = "paintings", KeyPrefix = string.Empty, At = 600 });

        using var queries = OpenQueries();
        Assert.Equal([new CollectionSummary("paintings", 1, 3, 500)], queries.ListCollections());
        var items = queries.ListCollectionItems("paintings", null, 10);
        Assert.Equal([("a", 400L, 500L, (long?)null), ("b", 400, 400, 600), ("ｚ", 400, 400, 600), ("🎨", 400, 400, 600)], items.Select(static item => (item.Key, item.FirstSeen, item.LastSeen, item.Gone)));
        Assert.Equal(["ｚ"], queries.ListCollectionItems("paintings", "b", 1).Select(static item => item.Key));
        Assert.Empty(queries.ListCollectionItems("none", null, 10));
    }

    [Fact]
    public void Waits_BlocksArtifactsAndDurations_AreListed()
    {
        var digest = "sha256:" + new string('a', 64);
        var timed = new OutcomeDetail { MadeBy = "core.value@1", Milliseconds = 4 }.ToJson();
        Write(
            One,
            Created(One),
            Block(One, 1),
            Block(One, 2, closed: true),
            new WaitOpened { Seq = Seq(One), Scope = ScopeId.Root, Step = 2, Signal = "approve", At = 1 },
            Ended(One, ScopeId.Root, 0) with { Detail = timed, Artifacts = [digest] },
            Ended(One, ScopeId.Root, 0, drive: 1) with { Detail = timed, Artifacts = [digest] });

        using var queries = OpenQueries();
        Assert.Equal([1, 2], queries.ListBlocks(One, 0, 10).Select(static block => block.Block));
        Assert.Equal("approve", Assert.Single(queries.ListWaits(null, 10)).Wait.Signal);
        Assert.Empty(queries.ListWaits(Two, 10));
        Assert.Equal([digest], queries.ListArtifacts(One, null, 10));
        Assert.Empty(queries.ListArtifacts(One, digest, 10));
        Assert.Equal(new RunSize(2, 0, 1, 0), queries.MeasureRun(One));
        var duration = Assert.Single(queries.ListDurations("paintings", 5, 100));
        Assert.Equal((0, "core.value@1", 2, 4.0), (duration.Step, duration.MadeBy, duration.Samples, duration.MeanMilliseconds));
    }

    [Fact]
    public void DeleteRun_EndedOnly_LeavesOthersAndItsNumber()
    {
        Write(One, Created(One), Ended(One, ScopeId.Root, 0));
        Write(Two, Created(Two, "key"), Page(Two, 1, 0, "a"), Block(Two, 1), Ended(Two, ScopeId.Root, 0), Changed(Two, RunPhase.Ended, Outcome.Succeeded));
        var removal = (IRunRemoval)Store;

        Assert.Equal(RunCommitStatus.Failed, removal.DeleteRun(new RunLease(One, Epoch)));
        Assert.Equal(RunCommitStatus.Fenced, removal.DeleteRun(new RunLease(Two, Epoch - 1)));
        Assert.Equal(RunCommitStatus.Committed, removal.DeleteRun(new RunLease(Two, Epoch)));

        Assert.Null(Store.FindRun(Two));
        Assert.Empty(Store.ReadOutcomes(Two, [ScopeId.Root]));
        Assert.Empty(Store.ReadRows(Two, 1, 0, 10));
        Assert.Null(Store.FindBlock(Two, 1));
        Assert.Null(Store.FindRunByKey("key"));
        Assert.Equal(2, Store.LastRun());
        Assert.Single(Store.ReadOutcomes(One, [ScopeId.Root]));
    }

    private StepEnded Failed(long ordinal, string message) => Ended(One, ScopeId.Of(1, ordinal), StepEnded.ItemEnd, outcome: Outcome.Failed) with
    {
        Detail = new OutcomeDetail { Failures = [new FailureRecord("enrich/small", null, 1, StepFailure.Permanent("ATL5501", message))] }.ToJson(),
    };
}
