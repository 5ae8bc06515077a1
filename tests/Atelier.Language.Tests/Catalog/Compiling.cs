using Atelier.Language.Plans;
using Xunit;

namespace Atelier.Language.Tests.Catalog;

/// <summary>Compiles against the fake actions.</summary>
internal static class Compiling
{
    public static CompileResult Compile(string text, string file = "workflow.yaml", WorkflowResolver? resolve = null) =>
        WorkflowCompiler.Compile(text, file, new CompileOptions { Actions = FakeActions.Instance, Resolve = resolve });

    /// <summary>The plan of a text without mistakes.</summary>
    public static WorkflowPlan Plan(string text, WorkflowResolver? resolve = null)
    {
        var result = Compile(text, resolve: resolve);
        Assert.Empty(result.Diagnostics);
        return Assert.IsType<WorkflowPlan>(result.Plan);
    }

    /// <summary>The only mistake of a text.</summary>
    public static Diagnostic Mistake(string text, WorkflowResolver? resolve = null)
    {
        var result = Compile(text, resolve: resolve);
        Assert.Null(result.Plan);
        return Assert.Single(result.Diagnostics);
    }
}
