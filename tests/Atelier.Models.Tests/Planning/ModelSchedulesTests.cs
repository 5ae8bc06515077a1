using Atelier.Models.Planning;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Planning;

public sealed class ModelSchedulesTests
{
    private const string Cpu = "cpu";
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Of_AllFit_ItemsGoThroughAndEachIsLoadedOnce()
    {
        var schedule = Plan(1000, 5000, ("a", 300), ("b", 300), ("a", 300));

        Assert.Equal((WorkOrder.Items, 2, 0), (schedule.Order, schedule.Loads, schedule.Evictions));
        Assert.Equal("a and b are loaded once: 600 MB of 1 GB on cpu", schedule.Sentence);
    }

    [Fact]
    public void Of_BudgetForOne_EachIsLoadedOnceAWindow()
    {
        var schedule = Plan(700, 10_000, ("a", 500), ("b", 400), ("c", 600));

        Assert.Equal((WorkOrder.Models, 1000, 10), (schedule.Order, schedule.Window, schedule.Windows));
        Assert.Equal((30, 29), (schedule.Loads, schedule.Evictions));
        Assert.Equal(30 * Second, schedule.LoadTime);
        Assert.Equal("a, then b, then c, 1,000 items at a time: 1.5 GB of 700 MB on cpu; 30 loads, 29 of them in place of another", schedule.Sentence);
    }

    [Fact]
    public void Of_TwoOfThreeFit_ShareAPhase()
    {
        var schedule = Plan(700, 1000, ("a", 200), ("b", 200), ("c", 600));

        Assert.Equal([["a", "b"], ["c"]], schedule.Phases.Select(static phase => phase.Models));
        Assert.Equal(3, schedule.Loads);
    }

    [Fact]
    public void Of_OneItem_NeedsNoWindows()
    {
        var schedule = Plan(700, 1, ("a", 500), ("b", 500));

        Assert.Equal((WorkOrder.Items, 2, 1), (schedule.Order, schedule.Loads, schedule.Evictions));
    }

    [Fact]
    public void Of_PinnedOne_StaysWhileOthersChange()
    {
        var models = new Dictionary<string, PlannedModel>
        {
            ["pinned"] = Model("pinned", 300) with { Pinned = true },
            ["b"] = Model("b", 500),
            ["c"] = Model("c", 500),
        };
        var demand = new MapDemand([new ModelUse("1", "pinned"), new ModelUse("2", "b"), new ModelUse("3", "c")], 4000, 1000);

        var schedule = ModelSchedules.Of(demand, models, Limits(900));

        Assert.Equal([1L, 4, 4], schedule.Models.Select(static model => model.Loads));
        Assert.Equal(0, schedule.Models[0].Evictions);
    }

    [Fact]
    public void Of_ServersAndOtherDevices_TakeNothingOfThis()
    {
        var models = new Dictionary<string, PlannedModel> { ["a"] = Model("a", 600), ["b"] = Model("b", 600) with { Device = "cuda" } };
        var demand = new MapDemand([new ModelUse("1", "a"), new ModelUse("2", "chat"), new ModelUse("3", "b")], 10, 1000);

        var schedule = ModelSchedules.Of(demand, models, Limits(700));

        Assert.Equal((WorkOrder.Items, 2, 0), (schedule.Order, schedule.Loads, schedule.Evictions));
        Assert.Equal("a and b are loaded once: 600 MB of 700 MB on cpu, 600 MB on cuda", schedule.Sentence);
        Assert.Equal("no model takes memory here", ModelSchedules.Of(new MapDemand([new ModelUse("1", "chat")], 10, 1000), models, Limits(700)).Sentence);
    }

    [Fact]
    public void Of_AnyMap_ServesEveryStepWithinTheBudget()
    {
        var maps = (from models in Gen.Choose(1, 6)
                    from sizes in Gen.Choose(1, 95).ArrayOf(models)
                    from pins in Gen.Choose(0, 3).ArrayOf(models)
                    from uses in Gen.Choose(0, models - 1).ArrayOf(8)
                    from items in Gen.Choose(1, 300_000)
                    from window in Gen.Choose(1, 2000)
                    select (sizes, pins, uses, items, window)).Sample(300, 60);
        foreach (var (sizes, pins, uses, items, window) in maps)
        {
            var models = sizes.Select((size, i) => Model($"m{i}", size) with { Pinned = pins[i] == 0 }).ToDictionary(static model => model.Name);
            var demand = new MapDemand([.. uses.Select((use, i) => new ModelUse($"s{i}", $"m{use}"))], items, window);

            var schedule = ModelSchedules.Of(demand, models, Limits(100));

            Assert.Equal(demand.Uses.Select(static use => use.Step), schedule.Phases.SelectMany(static phase => phase.Steps));
            Assert.All(schedule.Phases, phase => Assert.True(phase.Models.Count == 1 || phase.Models.Sum(name => models[name].Bytes) <= 100_000_000));
            var distinct = uses.Distinct().Count();
            Assert.InRange(schedule.Loads, distinct, Math.Max(distinct, schedule.Windows * uses.Length));
            Assert.InRange(schedule.Loads - schedule.Evictions, schedule.Loads > 0 ? 1 : 0, distinct);
            Assert.True(schedule.Windows * schedule.Window >= items);
            Assert.True(schedule.Phases.Count > 1 || schedule is { Order: WorkOrder.Items, Evictions: 0 });
        }
    }

    [Fact]
    public void Use_AnySequence_NeverHoldsMoreThanTheLimit()
    {
        var sequences = (from sizes in Gen.Choose(1, 100).ArrayOf(5)
                         from uses in Gen.Choose(0, 4).ArrayOf(40)
                         select (sizes, uses)).Sample(200, 60);
        foreach (var (sizes, uses) in sequences)
        {
            var residency = new Residency(Limits(100));
            foreach (var use in uses)
            {
                residency.Use(Model($"m{use}", sizes[use]));

                Assert.InRange(residency.HeldOn(Cpu), 0, 100_000_000);
                Assert.Equal($"m{use}", residency.Held.Last());
            }
        }
    }

    private static ModelSchedule Plan(long limit, long items, params (string Name, long Size)[] uses) => ModelSchedules.Of(
        new MapDemand([.. uses.Select((use, i) => new ModelUse($"s{i}", use.Name))], items, 1000),
        uses.DistinctBy(static use => use.Name).ToDictionary(static use => use.Name, static use => Model(use.Name, use.Size)),
        Limits(limit));

    private static PlannedModel Model(string name, long megabytes) => new(name, Cpu, megabytes * 1_000_000, Second, 8);

    private static Dictionary<string, long> Limits(long megabytes) => new() { [Cpu] = megabytes * 1_000_000 };
}
