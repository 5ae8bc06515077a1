using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Storage.Tests.Contract;

/// <summary>Items and counters of a run as a page shows them.</summary>
public abstract class ItemSearchContract(StoreUnderTest underTest) : RunStoreContract(underTest)
{
    [Fact]
    public void FindItems_ByOutcomeTextAndStep_GivesPagesWithTheirNext()
    {
        WriteItems();
        using var queries = OpenQueries();

        var first = queries.FindItems(One, 1, new ItemSearch { Limit = 2 });
        Assert.Equal(["b.png", "a.png"], Keys(first));
        Assert.Equal(2, first.Next);
        Assert.Equal(["d.png", "ü.jpg"], Keys(queries.FindItems(One, 1, new ItemSearch { From = 2 })));
        Assert.Equal(["ü.jpg", "d.png", "a.png"], Keys(queries.FindItems(One, 1, new ItemSearch { Descending = true, Limit = 3 })));
        Assert.Equal(["a.png", "b.png"], Keys(queries.FindItems(One, 1, new ItemSearch { Descending = true, From = 1 })));
        Assert.Equal(["b.png", "ü.jpg"], Keys(queries.FindItems(One, 1, new ItemSearch { Outcomes = [Outcome.Succeeded, Outcome.None] })));
        Assert.Equal(["a.png"], Keys(queries.FindItems(One, 1, new ItemSearch { FailedStep = "enrich/small" })));
        Assert.Equal(["a.png", "d.png"], Keys(queries.FindItems(One, 1, new ItemSearch { FailedStep = "enrich" })));
        Assert.Equal(["ü.jpg"], Keys(queries.FindItems(One, 1, new ItemSearch { Text = "Ü.J" })));
        Assert.Equal(["b.png"], Keys(queries.FindItems(One, 1, new ItemSearch { Text = "MADE" })));
        var bounded = queries.FindItems(One, 1, new ItemSearch { Text = ".jpg", Scan = 3 });
        Assert.Empty(bounded.Items);
        Assert.Equal(3, bounded.Next);
        Assert.Empty(queries.FindItems(One, 9, new ItemSearch()).Items);
    }

    [Fact]
    public void ReadItems_InAnyOrder_GivesThatOrder()
    {
        WriteItems();
        using var queries = OpenQueries();

        Assert.Equal(["ü.jpg", "b.png"], queries.ReadItems(One, 1, [3, 0, 17]).Select(static item => item.Key));
        Assert.Equal([1, 0, 2, 3], queries.OrderByKey(One, 1));
        Assert.Equal([(0L, Outcome.Succeeded, 300L), (1, Outcome.Failed, 300)], queries.ListEnds(One, 1, 0, 2).Select(static end => (end.Ordinal, end.Outcome, end.At)));
        Assert.Equal([(3L, Outcome.None, 0L)], queries.ListEnds(One, 1, 3, 10).Select(static end => (end.Ordinal, end.Outcome, end.At)));
        Assert.Equal(["d.png"], queries.ListRows(One, 1, 2, 1).Select(static row => row.Key));
    }

    [Fact]
    public void Tally_OfOutcomesDrivesAndAttempts_EqualsAddingWhatWasCommitted()
    {
        RunRecord[][] commits =
        [
            [Created(One), Step(0, 0, Outcome.Succeeded, milliseconds: 40), Step(0, 1, Outcome.Failed)],
            [Step(1, 0, Outcome.Succeeded, reused: true), Try(1, 1), Step(1, 1, Outcome.Succeeded, cost: 2)],
            [Changed(One, RunPhase.Ended, Outcome.Failed)],
            [Changed(One, RunPhase.Running) with { Drive = 1 }, Redriven(0, 1)],
            [Step(0, 1, Outcome.Succeeded, drive: 1, cost: 1), Ended(One, ScopeId.Of(1, 0), StepEnded.ItemEnd)],
        ];
        var live = new RunTally();
        using var queries = OpenQueries();
        foreach (var commit in commits)
        {
            Write(One, commit);
            live.Add(commit, (scope, step, drive) => Store.ReadOutcomes(One, [scope]).LastOrDefault(ended => ended.Step == step && ended.Drive < drive));
        }

        var counted = queries.Tally(One);
        Assert.NotNull(counted);
        Same(live.ToList(), counted.ToList());
        Assert.Equal(Store.FindRun(One)!.Seq, counted.Seq);
        Assert.Equal(live.Seq, counted.Seq);
        var (first, second) = (counted.ToList()[0], counted.ToList()[1]);
        Assert.Equal((new OutcomeCounts(2, 0, 0, 0, 0, 0), 1L, 1L, 40.0), (first.Counts, first.Reused, first.Bodies, first.Milliseconds));
        Assert.Equal(new OutcomeCounts(2, 0, 0, 0, 0, 0), second.Counts);
        Assert.Equal((260L, 300L), (first.FirstStart, first.LastEnd));
        var usage = Assert.Single(second.Usage);
        Assert.Equal(("describer", 3L, 30L, 3.5m), (usage.Model, usage.Calls, usage.InputTokens, usage.Cost));
        Assert.Null(queries.Tally(Two));
    }

