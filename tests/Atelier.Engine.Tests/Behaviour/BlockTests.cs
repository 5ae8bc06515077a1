using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class BlockTests
{
    [Fact]
    public void Repeat_UntilHolds_Converges()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: r
                repeat: { until: "${guess > 3.0}", max: 10 }
                steps:
                  - { id: guess, uses: core.value, with: { value: "${iteration.previous == null ? 1.0 : iteration.previous.guess + 1.0}" } }
            outputs: { g: "${r.guess}", rounds: "${r.rounds}", c: "${r.converged}" }
            """);
        Assert.Equal("""{"g":4,"rounds":4,"c":true}""", run.Output);
    }

    [Theory]
    [InlineData("keep_last", """{"n":2,"c":false}""")]
    [InlineData("{ keep_best: \"${0.0 - n * n + 2.0 * n}\" }", """{"n":1,"c":false}""")]
    [InlineData("fail", "none")]
    public void Repeat_RoundsUsedUp_DoesAsTold(string policy, string output)
    {
        using var engine = new DrivenEngine();
        var run = engine.Run($$$"""
            name: t
            steps:
              - id: r
                repeat:
                  until: "${n > 100.0}"
                  max: 3
                  on_exhausted: {{{policy}}}
                steps:
                  - { id: n, uses: core.value, with: { value: "${iteration.index}" } }
            outputs: { n: "${r.n}", c: "${r.converged}" }
            """);
        Assert.StartsWith(output, run.Output, StringComparison.Ordinal);
        Assert.Equal(policy == "fail" ? "ATL2108" : string.Empty, run.Codes);
    }

    [Fact]
    public void Repeat_RestartInTheMiddle_KeepsBestAndPrevious()
    {
        using var engine = new DrivenEngine();
        var run = engine.Start("""
            name: t
            steps:
              - id: r
                repeat: { until: "${n > 100.0}", max: 4, on_exhausted: { keep_best: "${n == 1.0 ? 9.0 : 0.0}" } }
                steps:
                  - { id: rest, uses: core.wait, with: { for: 1m } }
                  - { id: n, uses: core.value, with: { value: "${iteration.previous == null ? 0.0 : iteration.previous.n + 1.0}" } }
            outputs: { n: "${r.n}", rounds: "${r.rounds}" }
            """);
        for (var round = 0; round < 4; round++)
        {
            engine.Settle();
            engine.Restart();
            engine.Settle();
            engine.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("""{"n":1,"rounds":4}""", engine.Finish(run).Output);
    }

    [Fact]
    public void Parallel_Branches_YieldAMap()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: p
                parallel:
                  a: { uses: core.value, with: { value: 3 } }
                  b:
                    - { id: first, uses: core.value, with: { value: calm } }
                    - { id: second, uses: core.value, with: { value: "very ${first}" } }
            outputs: { p: "${p}" }
            """);
        Assert.Equal("""{"p":{"a":3,"b":"very calm"}}""", run.Output);
    }

    [Theory]
    [InlineData(1, "\"low\"")]
    [InlineData(5, "\"high\"")]
    [InlineData(3, "null")]
    public void Switch_FirstCaseThatHolds_IsTaken(int n, string value)
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            inputs: { n: { type: integer } }
            steps:
              - id: s
                switch:
                  - when: ${inputs.n < 2}
                    steps: [ { id: x, uses: core.value, with: { value: low } } ]
                  - when: ${inputs.n > 4}
                    steps: [ { id: x, uses: core.value, with: { value: high } } ]
            outputs: { s: "${s}" }
            """, new { n });
        Assert.Equal($$"""{"s":{{value}}}""", run.Output);
    }

    [Fact]
    public void Run_AnotherWorkflow_SeesOnlyItsInputs()
    {
        using var engine = new DrivenEngine();
        engine.Workflows["./child.yaml"] = """
            name: child
            inputs: { n: { type: integer }, text: { type: string, default: standard } }
            steps:
              - { id: said, uses: core.value, with: { value: "${inputs.text} ${inputs.n + 1}" } }
            outputs: { said: "${said}" }
            """;
        var run = engine.Run("""
            name: t
            steps:
              - { id: c, run: ./child.yaml, with: { n: 4 } }
            outputs: { c: "${c.said}" }
            """);
        Assert.Equal("""{"c":"standard 5"}""", run.Output);
    }

    [Fact]
    public void Group_StepFails_GroupFailsWithItsFailure()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: g
                steps:
                  - { id: x, uses: core.fail, with: { message: no, code: X1 } }
            """);
        Assert.Equal((Outcome.Failed, "X1", "g/x"), (run.Outcome, run.Codes, run.Errors[0].Step));
    }

    [Fact]
    public void TotalTimeout_OfABlock_StopsItsBodies()
    {
        using var engine = new DrivenEngine();
        engine.AddHanging("t.hang");
        var run = engine.Run("""
            name: t
            steps:
              - id: g
                total_timeout: 30s
                steps:
                  - { id: x, uses: t.hang, with: {} }
            """);
        Assert.Equal((Outcome.Failed, "ATL2123"), (run.Outcome, run.Codes));
    }
}
