using Atelier.Language.Binding;
using Atelier.Language.Definitions;
using Atelier.Language.Dialects;

namespace Atelier.Language;

/// <summary>Text to plan. Pure: the same text, actions and resolved workflows give the same plan and the same mistakes.</summary>
public static class WorkflowCompiler
{
    /// <summary>Reads, checks and plans a workflow; every mistake is found at once.</summary>
    /// <param name="text">A workflow in YAML, or JSON as a part of it; or a recipe.</param>
    /// <param name="file">The file's name for messages and relative references; an absolute path when there is a file.</param>
    /// <param name="options">Actions and other workflows.</param>
    public static CompileResult Compile(string text, string file, CompileOptions options)
    {
        var diagnostics = new DiagnosticBag();
        var document = DocumentReader.Read(text, file, diagnostics);
        var definition = document is null ? null : WorkflowReader.Read(document.Root, diagnostics);
        if (document is null || definition is null)
        {
            return new CompileResult(null, diagnostics.ToImmutable(), document?.Dialect ?? Dialect.Workflow);
        }

        var plan = WorkflowBinder.Bind(definition, document.Text, file, options, diagnostics);
        return new CompileResult(diagnostics.HasErrors ? null : plan, diagnostics.ToImmutable(), document.Dialect);
    }
}
