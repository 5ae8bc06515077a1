using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Language.Tests.Catalog;
using Xunit;

namespace Atelier.Language.Tests.Plans;

public sealed class ActionStepPlanTests
{
    [Fact]
    public void Compile_WithoutPolicies_HasTheStandardOnes()
    {
        var step = Step("  - { id: a, uses: core.value, with: { value: 1 } }");
        Assert.Equal(RetryPlan.Default, step.Retry);
        Assert.Null(step.Timeout);
        Assert.Null(step.Queue);
        Assert.Null(step.Cache);
        Assert.Null(step.Idempotent);
        Assert.False(step.ReadsRun);
    }

    [Fact]
    public void Compile_Defaults_FillWhatAStepLeavesOut()
    {
        var step = Step("  - { id: a, uses: core.value, with: { value: 1 }, timeout: 3s }", "defaults: { retry: { attempts: 7 }, timeout: 9s, queue: gpu, cache: { for: 1d }, priority: 4 }\n");
        Assert.Equal((7, TimeSpan.FromSeconds(3), "gpu", 4), (step.Retry.Attempts, step.Timeout, step.Queue, step.Priority));
        Assert.Equal(new CachePlan(true, TimeSpan.FromDays(1)), step.Cache);
    }

    [Fact]
    public void Compile_RetryOn_ReplacesTheKinds()
    {
        var retry = Step("  - { id: a, uses: core.value, with: { value: 1 }, retry: { on: [permanent, ATL5301], delay: 5m } }").Retry;
        Assert.False(retry.OnTransient);
        Assert.True(retry.OnPermanent);
        Assert.Equal(["ATL5301"], retry.OnCodes);
        Assert.Equal(TimeSpan.FromMinutes(5), retry.MaxDelay);
    }

    [Fact]
    public void Compile_RetryFalse_IsOneAttempt() =>
        Assert.Equal(1, Step("  - { id: a, uses: core.value, with: { value: 1 }, retry: false }").Retry.Attempts);

    [Theory]
    [InlineData("${now()}", true)]
    [InlineData("run ${run.id}", true)]
    [InlineData("${[1].map(run, run)}", false)]
    [InlineData("${1 + 1}", false)]
    public void Compile_With_KnowsWhetherItReadsTheRun(string value, bool expected) =>
        Assert.Equal(expected, Step($"  - {{ id: a, uses: core.value, with: {{ value: \"{value}\" }} }}").ReadsRun);

    [Fact]
    public void Compile_IfThatReadsTheRun_CountsToo() =>
        Assert.True(Step("  - { id: a, if: \"${run.id != ''}\", uses: core.value, with: { value: 1 } }").ReadsRun);

    [Fact]
    public void Compile_RawField_StaysAsWritten()
    {
        var with = Assert.IsType<Template.Map>(Step("  - { id: a, uses: process.run, with: { script: 'echo ${HOME} $${x}', args: [\"${1}\"] } }").With);
        var script = Assert.IsType<Template.Constant>(with.Members.Single(member => member.Key == "script").Value);
        Assert.Equal("echo ${HOME} $${x}", ((CelString)script.Value).Value);
    }

    [Fact]
    public void Compile_ConstantWith_IsOneConstant()
    {
        var with = Assert.IsType<Template.Constant>(Step("  - { id: a, uses: core.value, with: { value: { a: [1, 2.5, true, ~, text, yes], b: \"$${x}\" } } }").With);
        var value = Assert.IsAssignableFrom<CelMap>(with.Value);
        Assert.True(value.TryGet("value", out var inner));
        Assert.Equal("""{a: [1, 2.5, true, null, text, yes], b: ${x}}""", inner.ToString()!.Replace("\"", string.Empty, StringComparison.Ordinal));
    }

    [Fact]
    public void Compile_NoWith_IsAnEmptyMap() =>
        Assert.Equal(0, Assert.IsAssignableFrom<CelMap>(Assert.IsType<Template.Constant>(Step("  - { id: a, uses: core.recover }").With).Value).Count);

    [Fact]
    public void Compile_BigIntegers_AreExact()
    {
        var with = Assert.IsType<Template.Constant>(Step("  - { id: a, uses: core.value, with: { value: 9223372036854775807 } }").With);
        Assert.True(((CelMap)with.Value).TryGet("value", out var value));
        Assert.Equal(long.MaxValue, ((CelInt)value).Value);
    }

    private static ActionStepPlan Step(string step, string head = "") =>
        Assert.IsType<ActionStepPlan>(Compiling.Plan($"name: w\n{head}steps:\n{step}\n").Body.Steps[0]);
}
