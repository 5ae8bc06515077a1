using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class ItemTests
{
    [Fact]
    public void ForEach_List_YieldsItemsInOrder()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: [a, b, c]
                yield: "${twice}"
                steps:
                  - { id: twice, uses: core.value, with: { value: "${item + item}" } }
            outputs: { total: "${all.total}", last: "${all.items[2].value}", keys: "${all.items.map(i, i.key)}" }
            """);
        Assert.Equal("""{"total":3,"last":"cc","keys":["0","1","2"]}""", run.Output);
        Assert.Equal(["0 succeeded \"aa\"", "1 succeeded \"bb\"", "2 succeeded \"cc\""], run.Items(1));
    }

    [Fact]
    public void ForEach_EmptyList_SucceedsWithNothing()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: []
                steps:
                  - { id: a, uses: core.value, with: { value: 1 } }
            outputs: { total: "${all.total}" }
            """);
        Assert.Equal((Outcome.Succeeded, """{"total":0}"""), (run.Outcome, run.Output));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1000)]
    [InlineData(2500)]
    public void ForEach_Source_StartsWithTheFirstPageAndTakesAll(int page)
    {
        using var engine = new DrivenEngine();
        engine.Add(new ScriptedSource("t.rows", page, static () => [.. Enumerable.Range(0, 2500).Select(static n => ($"k{n:D4}", (object)new { n }))]));
        var run = engine.Run("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: a, uses: core.value, with: { value: "${item.n}" } }
            outputs: { total: "${all.total}", succeeded: "${all.succeeded}" }
            """);
        Assert.Equal("""{"total":2500,"succeeded":2500}""", run.Output);
        var items = run.Items(1);
        Assert.Equal(2500, items.Count);
        Assert.Equal("k2499 succeeded 2499", items[^1]);
    }

    [Fact]
    public void ForEach_ItemsOfAnotherBlock_TakesKeyOutcomeAndValue()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: one
                for_each: [1, 2, 3]
                key: "${'n' + string(item)}"
                steps:
                  - { id: no, if: "${item == 2.0}", uses: core.reject, with: { reason: two } }
                  - { id: a, uses: core.value, with: { value: "${item * 10.0}" } }
              - id: two
                for_each: ${one.items}
                as: done
                steps:
                  - { id: b, uses: core.value, with: { value: "${done.key + ' ' + done.outcome}" } }
            """);
        Assert.Equal(["n1 succeeded 10", "n2 rejected -", "n3 succeeded 30"], run.Items(1));
        Assert.Equal(["n1 succeeded \"n1 succeeded\"", "n2 succeeded \"n2 rejected\"", "n3 succeeded \"n3 succeeded\""], run.Items(2));
    }

    [Theory]
    [InlineData("error", Outcome.Failed)]
    [InlineData("first", Outcome.Succeeded)]
    [InlineData("last", Outcome.Succeeded)]
    public void ForEach_DuplicateKeys_DoAsTold(string policy, Outcome outcome)
    {
        using var engine = new DrivenEngine();
        var run = engine.Run($$$"""
            name: t
            steps:
              - id: all
                for_each: [ { k: a, v: 1 }, { k: b, v: 2 }, { k: a, v: 3 } ]
                key: "${item.k}"
                on_duplicate: {{{policy}}}
                steps:
                  - { id: x, uses: core.value, with: { value: "${item.v}" } }
            """);
        Assert.Equal(outcome, run.Outcome);
        if (policy == "error")
        {
            Assert.Contains("`a`", Assert.Single(run.Errors).Failure.Message, StringComparison.Ordinal);
        }
        else
        {
            string[] expected = policy == "first" ? ["a succeeded 1", "b succeeded 2", "a skipped -"] : ["a skipped -", "b succeeded 2", "a succeeded 3"];
            Assert.Equal(expected, run.Items(1));
        }
    }

    [Fact]
    public void ForEach_ItemFailsByDefault_StopsAndFails()
    {
        using var engine = new DrivenEngine(slots: 1);
        engine.On("t.odd", call => call.Text("n") == "1" ? StepFailure.Permanent("T1", "one is odd") : Call.Value(call.Text("n")));
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: [0, 1, 2, 3]
                parallel: 1
                steps:
                  - { id: x, uses: t.odd, with: { n: "${item}" } }
                  - { id: y, uses: core.value, with: { value: 1 } }
              - { id: after, uses: core.value, with: { value: 1 } }
            """);
        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal("failed", run.Steps);
        Assert.Contains(run.Errors, static error => error is { Step: "all/x", Key: "1", Failure.Code: "T1" });
    }

    [Theory]
    [InlineData("on_item_failure: quarantine", Outcome.Succeeded)]
    [InlineData("on_item_failure: ignore", Outcome.Succeeded)]
    [InlineData("tolerate: 2", Outcome.Succeeded)]
    [InlineData("tolerate: 1", Outcome.Failed)]
    [InlineData("tolerate: 50%", Outcome.Succeeded)]
    [InlineData("{ on_item_failure: quarantine, tolerate: 30% }", Outcome.Failed)]
    public void ForEach_TwoOfFourFail_PolicyDecides(string policy, Outcome outcome)
    {
        using var engine = new DrivenEngine();
        engine.On("t.odd", call => double.Parse(call.Text("n")) % 2 == 1 ? StepFailure.Permanent("T1", "odd") : Call.Value(1));
        var run = engine.Run($$$"""
            name: t
            steps:
              - id: all
                for_each: [0, 1, 2, 3]
            {{{string.Join('\n', policy.Trim('{', '}').Split(',').Select(static line => "    " + line.Trim()))}}}
                steps:
                  - { id: x, uses: t.odd, with: { n: "${item}" } }
            outputs: { failed: "${all.failed}" }
            """);
        Assert.Equal(outcome, run.Outcome);
        Assert.StartsWith(outcome == Outcome.Succeeded ? """{"failed":2}""" : "none", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ForEach_Parallel_IsNeverExceeded()
    {
        using var engine = new DrivenEngine(slots: 50);
        var most = 0;
        engine.On("t.work", _ => Call.Value(most = Math.Max(most, engine.Held.Select(static held => held.Body.Address.Key).Distinct().Count())));
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: "${[1,2,3,4,5,6,7,8,9,10].map(a, [1,2,3,4,5].map(b, a * b))}"
                parallel: 3
                steps:
                  - { id: x, uses: t.work, with: {} }
                  - { id: y, uses: t.work, with: {} }
                  - { id: z, needs: [x], uses: t.work, with: {} }
            """);
        Assert.Equal(Outcome.Succeeded, run.Outcome);
        Assert.Equal(3, most);
    }

    [Fact]
    public void ForEach_Window_BoundsWaitingItems()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start("""
            name: t
            steps:
              - id: all
                for_each: [1, 2, 3, 4, 5]
                window: 2
                steps:
                  - { id: x, uses: core.wait, with: { signal: go } }
            """);
        engine.Settle();
        Assert.Equal(2, engine.Loop.Actors[run].State.Blocks[1].Open.Count);
        for (var n = 0; n < 5; n++)
        {
            Assert.True(engine.Ask(engine.Engine.SignalAsync(run, "go", null, $"s{n}", "true"u8.ToArray())));
            engine.Settle();
        }

        Assert.Equal(Outcome.Succeeded, engine.Finish(run).Outcome);
    }

    [Fact]
    public void ForEach_RejectedAndEmpty_AreCountedApart()
    {
        using var engine = new DrivenEngine();
        engine.On("t.look", call => call.Text("n") switch
        {
            "0" => new ActionResult<System.Text.Json.JsonElement>.Empty(System.Text.Json.JsonElement.Parse("[]")),
            "1" => new ActionResult<System.Text.Json.JsonElement>.Rejected("too blurred"),
            _ => Call.Value(1),
        });
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: [0, 1, 2]
                steps:
                  - { id: x, uses: t.look, with: { n: "${item}" } }
            outputs: { e: "${all.empty}", r: "${all.rejected}", s: "${all.succeeded}", t: "${all.total}" }
            """);
        Assert.Equal("""{"e":1,"r":1,"s":1,"t":3}""", run.Output);
        Assert.Contains("too blurred", System.Text.Encoding.UTF8.GetString(engine.Store.ReadItems(run.Row.Run, 1, 1, 1)[0].Detail!), StringComparison.Ordinal);
    }

    [Fact]
    public void ForEach_InRepeatInForEach_NestsFreely()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: outer
                for_each: [1, 2]
                as: o
                yield: "${rounds.sum}"
                steps:
                  - id: rounds
                    repeat: { until: "${iteration.index == 1.0}", max: 3 }
                    yield: { sum: "${inner.items.map(i, i.value)}" }
                    steps:
                      - id: inner
                        for_each: [10, 20]
                        as: i
                        steps:
                          - { id: x, uses: core.value, with: { value: "${i * o + iteration.index}" } }
            outputs: { all: "${outer.items.map(i, i.value)}" }
            """);
        Assert.Equal("""{"all":[[11,21],[21,41]]}""", run.Output);
    }

    [Fact]
    public void ForEach_SiblingFails_StoppedItemsAreCancelledNotFailed()
    {
        using var engine = new DrivenEngine(slots: 4);
        engine.On("t.work", call => call.Text("n") == "0" ? StepFailure.Permanent("T1", "zero") : Call.Value(1));
        var run = engine.Run("""
            name: t
            steps:
              - id: all
                for_each: [0, 1, 2]
                steps:
                  - { id: x, uses: t.work, with: { n: "${item}" } }
                  - { id: y, uses: t.work, with: { n: "${item}" } }
            """);
        Assert.Equal(["0 failed -", "1 cancelled -", "2 cancelled -"], run.Items(1));
        Assert.Equal("T1", run.Codes.Split(' ')[0]);
    }

    [Fact]
    public void ForEach_ChosenItems_AreTheOnlyOnes()
    {
        using var engine = new DrivenEngine();
        const string yaml = """
            name: t
            steps:
              - id: all
                for_each: [a, b, c, d]
                key: "${item}"
                steps:
                  - { id: x, uses: core.value, with: { value: "${item}" } }
            outputs: { keys: "${all.items.map(i, i.key)}" }
            """;
        Assert.Equal("""{"keys":["a","b"]}""", engine.Run(yaml, null, new RunOptions { Limit = 2 }).Output);
        Assert.Equal("""{"keys":["c"]}""", engine.Run(yaml, null, new RunOptions { Only = ["c"] }).Output);
        var sample = engine.Run(yaml, null, new RunOptions { Sample = 2 }).Output;
        Assert.Equal(sample, engine.Run(yaml, null, new RunOptions { Sample = 2 }).Output);
    }

    [Fact]
    public void ForEach_SourceFailsForAWhile_PagesAreReadOnce()
    {
        using var engine = new DrivenEngine();
        engine.Add(new ScriptedSource("t.rows", 2, static () => [.. Enumerable.Range(0, 5).Select(static n => ($"k{n}", (object)n))])
        {
            Fails = static read => read is 2 or 4 ? StepFailure.Transient("T1", "later") : null,
        });
        var run = engine.Run("""
            name: t
            steps:
              - { id: find, uses: t.rows, with: {} }
              - id: all
                for_each: ${find}
                steps:
                  - { id: a, uses: core.value, with: { value: "${item}" } }
            outputs: { keys: "${all.items.map(i, i.key)}" }
            """);
        Assert.Equal("""{"keys":["k0","k1","k2","k3","k4"]}""", run.Output);
    }

    [Fact]
    public void ForEach_GroupYieldsASource_TakesItsRows()
    {
        using var engine = new DrivenEngine();
        engine.Add(new ScriptedSource("t.rows", 2, static () => [.. Enumerable.Range(0, 3).Select(static n => ($"k{n}", (object)n))]));
        var run = engine.Start("""
            name: t
            steps:
              - id: g
                steps:
                  - { id: find, uses: t.rows, with: {} }
              - { id: pause, uses: core.wait, with: { for: 1m } }
              - id: all
                for_each: ${g}
                needs: [g, pause]
                steps:
                  - { id: a, uses: core.value, with: { value: "${item}" } }
            outputs: { n: "${all.total}" }
            """);
        engine.Settle();
        engine.Restart();
        Assert.Equal("""{"n":3}""", engine.Finish(run).Output);
    }
}
