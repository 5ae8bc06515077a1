using System.Collections.Immutable;
using Atelier.Api.Problems;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;
using Atelier.Language;
using Atelier.Server.Files;
using Atelier.Server.Problems;

namespace Atelier.Server.Workflows;

/// <summary>Reads definitions that clients send, or name inside the server's roots. A text without a file lies, for its relative paths, in the first root.</summary>
internal sealed class WorkflowReader(OwnedHome home, FileRoots roots, TimeProvider time)
{
    /// <summary>A definition and what the check says of it; null with the refusal where it cannot be read at all.</summary>
    public WorkflowFile? Read(IReadOnlyDictionary<string, string>? sources, string? file, out Refusal? refusal)
    {
        refusal = null;
        if (sources is null && file is null)
        {
            refusal = Refusal.Bad(ServerCodes.BadBody, "`sources` or `file` says what to read");
            return null;
        }

        return sources is null ? ReadFile(file!, out refusal) : ReadTexts(sources, file, out refusal);
    }

    /// <summary>Mistakes of a check as they cross HTTP; files by their path from the first root.</summary>
    public IReadOnlyList<Mistake> MistakesOf(ImmutableArray<Diagnostic> diagnostics) => [.. diagnostics.Select(diagnostic => new Mistake
    {
        Code = diagnostic.Code,
        Severity = diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning",
        Message = diagnostic.Message,
        File = FileOf(diagnostic.Position.File),
        Line = diagnostic.Position.Line,
        Column = diagnostic.Position.Column,
        Remedy = diagnostic.Remedy,
    })];

    private string? FileOf(string? file) => file is null ? null : Path.GetRelativePath(roots.First, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal) ? file : relative;

    private WorkflowFile? ReadFile(string file, out Refusal? refusal)
    {
        refusal = null;
        if (roots.Inside(file) is not { } path)
        {
            refusal = Refusal.Forbidden(ServerCodes.OutsideRoots, $"`{file}` lies outside the folders of this server", "`GET /api/v1/files` lists them.");
            return null;
        }

        try
        {
            return WorkflowFile.Load(Directory.Exists(path) ? Path.Join(path, "workflow.yaml") : path, home.Actions.Registry, time);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            refusal = Refusal.Bad(ServerCodes.OutsideRoots, $"`{file}` cannot be read: {exception.Message}");
            return null;
        }
    }

    private WorkflowFile? ReadTexts(IReadOnlyDictionary<string, string> sources, string? file, out Refusal? refusal)
    {
        refusal = null;
        if (!sources.TryGetValue(string.Empty, out _))
        {
            refusal = Refusal.Bad(ServerCodes.BadBody, "`sources` has no text under the empty name, which is the workflow's own");
            return null;
        }

        if (file is not null && !Path.IsPathFullyQualified(file))
        {
            refusal = Refusal.Bad(ServerCodes.BadBody, "`file` beside `sources` is an absolute path");
            return null;
        }

        // Only its folder counts: a default such as ./pictures stays what it was before somebody edited the text here.
        var sent = new SentWorkflow(file ?? Path.Join(roots.First, "workflow.yaml"), null, sources);
        return WorkflowFile.Compile(sent, home.Actions.Registry);
    }
}
