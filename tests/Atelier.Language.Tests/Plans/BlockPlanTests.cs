using Atelier.Language.Plans;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Plans;

public sealed class BlockPlanTests
{
    private const string Child = "name: child\ninputs: { text: { type: string } }\nsteps:\n  - { id: x, uses: core.value, with: { value: \"${inputs.text}\" } }\noutputs: { said: \"${x}\" }\n";

    [Fact]
    public void Compile_ParallelMap_MakesABranchOfSeveralStepsAGroup()
    {
        var block = Assert.IsType<ParallelPlan>(Only("""
            - id: p
              parallel:
                left:
                  - { id: l1, uses: core.value, with: { value: 1 } }
                  - { id: l2, uses: core.value, with: { value: "${l1}" } }
                right: { uses: core.value, with: { value: 2 } }
            """));
        Assert.Equal(["p/left", "p/right"], block.Body.Steps.Select(step => step.Path));
        Assert.All(block.Body.Steps, step => Assert.Empty(step.Needs));
        Assert.Equal("p/left/l2", Assert.IsType<GroupPlan>(block.Body.Steps[0]).Body.Steps[1].Path);
    }

    [Fact]
    public void Compile_Switch_KeepsCasesApart()
    {
        var block = Assert.IsType<SwitchPlan>(Only("""
            - id: s
              switch:
                - { when: "${true}", steps: [{ id: go, uses: core.value, with: { value: 1 } }] }
                - default: [{ id: go, uses: core.value, with: { value: 2 } }]
            """));
        Assert.Equal(["s/case1/go", "s/default/go"], block.Cases.Select(found => found.Body.Steps[0].Path));
        Assert.Null(block.Cases[1].When);
    }

    [Fact]
    public void Compile_Repeat_KeepsBoundAndPolicy()
    {
        var block = Assert.IsType<RepeatPlan>(Only("""
            - id: r
              repeat: { until: "${x > 3}", max: 5, on_exhausted: { keep_best: "${x}" } }
              steps:
                - { id: x, uses: core.value, with: { value: "${iteration.index}" } }
            """));
        Assert.Equal(ExhaustedPolicy.KeepBest, block.OnExhausted);
        Assert.Equal("x", block.Best!.Text);
        Assert.IsType<Template.Constant>(block.Max);
    }

    [Fact]
    public void Compile_Run_InlinesAnIsolatedBody()
    {
        var plan = Compiling.Plan("name: w\nsteps:\n  - { id: a, run: child, with: { text: hello } }\n", (_, _) => new ResolvedWorkflow(Child, "child"));
        var call = Assert.IsType<CallPlan>(plan.Body.Steps[0]);
        Assert.True(call.Body.Isolated);
        Assert.Equal("child", call.Workflow);
        Assert.Equal("a/x", call.Body.Steps[0].Path);
        Assert.IsType<Template.Map>(call.Outputs);
    }

    [Fact]
    public void Compile_Run_GivesEveryInputAValue()
    {
        const string child = "name: child\ninputs: { folder: { type: path, default: art }, out: { type: path }, count: { type: integer, default: 3 }, note: { type: string, required: false } }\nsteps:\n  - { id: x, uses: core.value, with: { value: \"${inputs}\" } }\n";
        var result = Compiling.Compile("name: w\nsteps:\n  - { id: a, run: child, with: { out: made } }\n", "/flows/main.yaml", (_, _) => new ResolvedWorkflow(child, "/other/child.yaml"));
        var with = Assert.IsType<Template.Map>(Assert.IsType<CallPlan>(result.Plan!.Body.Steps[0]).With);
        Assert.Equal(
            ["folder=/other/art", "out=/flows/made", "count=3", "note=null"],
            with.Members.Select(member => $"{member.Key}={((Template.Constant)member.Value).Value}".Replace("\"", string.Empty, StringComparison.Ordinal)));
    }

    [Fact]
    public void Compile_Run_PinsTheOtherText()
    {
        const string text = "name: w\nsteps:\n  - { id: a, run: child, with: { text: hello } }\n";
        var before = Compiling.Plan(text, (_, _) => new ResolvedWorkflow(Child, "child"));
        var after = Compiling.Plan(text, (_, _) => new ResolvedWorkflow(Child + "# changed\n", "child"));
        Assert.NotEqual(before.Digest, after.Digest);
        Assert.NotEqual(((CallPlan)before.Body.Steps[0]).WorkflowDigest, ((CallPlan)after.Body.Steps[0]).WorkflowDigest);
    }

    [Fact]
    public void Compile_InlinedWorkflow_SeesNoOuterNames()
    {
        var mistake = Compiling.Mistake(
            "name: w\nsteps:\n  - { id: outer, uses: core.value, with: { value: 1 } }\n  - { id: a, run: child }\n",
            (_, _) => new ResolvedWorkflow("name: c\nsteps:\n  - { id: x, uses: core.value, with: { value: \"${outer}\" } }\n", "child"));
        Assert.Equal(("child", DiagnosticCodes.UnknownName), (mistake.Position.File, mistake.Code));
    }

    [Fact]
    public void Compile_InlinedTwice_IsAllowed()
    {
        var plan = Compiling.Plan(
            "name: w\nsteps:\n  - { id: a, run: child, with: { text: x } }\n  - { id: b, run: child, with: { text: \"${a.said}\" } }\n",
            (_, _) => new ResolvedWorkflow(Child, "child"));
        Assert.Equal(["a", "b", "a/x", "b/x"], plan.Steps.Select(step => step.Path));
    }

    [Fact]
    public void Compile_Handlers_HavePathsOfTheirOwn()
    {
        var step = Only("""
            - id: a
              uses: core.value
              with: { value: 1 }
              on_failure: [{ id: t, uses: core.log, with: { message: "${error.message}" } }]
              finally: [{ id: t, uses: core.log, with: { message: done } }]
            """);
        Assert.Equal("a/on_failure/t", step.OnFailure!.Steps[0].Path);
        Assert.Equal("a/finally/t", step.Finally!.Steps[0].Path);
    }

    private static StepPlan Only(string steps) => Assert.Single(Compiling.Plan($"name: w\nsteps:\n{steps}").Body.Steps);
}
