using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Behaviour;

public sealed class SequenceTests
{
    [Fact]
    public void Run_StepsInOrder_YieldsOutputs()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: core.value, with: { value: 1 } }
              - { id: b, uses: core.value, with: { value: "${a + 1.0}" } }
            outputs: { sum: "${a + b}" }
            """);
        Assert.Equal((Outcome.Succeeded, """{"sum":3}"""), (run.Outcome, run.Output));
    }

    [Fact]
    public void Run_ConditionIsFalse_SkipsAndGoesOn()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: core.value, with: { value: 1 } }
              - { id: b, if: "${a > 5.0}", uses: core.value, with: { value: 2 } }
              - { id: c, uses: core.value, with: { value: "${has(b.x) ? 1 : 3}" } }
            """);
        Assert.Equal("succeeded skipped succeeded", run.Steps);
        Assert.Equal(Outcome.Succeeded, run.Outcome);
    }

    [Fact]
    public void Run_NeedsAreEmpty_StartsAtOnce()
    {
        using var engine = new DrivenEngine();
        var order = new List<string>();
        engine.On("t.note", call =>
        {
            lock (order)
            {
                order.Add(call.Step);
            }

            return Call.Value(1);
        });
        engine.Run("""
            name: t
            steps:
              - { id: a, uses: core.wait, with: { for: 1s } }
              - { id: b, uses: t.note, with: {} }
              - { id: c, needs: [], uses: t.note, with: {} }
              - { id: d, needs: [b, c], uses: t.note, with: {} }
            """);
        Assert.Equal(["c", "b", "d"], order);
    }

    [Fact]
    public void Run_ExpressionFails_StepFailsWithItsPlace()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            inputs: { n: { type: integer } }
            steps:
              - { id: a, uses: core.value, with: { value: "${1 / inputs.n}" } }
              - { id: b, uses: core.value, with: { value: 2 } }
            """, new { n = 0 });
        Assert.Equal(Outcome.Failed, run.Outcome);
        Assert.Equal("a", Assert.Single(run.Errors).Step);
        Assert.Equal("failed", run.Steps);
    }

    [Fact]
    public void Run_TwoBranchesFail_NeitherHidesTheOther()
    {
        using var engine = new DrivenEngine();
        engine.On("t.fail", call => StepFailure.Permanent("T1", call.Step));
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: t.fail, with: {} }
              - { id: b, needs: [], uses: t.fail, with: {} }
              - { id: c, needs: [], uses: t.fail, with: {} }
            """);
        Assert.Equal(["a", "b", "c"], run.Errors.Select(static error => error.Failure.Message).Order());
        Assert.All(run.Errors, static error => Assert.Equal(1, error.Attempt));
    }

    [Fact]
    public void Run_LargeValue_BecomesAnArtifact()
    {
        using var engine = new DrivenEngine();
        engine.On("t.large", _ => Call.Value(new string('x', 300 * 1024)));
        var run = engine.Run("""
            name: t
            steps:
              - { id: a, uses: t.large, with: {} }
            outputs: { a: "${a}" }
            """);
        Assert.Equal(Outcome.Succeeded, run.Outcome);
        Assert.Contains("$artifact", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_InputIsInteger_StaysInteger()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            inputs: { n: { type: integer }, list: { type: list } }
            steps:
              - { id: a, uses: core.value, with: { value: "${inputs.n / 2}" } }
            outputs: { a: "${a}", type: "${type(inputs.n) == int}", size: "${size(inputs.list)}" }
            """, new { n = 7, list = new[] { 1, 2 } });
        Assert.Equal("""{"a":3,"type":true,"size":2}""", run.Output);
    }
}
