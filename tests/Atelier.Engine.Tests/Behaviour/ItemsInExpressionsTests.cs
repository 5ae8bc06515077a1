using Atelier.Engine.Runs;
using Atelier.Engine.Tests.Driving;

namespace Atelier.Engine.Tests.Behaviour;

/// <summary>Expressions that walk rows are evaluated before the commit that ends those rows.</summary>
public sealed class ItemsInExpressionsTests
{
    [Fact]
    public void Outputs_WalkTheItemsOfTheLastBlock_SeeEveryEnd()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: b
                for_each: [x, y, z]
                yield: "${v}"
                steps: [{ id: v, uses: core.value, with: { value: "${item}" } }]
            outputs: { values: "${b.items.map(i, i.value)}", outcomes: "${b.items.map(i, i.outcome)}" }
            """);
        Assert.Equal((Outcome.Succeeded, """{"values":["x","y","z"],"outcomes":["succeeded","succeeded","succeeded"]}"""), (run.Outcome, run.Output));
    }

    [Fact]
    public void Condition_WalksTheItemsOfTheBlockBefore_SeesEveryEnd()
    {
        using var engine = new DrivenEngine();
        var run = engine.Run("""
            name: t
            steps:
              - id: b
                for_each: [1, 2]
                yield: "${v}"
                steps: [{ id: v, uses: core.value, with: { value: "${item}" } }]
              - { id: c, if: "${b.items.all(i, i.value > 0)}", uses: core.value, with: { value: seen } }
            """);
        Assert.Equal((Outcome.Succeeded, "\"seen\""), (run.Outcome, run.Output));
    }

    [Fact]
    public void Outputs_WalkTheRowsOfASource_SeeEveryRow()
    {
        using var engine = new DrivenEngine(actions: [new ScriptedSource("t.rows", 2, static () => [("a", 1), ("b", 2), ("c", 3), ("d", 4), ("e", 5)])]);
        var run = engine.Run("""
            name: t
            steps: [{ id: s, uses: t.rows, with: {} }]
            outputs: { rows: "${s.map(r, r)}" }
            """);
        Assert.Equal((Outcome.Succeeded, """{"rows":[1,2,3,4,5]}"""), (run.Outcome, run.Output));
    }
}
