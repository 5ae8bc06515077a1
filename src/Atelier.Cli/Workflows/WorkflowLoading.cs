using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Workflows;
using Atelier.Language;

namespace Atelier.Cli.Workflows;

/// <summary>Reads the workflow that a command names.</summary>
internal static class WorkflowLoading
{
    private static readonly string[] Usual = ["workflow.yaml", "workflow.yml", "workflow.json"];

    /// <summary>The workflow at a path: a file, or a folder with a <c>workflow.yaml</c>.</summary>
    public static WorkflowFile Load(string path, ActionSet actions, TimeProvider time)
    {
        var file = Path.GetFullPath(path);
        if (Directory.Exists(file))
        {
            file = Usual.Select(name => Path.Join(file, name)).FirstOrDefault(File.Exists)
                ?? throw CommandException.BadInput(CliCodes.FileTrouble, $"the folder {path} holds no workflow.yaml");
        }

        try
        {
            return WorkflowFile.Load(file, actions.Registry, time);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"there is no file {path}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"{path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Whether one of them keeps the workflow from running.</summary>
    public static bool HasMistake(IReadOnlyList<Diagnostic> diagnostics) => diagnostics.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>Shows mistakes and warnings; false when there is a mistake.</summary>
    public static bool Show(IReadOnlyList<Diagnostic> diagnostics, Terminal terminal)
    {
        foreach (var diagnostic in diagnostics)
        {
            terminal.Tell(TextOf(diagnostic));
        }

        return !HasMistake(diagnostics);
    }

    /// <summary>Shows mistakes; gives the status they mean. With JSON the document lists them.</summary>
    public static int Refuse(IReadOnlyList<Diagnostic> diagnostics, Terminal terminal)
    {
        Show(diagnostics, terminal);
        var mistakes = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        terminal.Tell($"{Texts.Count(mistakes, "mistake")}; nothing was run.");
        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                DiagnosticJson.Write(writer, diagnostics);
                writer.WriteNumber("exit", ExitCodes.BadInput);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.BadInput;
    }

    public static string TextOf(Diagnostic diagnostic)
    {
        var position = diagnostic.Position;
        return (diagnostic with { Position = position with { File = Path.IsPathFullyQualified(position.File) ? Texts.PathText(position.File) : position.File } }).ToString();
    }
}
