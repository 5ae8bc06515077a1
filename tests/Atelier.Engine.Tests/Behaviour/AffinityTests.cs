using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;

namespace Atelier.Engine.Tests.Behaviour;

/// <summary>Bodies that ask models, when memory holds one model at a time.</summary>
public sealed class AffinityTests
{
    [Fact]
    public void ThreeModels_OneFits_AWindowOfItemsGoesThroughEachBeforeTheNextIsLoaded()
    {
        string? loaded = null;
        var loads = new List<string>();
        using var engine = new DrivenEngine(slots: 4) { Displaces = model => loaded is not null && loaded != model };
        foreach (var model in (string[])["a", "b", "c"])
        {
            engine.Add(new ScriptedAction($"t.{model}", (_, _) =>
            {
                if (loaded != model)
                {
                    loads.Add(loaded = model);
                }

                return new(Call.Value(1));
            })
            { Affinity = model });
        }

        engine.Add(new ScriptedSource("t.rows", 500, static () => [.. Enumerable.Range(0, 1500).Select(static n => ($"k{n:D4}", (object)n))]));
        var run = engine.Start("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                window: 500
                steps:
                  - { id: one, uses: t.a, with: {} }
                  - { id: two, uses: t.b, with: {} }
                  - { id: three, uses: t.c, with: {} }
            outputs: "${all.succeeded}"
            """);

        Assert.Equal("1500", engine.Finish(run).Output);
        Assert.InRange(loads.Count, 9, 12);
    }

    [Fact]
    public void MemoryThatChangesAtAnyMoment_EveryBodyStillRuns()
    {
        // Hosts are loaded and die beside the engine: what was asked a moment ago may be answered otherwise now.
        var random = new Random(7);
        using var engine = new DrivenEngine(slots: 2) { Displaces = _ => random.Next(2) == 0 };
        foreach (var model in (string[])["a", "b"])
        {
            engine.Add(new ScriptedAction($"t.{model}", (_, _) => new(Call.Value(1))) { Affinity = model });
        }

        engine.Add(new ScriptedSource("t.rows", 500, static () => [.. Enumerable.Range(0, 500).Select(static n => ($"k{n:D4}", (object)n))]));
        var run = engine.Start("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: one, uses: t.a, with: {} }
                  - { id: two, uses: t.b, with: {} }
            outputs: "${all.succeeded}"
            """);

        Assert.Equal("500", engine.Finish(run).Output);
    }

    [Fact]
    public void TwoRuns_OneModelFits_NeitherWaitsLongerThanAWindow()
    {
        string? loaded = null;
        var (longest, waiting) = (0, 0);
        var order = new List<string>();
        using var engine = new DrivenEngine(slots: 1) { Displaces = model => loaded is not null && loaded != model };
        foreach (var model in (string[])["a", "b"])
        {
            engine.Add(new ScriptedAction($"t.{model}", (_, _) =>
            {
                order.Add(loaded = model);
                return new(Call.Value(1));
            })
            { Affinity = model });
        }

        engine.Add(new ScriptedSource("t.rows", 500, static () => [.. Enumerable.Range(0, 5000).Select(static n => ($"k{n:D4}", (object)n))]));
        var runs = new[] { "a", "b" }.Select(model => engine.Start($$"""
            name: {{model}}
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: one, uses: t.{{model}}, with: {} }
            outputs: "${all.succeeded}"
            """)).ToList();
        runs.ForEach(run => Assert.Equal("5000", engine.Finish(run).Output));

        for (var index = 1; index < order.Count && order.Contains("b"); index++)
        {
            waiting = order[index] == order[index - 1] ? waiting + 1 : 0;
            longest = index < order.Count - 5000 ? Math.Max(longest, waiting) : longest;
        }

        Assert.Equal(10_000, order.Count);
        Assert.InRange(longest, 1, 2000);
        Assert.InRange(order.Zip(order.Skip(1)).Count(static pair => pair.First != pair.Second), 3, 40);
    }
}
