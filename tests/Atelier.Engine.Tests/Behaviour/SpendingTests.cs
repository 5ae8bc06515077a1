using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class SpendingTests
{
    private const string Source = """
        name: t
        budget: { cost: 2.5 }
        steps:
          - { id: find, uses: t.rows, with: {} }
          - id: all
            for_each: ${find}
            parallel: 1
            steps:
              - { id: ask, uses: t.ask, with: {}, retry: { attempts: 2, delay: 1s } }
              - { id: free, uses: core.value, with: { value: 1 } }
        outputs: "${all.succeeded}"
        """;

    [Fact]
    public void Budget_IsSpent_MeteredStepsParkUntilItIsRaised()
    {
        using var engine = new DrivenEngine();
        var calls = Prepare(engine, rows: 5, fails: static _ => false);
        var run = engine.Start(Source);
        engine.Settle();

        Assert.Equal(3, calls());
        var spent = RunSpending.FromJson(engine.Store.FindRun(run)!.Spending)!;
        Assert.Equal((3.0m, 45L, 2.5m), (spent.Cost, spent.Tokens, spent.CostLimit));
        Assert.True(engine.Store.FindRun(run)!.Resting);

        engine.Restart();
        engine.Settle();
        Assert.Equal(3, calls());
        Assert.True(engine.Ask(engine.Engine.SetBudgetAsync(run, 3.5m, null)));
        engine.Settle();
        Assert.Equal(4, calls());
        Assert.True(engine.Ask(engine.Engine.SetBudgetAsync(run, null, null)));

        Assert.Equal("5", engine.Finish(run).Output);
        Assert.Equal(5, RunSpending.FromJson(engine.Store.FindRun(run)!.Spending)!.Models.Single().Calls);
    }

    [Fact]
    public void Budget_IsRaisedByAProcessThatEndsAtOnce_TheNextOneGoesOn()
    {
        using var engine = new DrivenEngine();
        var calls = Prepare(engine, rows: 5, fails: static _ => false);
        var run = engine.Start(Source);
        engine.Settle();
        engine.Restart();

        Assert.True(engine.Ask(engine.Engine.SetBudgetAsync(run, null, null)));
        engine.Restart();

        Assert.Equal("5", engine.Finish(run).Output);
        Assert.Equal(5, calls());
    }

    [Fact]
    public void Usage_OfFailedAttempts_IsCountedAndStandsWithTheOutcome()
    {
        using var engine = new DrivenEngine();
        Prepare(engine, rows: 1, fails: static call => call == 1);
        var run = engine.Start(Source);
        engine.Finish(run);

        Assert.Equal(2.0m, RunSpending.FromJson(engine.Store.FindRun(run)!.Spending)!.Cost);
        var outcome = engine.Store.ReadOutcomes(run, [ScopeId.Of(1, 0)]).First(static ended => ended.Detail is not null);
        var detail = OutcomeDetail.FromJson(outcome.Detail)!;
        Assert.Equal(new Usage("m", 10, 5, 1m), detail.Usage!.Single());
        Assert.Equal("t.ask@1 (m@1, classic)", detail.MadeBy);
    }

    private static Func<int> Prepare(DrivenEngine engine, int rows, Func<int, bool> fails)
    {
        var calls = 0;
        engine.Add(new ScriptedAction("t.ask", (call, _) =>
        {
            calls++;
            call.Context.NoteUsage(new Usage("m", 10, 5, 1m));
            call.Context.NoteMaker("m@1");
            call.Context.NoteMaker("classic");
            call.Context.NoteMaker("m@1");
            return new(fails(calls) ? StepFailure.Transient("T1", "again") : Call.Value(1));
        })
        { Metered = true });
        engine.Add(new ScriptedSource("t.rows", 10, () => [.. Enumerable.Range(0, rows).Select(static n => ($"k{n:D4}", (object)n))]));
        return () => calls;
    }
}