    [Fact]
    public void Tally_OfAStepTakenUpAgain_LeavesOutWhatItsOldBlockDid()
    {
        Write(
            One,
            Created(One),
            Block(One, 1, source: 0) with { Kind = BlockKind.Once },
            Block(One, 2, source: 0) with { Kind = BlockKind.Once, Scope = ScopeId.Of(1, 0), Step = 2 },
            Ended(One, ScopeId.Of(1, 0), 3, outcome: Outcome.Failed),
            Ended(One, ScopeId.Of(2, 0), 4, outcome: Outcome.Failed),
            Changed(One, RunPhase.Running) with { Drive = 1 },
            Block(One, 3, source: 0) with { Kind = BlockKind.Once, Drive = 1 },
            Ended(One, ScopeId.Of(3, 0), 3, drive: 1));

        using var queries = OpenQueries();
        var step = Assert.Single(queries.Tally(One)!.ToList());
        Assert.Equal((3, new OutcomeCounts(1, 0, 0, 0, 0, 0)), (step.Step, step.Counts));
    }

    private void WriteItems() => Write(
        One,
        Created(One),
        Page(One, 1, 0, "b.png", "a.png", "d.png", "ü.jpg"),
        Block(One, 1, opened: 4, open: [3]),
        Ended(One, ScopeId.Of(1, 0), StepEnded.ItemEnd),
        Failed(1, "enrich/small"),
        Failed(2, "enrich/inner/deep"));

    private StepEnded Failed(long ordinal, string step) => Ended(One, ScopeId.Of(1, ordinal), StepEnded.ItemEnd, outcome: Outcome.Failed) with
    {
        Output = null,
        Detail = new OutcomeDetail { Failures = [new FailureRecord(step, null, 1, StepFailure.Permanent("ATL5501", "cut off"))] }.ToJson(),
    };

    private StepEnded Step(long ordinal, int step, Outcome outcome, int drive = 0, bool reused = false, double? milliseconds = null, int cost = 0) =>
        Ended(One, ScopeId.Of(1, ordinal), step, drive, outcome) with
        {
            Detail = new OutcomeDetail
            {
                Why = new WhyDetail { Reused = reused, Class = "pure", Reason = "no earlier result" },
                Milliseconds = milliseconds,
                Usage = cost == 0 ? null : [new Usage("describer", 10, 5, cost)],
            }.ToJson(),
        };

    private AttemptRecorded Try(long ordinal, int step) => new()
    {
        Seq = Seq(One),
        Scope = ScopeId.Of(1, ordinal),
        Step = step,
        Attempt = 1,
        State = AttemptState.Failed,
        Detail = new OutcomeDetail { Usage = [new Usage("describer", 10, 5, 0.5m)] }.ToJson(),
        At = 300,
    };

    private AttemptRecorded Redriven(long ordinal, int step) => new() { Seq = Seq(One), Scope = ScopeId.Of(1, ordinal), Step = step, Drive = 1, Attempt = 0, State = AttemptState.Redriven, At = 300 };

    private static IEnumerable<string> Keys(FoundItems found) => found.Items.Select(static item => item.Key);
}
