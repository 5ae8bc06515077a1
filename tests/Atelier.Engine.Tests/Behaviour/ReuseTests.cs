using System.Text.Json;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class ReuseTests
{
    private static string Workflow(string prompt = "say") => $$$"""
        name: t
        inputs: { items: { type: list } }
        steps:
          - id: all
            for_each: ${inputs.items}
            key: "${item.k}"
            collection: things
            steps:
              - { id: ask, uses: t.ask, with: { prompt: "{{{prompt}}}", v: "${item.v}" } }
        outputs: { all: "${all.items.map(i, i.value)}" }
        """;

    [Theory]
    [InlineData(ReuseClass.Pure, 0)]
    [InlineData(ReuseClass.Sampled, 0)]
    [InlineData(ReuseClass.Effect, 0)]
    [InlineData(ReuseClass.Observe, 2)]
    public void SecondRun_NothingChanged_RunsByItsClass(ReuseClass reuse, int calls)
    {
        using var engine = new DrivenEngine();
        var count = 0;
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(Call.Value(++count))) { Reuse = reuse });
        var first = engine.Run(Workflow(), Items("a1", "b2"));
        Assert.Equal(2, count);
        var second = engine.Run(Workflow(), Items("a1", "b2"));
        Assert.Equal(2 + calls, count);
        Assert.Equal(calls == 0, first.Output == second.Output);
    }

    [Fact]
    public void Pure_AnotherKey_IsReusedAcrossRuns()
    {
        using var engine = new DrivenEngine();
        var count = 0;
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(Call.Value(++count))) { Reuse = ReuseClass.Pure });
        engine.Run(Workflow(), Items("a1"));
        engine.Run(Workflow(), Items("z1"));
        Assert.Equal(1, count);
    }

    [Fact]
    public void Effect_NoLongerHolds_RunsAgain()
    {
        using var engine = new DrivenEngine();
        var (count, holds) = (0, true);
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(Call.Value(++count))) { Reuse = ReuseClass.Effect, StillHolds = (_, _) => holds });
        engine.Run(Workflow(), Items("a1"));
        holds = false;
        var run = engine.Run(Workflow(), Items("a1"));
        Assert.Equal(2, count);
        Assert.Equal("what it made is gone or was changed", Why(engine, run, 0).Reason);
    }

    [Fact]
    public void Why_OneItemChanged_NamesThePartAndRunsNothingElse()
    {
        using var engine = new DrivenEngine();
        var count = 0;
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(Call.Value(++count))) { Reuse = ReuseClass.Sampled });
        engine.Run(Workflow(), Items("a1", "b2"));
        var run = engine.Run(Workflow(), Items("a1", "b3"));
        Assert.Equal(3, count);
        Assert.True(Why(engine, run, 0).Reused);
        var why = Why(engine, run, 1);
        Assert.Equal(("with.v", "2", "3"), (why.Part, why.Old.ToString(), why.New.ToString()));
    }

    [Fact]
    public void Why_PromptVersionOrPartChanged_NamesIt()
    {
        using var engine = new DrivenEngine();
        Add(engine, 1, "sha256:1");
        engine.Run(Workflow("one"), Items("a1"));
        var why = Why(engine, engine.Run(Workflow("two"), Items("a1")), 0);
        Assert.Equal(("with.prompt", "one", "two"), (why.Part, why.Old.ToString(), why.New.ToString()));
        Add(engine, 2, "sha256:1");
        why = Why(engine, engine.Run(Workflow("two"), Items("a1")), 0);
        Assert.Equal(("action", "t.ask@1", "t.ask@2"), (why.Part, why.Old.ToString(), why.New.ToString()));
        Add(engine, 2, "sha256:2");
        why = Why(engine, engine.Run(Workflow("two"), Items("a1")), 0);
        Assert.Equal(("script", "sha256:1", "sha256:2"), (why.Part, why.Old.ToString(), why.New.ToString()));
    }

    [Fact]
    public void Fresh_IsAsked_RunsAgain()
    {
        using var engine = new DrivenEngine();
        var count = 0;
        engine.Add(new ScriptedAction("t.ask", (_, _) => new(Call.Value(++count))) { Reuse = ReuseClass.Pure });
        engine.Run(Workflow(), Items("a1"));
        engine.Run(Workflow(), Items("a1"), new RunOptions { FreshSteps = ["ask"] });
        Assert.Equal(2, count);
    }

    [Fact]
    public void Secrets_AreDeferredAndMasked()
    {
        using var engine = new DrivenEngine();
        engine.SecretValues["token"] = "hunter2-secret";
        string? seen = null;
        engine.Add(new ScriptedAction("t.ask", (call, _) =>
        {
            seen = call.Text("auth");
            call.Context.Log(StepLogLevel.Info, $"sent {seen}");
            return new(Call.Value(new { echo = seen, code = Convert.ToBase64String("hunter2-secret"u8) }));
        })
        { Reuse = ReuseClass.Sampled });
        engine.On("t.fail", call => StepFailure.Permanent("T1", $"refused {call.Text("auth")}"));
        var run = engine.Run("""
            name: t
            steps:
              - { id: ask, uses: t.ask, with: { auth: "Bearer ${secrets.token}" } }
              - { id: bad, uses: t.fail, with: { auth: "${secrets.token}" } }
            """);
        Assert.Equal("Bearer hunter2-secret", seen);
        Assert.Equal("refused ***", run.Errors[0].Failure.Message);
        Assert.Equal("sent Bearer ***", engine.Lines[0].Text);
        var stored = engine.Store.ReadOutcomes(run.Row.Run, [ScopeId.Root]);
        Assert.Equal("""{"echo":"Bearer ***","code":"***"}""", System.Text.Encoding.UTF8.GetString(stored[0].Output!));
        var ledger = engine.Store.FindLedger("t", string.Empty, "ask")!;
        Assert.Contains("secrets.token", System.Text.Encoding.UTF8.GetString(ledger.Parts), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", System.Text.Encoding.UTF8.GetString(ledger.Parts), StringComparison.Ordinal);
    }

    private static void Add(DrivenEngine engine, int version, string script) => engine.Add(new ScriptedAction("t.ask", static (_, _) => new(Call.Value(1)))
    {
        Reuse = ReuseClass.Sampled,
        Version = version,
        Parts = _ => new Dictionary<string, string> { ["script"] = script },
    });

    private static object Items(params string[] items) => new { items = items.Select(static item => new { k = item[..1], v = item[1..] }) };

    private static WhyDetail Why(DrivenEngine engine, Ended run, int item) =>
        OutcomeDetail.FromJson(engine.Store.ReadOutcomes(run.Row.Run, [ScopeId.Of(1, item)])[^1].Detail)!.Why!;
}
