using Atelier.Models.Memory;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Atelier.Models.Tests.Memory;

public sealed class MemoryPlannerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public void Next_TwoModelsBudgetForOne_NeitherWaitsLongerThanTwoWindows()
    {
        var world = new MemoryWorld(100);
        var window = 10 * Second;
        world.Add("a", 80, Second, window: window);
        world.Add("b", 80, Second, window: window);
        foreach (var name in new[] { "a", "b" })
        {
            for (var caller = 0; caller < 8; caller++)
            {
                world.Caller(name, TimeSpan.Zero, 0.25 * Second, 300 * Second);
            }
        }

        world.Run(400 * Second);

        Assert.InRange(world.LongestWait, window, 2 * window);
        Assert.Equal(0, world.Waiting);
        Assert.InRange(world.Loads["a"], 10, 16);
        Assert.InRange(world.Answers["a"] / (double)world.Answers["b"], 0.8, 1.25);
    }

    [Fact]
    public void Next_ModelOfNobody_LeavesForOneThatIsAskedAtOnce()
    {
        var world = new MemoryWorld(100);
        world.Add("a", 80, Second);
        world.Add("b", 80, Second);
        world.Caller("a", TimeSpan.Zero, 0.25 * Second, TimeSpan.Zero);
        world.Caller("b", 5 * Second, 0.25 * Second, TimeSpan.Zero);

        world.Run(20 * Second);

        Assert.InRange(world.LongestWait, Second, 1.2 * Second);
    }

    [Fact]
    public void Next_PinnedAndOthers_TheOthersLeave()
    {
        var world = new MemoryWorld(100);
        world.Add("pinned", 40, Second, pinned: true);
        world.Add("other", 40, Second);
        world.Add("new", 50, Second);
        world.Caller("pinned", TimeSpan.Zero, Second, TimeSpan.Zero);
        world.Caller("other", 3 * Second, Second, TimeSpan.Zero);
        world.Caller("new", 30 * Second, Second, TimeSpan.Zero);

        world.Run(60 * Second);

        Assert.Equal(SlotPhase.Ready, world.State.Slots["pinned"].Phase);
        Assert.Equal(SlotPhase.Absent, world.State.Slots["other"].Phase);
    }

    [Fact]
    public void Next_OnlyThePinnedOneIsInTheWay_ItLeavesTo()
    {
        var world = new MemoryWorld(100);
        world.Add("pinned", 60, Second, pinned: true);
        world.Add("new", 80, Second);
        world.Caller("pinned", TimeSpan.Zero, Second, TimeSpan.Zero);
        world.Caller("new", 30 * Second, Second, TimeSpan.Zero);

        world.Run(60 * Second);

        Assert.Equal(SlotPhase.Ready, world.State.Slots["new"].Phase);
    }

    [Fact]
    public void Next_SmallerBehindALargeOneThatMustWait_GoesPastWhileItFits()
    {
        var world = new MemoryWorld(100);
        world.Add("busy", 60, Second, window: 20 * Second);
        world.Add("large", 80, Second);
        world.Add("small", 20, Second);
        world.Caller("busy", TimeSpan.Zero, 0.5 * Second, 60 * Second);
        world.Caller("large", 5 * Second, 0.5 * Second, TimeSpan.Zero);
        world.Caller("small", 6 * Second, 0.5 * Second, TimeSpan.Zero);

        world.Run(8 * Second);
        Assert.Equal(SlotPhase.Ready, world.State.Slots["small"].Phase);

        world.Run(25 * Second);
        Assert.Equal(1, world.Answers["large"]);
    }

    [Fact]
    public void Next_AnyModelsAndCallers_ServesAllWithinTheBudget()
    {
        // Budgets, sizes, pins, callers at random: MemoryWorld checks each decision; here, that everybody is answered and nobody starves.
        var worlds = (from models in Gen.Choose(1, 5)
                      from sizes in Gen.Choose(5, 90).ArrayOf(models)
                      from loads in Gen.Choose(1, 40).ArrayOf(models)
                      from pins in Gen.Choose(0, 3).ArrayOf(models)
                      from callers in Gen.Choose(1, 6).ArrayOf(models)
                      from starts in Gen.Choose(0, 30).ArrayOf(models)
                      select (sizes, loads, pins, callers, starts)).Sample(200, 40);
        foreach (var (sizes, loads, pins, callers, starts) in worlds)
        {
            var world = new MemoryWorld(100);
            var longest = TimeSpan.Zero;
            for (var i = 0; i < sizes.Length; i++)
            {
                var load = loads[i] * 0.1 * Second;
                world.Add($"m{i}", sizes[i], load, pinned: pins[i] == 0);
                var turn = world.State.Slots[$"m{i}"].Turn;
                longest = turn + load > longest ? turn + load : longest;
                for (var caller = 0; caller < callers[i]; caller++)
                {
                    world.Caller($"m{i}", starts[i] * Second, 0.3 * Second, 60 * Second);
                }
            }

            world.Run(3_000 * Second);

            Assert.Equal(0, world.Waiting);
            Assert.All(Enumerable.Range(0, sizes.Length), i => Assert.True(world.Answers[$"m{i}"] > 0));
            Assert.InRange(world.LongestWait, TimeSpan.Zero, (sizes.Length * (longest + Second)) + (5 * Second));
        }
    }

    [Fact]
    public void WhyWaiting_OthersHoldIt_NamesThem()
    {
        var world = new MemoryWorld(1_000_000_000);
        world.Add("rt-detr", 380_000_000, Second);
        world.Add("sam2", 120_000_000, Second, pinned: true);
        world.Add("clip", 605_000_000, Second);
        world.Caller("rt-detr", TimeSpan.Zero, 100 * Second, TimeSpan.Zero);
        world.Caller("sam2", TimeSpan.Zero, Second, TimeSpan.Zero);
        world.Caller("clip", 5 * Second, Second, TimeSpan.Zero);

        world.Run(6 * Second);

        Assert.Equal("`clip` needs 605 MB of 1 GB; 380 MB held by rt-detr in use, 120 MB pinned sam2", MemoryWords.WhyWaiting(world.State, world.State.Slots["clip"]));
    }

    [Fact]
    public void WhyNever_LargerThanTheBudget_SaysWhatToDo() =>
        Assert.Equal(
            "model `vlm` needs 12 GB, and all models on cpu may take 6 GB together. Raise `memory_limit` in models.yaml, or take a smaller model",
            MemoryWords.WhyNever("vlm", 12_000_000_000, "cpu", 6_000_000_000));
}
