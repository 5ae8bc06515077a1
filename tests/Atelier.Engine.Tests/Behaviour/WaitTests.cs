using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class WaitTests
{
    private const string ForSignal = """
        name: t
        steps:
          - { id: rest, uses: core.wait, with: { for: 1m } }
          - { id: a, uses: core.wait, with: { signal: go } }
          - { id: b, uses: core.wait, with: { signal: go } }
        outputs: { a: "${a}", b: "${b}" }
        """;

    [Fact]
    public void Wait_Timer_EndsAtItsTimeAlsoAfterARestart()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start("""
            name: t
            steps:
              - { id: a, uses: core.wait, with: { for: 1h } }
            """);
        engine.Settle();
        Assert.True(engine.Store.FindRun(run)!.Resting);
        engine.Restart();
        engine.Settle();
        Assert.Empty(engine.Loop.Actors);
        var ended = engine.Finish(run);
        Assert.Equal((Outcome.Succeeded, 3_600_000L), (ended.Outcome, ended.Row.Changed - ended.Row.Started));
    }

    [Fact]
    public void Signal_Early_IsKeptAndTakenOnce()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start(ForSignal);
        Assert.True(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "s1", "1"u8.ToArray())));
        Assert.False(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "s1", "1"u8.ToArray())));
        engine.Restart();
        engine.Settle();
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        engine.Settle();
        Assert.False(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "s1", "1"u8.ToArray())));
        engine.Restart();
        Assert.False(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "s1", "1"u8.ToArray())));
        Assert.True(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "s2", "2"u8.ToArray())));
        Assert.Equal("""{"a":1,"b":2}""", engine.Finish(run).Output);
    }

    [Fact]
    public void Signal_WithKey_ReachesItsItem()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start("""
            name: t
            steps:
              - id: all
                for_each: [x, y]
                key: "${item}"
                steps:
                  - { id: a, uses: core.wait, with: { signal: go } }
            outputs: { all: "${all.items.map(i, i.value)}" }
            """);
        engine.Settle();
        Assert.True(engine.Ask(engine.Engine.SignalAsync(run, "go", "y", "1", "\"for y\""u8.ToArray())));
        Assert.True(engine.Ask(engine.Engine.SignalAsync(run, "go", "x", "1", "\"for x\""u8.ToArray())));
        Assert.Equal("""{"all":["for x","for y"]}""", engine.Finish(run).Output);
    }

    [Theory]
    [InlineData(", default: none", "\"none\"")]
    [InlineData("", "none: ATL2109")]
    public void Signal_DoesNotCome_DefaultOrFailure(string standard, string output)
    {
        using var engine = new DrivenEngine();
        var run = engine.Run($$$"""
            name: t
            steps:
              - { id: a, uses: core.wait, with: { signal: go, timeout: 2d{{{standard}}} } }
            outputs: ${a}
            """.Replace("outputs: ${a}", string.Empty, StringComparison.Ordinal));
        Assert.StartsWith(output, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Wait_LongerThanTotalTimeout_Fails()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: core.wait, with: { for: 1h }, total_timeout: 1m }
            """);
        Assert.Equal(("ATL2123", 60_000L), (run.Codes, run.Row.Changed - run.Row.Started));
    }

    [Fact]
    public void Signal_RunHasEnded_IsRefusedAndWaitersAreAnswered()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: core.value, with: { value: 1 } }
            """).Row.Run;
        Assert.False(engine.Ask(engine.Engine.SignalAsync(run, "go", null, "1", "1"u8.ToArray())));
        Assert.Equal(Outcome.Succeeded, engine.Ask(engine.Engine.WaitAsync(run)).Outcome);
        Assert.Empty(engine.Loop.Actors);
    }
}
