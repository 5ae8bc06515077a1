using System.Collections.Immutable;
using Atelier.Hosting.Owners;
using Atelier.Language;
using Atelier.Language.Dialects;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Workflows;

/// <summary>A workflow read from a file, with the texts of all that it inlines.</summary>
/// <param name="Plan">Null when there is any error.</param>
/// <param name="Diagnostics">Mistakes and warnings.</param>
/// <param name="Sent">What a run keeps of it: of a recipe its canonical form.</param>
/// <param name="Dialect">The form the file is written in.</param>
public sealed record WorkflowFile(WorkflowPlan? Plan, ImmutableArray<Diagnostic> Diagnostics, SentWorkflow Sent, Dialect Dialect = Dialect.Workflow)
{
    /// <summary>Reads and compiles a file.</summary>
    /// <param name="path">Absolute.</param>
    /// <param name="actions">What <c>uses</c> may name.</param>
    /// <param name="time">For the version's label.</param>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static WorkflowFile Load(string path, IActionCatalog actions, TimeProvider time)
    {
        var text = File.ReadAllText(path);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal) { [string.Empty] = text };
        var result = WorkflowCompiler.Compile(text, path, new CompileOptions { Actions = actions, Resolve = (reference, from) => Resolve(reference, from, path, sources) });
        sources[string.Empty] = result.Plan?.Source ?? text;
        return new WorkflowFile(result.Plan, result.Diagnostics, new SentWorkflow(path, VersionLabel.Of(path, time), sources), result.Dialect);
    }

    /// <summary>Compiles texts that lie in no file: their paths resolve as if they lay where <see cref="SentWorkflow.File"/> says.</summary>
    /// <param name="sent">The texts; of a recipe the result holds its canonical form instead.</param>
    /// <param name="actions">What <c>uses</c> may name.</param>
    public static WorkflowFile Compile(SentWorkflow sent, IActionCatalog actions)
    {
        var text = sent.Sources[string.Empty];
        var result = WorkflowCompiler.Compile(text, sent.File, new CompileOptions { Actions = actions, Resolve = (reference, from) => WorkflowVersions.Resolve(reference, from, sent) });
        var sources = new Dictionary<string, string>(sent.Sources, StringComparer.Ordinal) { [string.Empty] = result.Plan?.Source ?? text };
        return new WorkflowFile(result.Plan, result.Diagnostics, sent with { Sources = sources }, result.Dialect);
    }

    internal static string FileOf(string reference, string? from, string root) =>
        Path.GetFullPath(reference, Path.GetDirectoryName(from ?? root)!);

    /// <summary>The name an inlined workflow's text is kept under: its path from the folder of the workflow itself.</summary>
    internal static string NameOf(string file, string root) => Path.GetRelativePath(Path.GetDirectoryName(root)!, file);

    private static ResolvedWorkflow? Resolve(string reference, string? from, string root, Dictionary<string, string> sources)
    {
        var file = FileOf(reference, from, root);
        if (!File.Exists(file))
        {
            return null;
        }

        var text = File.ReadAllText(file);
        sources[NameOf(file, root)] = text;
        return new ResolvedWorkflow(text, file);
    }
}
