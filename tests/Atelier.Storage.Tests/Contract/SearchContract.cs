using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Storage.Tests.Contract;

/// <summary>What people look for in a home and in its runs, with a bound on the work.</summary>
public abstract class SearchContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    private static readonly string Digest = "sha256:" + new string('a', 64);

    [Fact]
    public void FindRuns_ByStateTimeAndText_GivesPagesWithTheirNext()
    {
        for (var number = 1; number <= 12; number++)
        {
            var run = new RunId(number);
            Write(run, Created(run) with { At = number * 1000 });
            if (number % 3 == 0)
            {
                Write(run, Changed(run, RunPhase.Ended, number == 9 ? Outcome.Failed : Outcome.Succeeded));
            }
        }

        Write(new RunId(2), new RunRested { Seq = Seq(new RunId(2)), Resting = true, Wake = 5 });
        using var queries = OpenQueries();
        var first = queries.FindRuns(new RunSearch { Limit = 5 });
        Assert.Equal([12L, 11, 10, 9, 8], first.Runs.Select(static row => row.Run.Value));
        Assert.Equal([7L, 6, 5, 4, 3], Numbers(new RunSearch { Limit = 5, Before = first.Next }));
        Assert.Equal([9L], Numbers(new RunSearch { States = [new RunStanding(RunPhase.Ended, Outcome.Failed)] }));
        Assert.Equal([12L, 9, 6, 3, 2], Numbers(new RunSearch { States = [new RunStanding(RunPhase.Ended), new RunStanding(RunPhase.Running, Waiting: true)] }));
        Assert.Equal([11L, 10, 8, 7, 5, 4, 1], Numbers(new RunSearch { States = [new RunStanding(RunPhase.Running, Waiting: false)] }));
        Assert.Equal([5L, 4], Numbers(new RunSearch { Since = 4000, Until = 6000 }));
        Assert.Equal([12L, 11, 10, 1], Numbers(new RunSearch { IdText = "R1" }));
        Assert.Equal([12L, 11], Numbers(new RunSearch { WorkflowName = "paintings", Limit = 2 }));
        Assert.Equal([3L], Numbers(new RunSearch { WorkflowName = "paintings", WorkflowDigest = Digest, Before = new RunId(4), Limit = 1 }));
        Assert.Empty(Numbers(new RunSearch { WorkflowName = "other" }));
        Assert.Empty(Numbers(new RunSearch { WorkflowName = "other", WorkflowDigest = Digest }));
        Same(Store.FindRun(new RunId(12)), first.Runs[0]);

        IEnumerable<long> Numbers(RunSearch search) => queries.FindRuns(search).Runs.Select(static row => row.Run.Value);
    }

    [Fact]
    public void FindRuns_WithABoundOnTheWork_ComesToAllInTheEnd()
    {
        for (var number = 1; number <= 9; number++)
        {
            var run = new RunId(number);
            Write(run, Created(run));
            Write(run, Changed(run, RunPhase.Ended, number is 2 or 8 ? Outcome.Failed : Outcome.Succeeded));
        }

        using var queries = OpenQueries();
        foreach (var name in (string?[])[null, "paintings"])
        {
            var search = new RunSearch { States = [new RunStanding(RunPhase.Ended, Outcome.Failed)], WorkflowName = name, Scan = 2 };
            var found = new List<long>();
            var pages = 0;
            for (var page = queries.FindRuns(search); ; page = queries.FindRuns(search with { Before = page.Next }))
            {
                found.AddRange(page.Runs.Select(static row => row.Run.Value));
                pages++;
                if (page.Next is null)
                {
                    break;
                }
            }

            Assert.Equal([8L, 2], found);
            Assert.Equal(5, pages);
        }
    }

    [Fact]
    public void Workflows_WithVersionsAndRuns_AreListedByName()
    {
        Save("b-first", "paintings", 10);
        Save("a-second", "paintings", 20);
        Save("c", "music", 15);
        Write(One, Created(One) with { WorkflowDigest = "b-first" });
        Write(Two, Created(Two) with { WorkflowDigest = "a-second" });
        Write(new RunId(3), Created(new RunId(3)) with { WorkflowDigest = "b-first" });

        using var queries = OpenQueries();
        var all = queries.ListWorkflows(null, null, 10);
        Assert.Equal(["music", "paintings"], all.Select(static workflow => workflow.Name));
        Assert.Equal(("a-second", 2, 3L, new RunId(3)), (all[1].Newest.Digest, all[1].Versions, all[1].Runs, all[1].LastRun));
        Assert.Equal((0L, (RunId?)null), (all[0].Runs, all[0].LastRun));
        Assert.Equal(["paintings"], queries.ListWorkflows("music", null, 10).Select(static workflow => workflow.Name));
        Assert.Equal(["music"], queries.ListWorkflows(null, "US", 1).Select(static workflow => workflow.Name));
        var versions = queries.ListVersions("paintings", null, 10);
        Assert.Equal([("a-second", 1L), ("b-first", 2)], versions.Select(static version => (version.Digest, version.Runs)));
        Assert.Equal("b-first", Assert.Single(queries.ListVersions("paintings", (versions[0].At, versions[0].Digest), 10)).Digest);
        Assert.Empty(queries.ListVersions("none", null, 10));

        Assert.Equal("a-second", queries.FindNewestVersion("paintings"));
        Assert.Null(queries.FindNewestVersion("none"));

        Store.RenewWorkflow("b-first", 5_000);
        Assert.Equal("b-first", queries.FindNewestVersion("paintings"));
        Assert.Equal(["b-first", "a-second"], queries.ListVersions("paintings", null, 10).Select(static version => version.Digest));

        void Save(string digest, string name, long at) => Store.SaveWorkflow(new WorkflowRow(digest, name, "main", null, "{}"u8.ToArray(), at));
    }

    [Fact]
    public void CountHome_WaitingParkedAndEnded_CountsEachOnce()
    {
        var runs = Enumerable.Range(1, 6).Select(static number => new RunId(number)).ToArray();
        Array.ForEach(runs, run => Write(run, Created(run)));
        Write(runs[1], Wait(runs[1], 0, person: true), Wait(runs[1], 1, person: true), Wait(runs[1], 2, person: false), new RunRested { Seq = Seq(runs[1]), Resting = true });
        Write(runs[2], Changed(runs[2], RunPhase.Paused));
        Write(runs[3], Parked(runs[3], 0), Parked(runs[3], 1));
        Write(runs[4], Changed(runs[4], RunPhase.Ended, Outcome.Failed) with { At = 900 });
        Write(runs[5], Parked(runs[5], 0), Ended(runs[5], ScopeId.Root, 0), Changed(runs[5], RunPhase.Ended, Outcome.Succeeded) with { At = 100 });

        using var queries = OpenQueries();
        Assert.Equal(new HomeCounts(2, 1, 1, 0, 2, 1, new OutcomeCounts(0, 0, 0, 1, 0, 0)), queries.CountHome(500));
        Write(runs[3], Ended(runs[3], ScopeId.Root, 0), Ended(runs[3], ScopeId.Root, 1));
        Assert.Equal(0, queries.CountHome(500).Parked);
    }

    [Fact]
    public void ListHours_OfCommits_CountsItemsAndStepsOnce()
    {
        const long Hour = HourCounts.Width;
        Write(
            One,
            Created(One),
            Ended(One, ScopeId.Of(1, 0), 0) with { At = (5 * Hour) + 7 },
            Ended(One, ScopeId.Of(1, 0), StepEnded.ItemEnd) with { At = (5 * Hour) + 8 },
            Ended(One, ScopeId.Of(1, 1), StepEnded.ItemEnd, outcome: Outcome.Failed) with { At = 6 * Hour });
        var refused = Commit(One, Ended(One, ScopeId.Of(1, 0), 0) with { At = 6 * Hour });
        Write(One, Ended(One, ScopeId.Of(1, 2), StepEnded.ItemEnd) with { At = 6 * Hour });

        using var queries = OpenQueries();
        Assert.Equal(RunCommitStatus.Failed, refused.Status);
        Assert.Equal(
            [
                new HourCounts(5 * Hour, new OutcomeCounts(1, 0, 0, 0, 0, 0), new OutcomeCounts(1, 0, 0, 0, 0, 0)),
                new HourCounts(6 * Hour, new OutcomeCounts(1, 0, 0, 1, 0, 0), default),
            ],
            queries.ListHours((5 * Hour) + 60));
        Assert.Single(queries.ListHours(6 * Hour));
    }

    [Fact]
    public void FindOutline_BlocksOutsideItems_FollowsTheNewestOnes()
    {
        Write(
            One,
            Created(One),
            Block(One, 1, closed: true),
            Block(One, 2) with { Drive = 1 },
            Block(One, 3) with { Step = 2, Kind = BlockKind.Repeat, Opened = 2, Source = 0 },
            Block(One, 4) with { Step = 3, Scope = ScopeId.Of(3, 0) },
            Block(One, 5) with { Step = 3, Scope = ScopeId.Of(3, 1) },
            Block(One, 6) with { Step = 4, Scope = ScopeId.Of(2, 0) },
            new SourceRecorded { Seq = Seq(One), Source = 1, Scope = ScopeId.Root, Step = 0, Count = 7, Done = true, Total = 9 });

        using var queries = OpenQueries();
        var outline = queries.FindOutline(One);
        Assert.NotNull(outline);
        Assert.Equal([2, 3, 5], outline.Blocks.Select(static block => block.Block.Block));
        Assert.Equal([9L, null, 9], outline.Blocks.Select(static block => block.Source?.Total));
        Assert.Equal(7, queries.FindSource(One, 1)?.Count);
        Assert.Equal(2, queries.FindBlock(One, ScopeId.Root, 1)?.Block);
        Assert.Equal(3, queries.FindBlock(One, 3)?.Block);
        Assert.Null(queries.FindBlock(One, 33));
        Assert.Equal([1, 2, 3], queries.ListBlocks(One, ScopeId.Root).Select(static block => block.Block));
        Assert.Equal([5], queries.ListBlocks(One, ScopeId.Of(3, 1)).Select(static block => block.Block));
        Assert.Null(queries.FindSource(One, 2));
        Assert.Null(queries.FindOutline(Two));
    }

    [Fact]
    public void FindWaits_OfPersons_ByPagesOverRuns()
    {
        Write(One, Created(One), Wait(One, 0, person: true), Wait(One, 1, person: false));
        Write(Two, Created(Two), Wait(Two, 0, person: true), Wait(Two, 3, person: true));

        using var queries = OpenQueries();
        var first = Assert.Single(queries.FindWaits(new WaitSearch { Persons = true, Limit = 1 }));
        var rest = queries.FindWaits(new WaitSearch { Persons = true, After = (first.Run, first.Wait.Scope, first.Wait.Step) });
        Assert.Equal([(Two, 0), (Two, 3)], rest.Select(static open => (open.Run, open.Wait.Step)));
        Assert.Equal(4, queries.FindWaits(new WaitSearch()).Count);
        Assert.Equal([0, 1], queries.FindWaits(new WaitSearch { Run = One }).Select(static open => open.Wait.Step));
    }

    [Fact]
    public void ListFiles_OfADigest_GivesEveryPathThatHadIt()
    {
        var other = "sha256:" + new string('a', 40) + new string('b', 24);
        Store.SaveFileDigests([(new FileStamp("/b", 2, 3, 4, 5), Digest), (new FileStamp("/a", 1, 3, 4, 6), Digest), (new FileStamp("/c", 1, 3, 4, 7), other)]);
        Write(One, Created(One));

        using var queries = OpenQueries();
        Assert.Equal(["/a", "/b"], queries.ListFiles(Digest).Select(static file => file.Path).Order(StringComparer.Ordinal));
        Assert.Equal(new FileStamp("/c", 1, 3, 4, 7), Assert.Single(queries.ListFiles(other)));
        Assert.Empty(queries.ListFiles("sha256:" + new string('c', 64)));
    }

    private WaitOpened Wait(RunId run, int step, bool person) => new() { Seq = Seq(run), Scope = ScopeId.Root, Step = step, Signal = "review", Person = person, At = 1 };

    private AttemptRecorded Parked(RunId run, int step) => new() { Seq = Seq(run), Scope = ScopeId.Root, Step = step, Attempt = 1, State = AttemptState.Parked, At = 1 };
}
