using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Templates;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier new [TEMPLATE]</c>: writes a workflow to begin with.</summary>
internal static class NewCommand
{
    private static readonly Argument<string?> Name = new("TEMPLATE") { Description = "Which; --list shows them. Default: pictures.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> To = new("--to") { Description = "The folder to write; it must not exist or be empty. Default: the template's name.", HelpName = "FOLDER" };
    private static readonly Option<bool> ListOption = new("--list") { Description = "List the templates." };

    public static Command Create() => new Command("new", "Write a workflow to begin with.") { Name, To, ListOption }.Does(Write);

    private static int Write(Invocation invocation)
    {
        if (invocation.Get(ListOption))
        {
            return List(invocation.Terminal);
        }

        var name = invocation.Get(Name) ?? WorkflowTemplate.All[0].Name;
        var template = WorkflowTemplate.All.FirstOrDefault(template => template.Name == name)
            ?? throw CommandException.BadInput(CliCodes.NoSuchTemplate, $"there is no template `{name}`; there are {string.Join(", ", WorkflowTemplate.All.Select(static template => template.Name))}");
        var folder = Path.GetFullPath(invocation.Get(To) ?? name);
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw CommandException.Refused(CliCodes.FileTrouble, $"{Texts.PathText(folder)} is there already; name another folder with --to");
        }

        IReadOnlyList<string> files;
        try
        {
            files = template.WriteTo(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"{Texts.PathText(folder)} cannot be written: {exception.Message}");
        }

        Tell(invocation.Terminal, template, folder, files);
        return ExitCodes.Done;
    }

    private static void Tell(Terminal terminal, WorkflowTemplate template, string folder, IReadOnlyList<string> files)
    {
        var shown = Texts.PathText(folder);
        terminal.Say($"{template.Summary}\nWritten to {shown}: {string.Join(", ", files)}.");
        terminal.Say($"Next: `atelier run {shown}`. Then change {Path.Join(shown, "workflow.yaml")}, and `atelier validate {shown}` shows every mistake at once.");
        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("template", template.Name);
                writer.WriteString("folder", folder);
                writer.WriteStartArray("files");
                foreach (var file in files)
                {
                    writer.WriteStringValue(file);
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
        }
    }

    private static int List(Terminal terminal)
    {
        if (terminal.Json)
        {
            terminal.Write(static writer =>
            {
                writer.WriteStartObject();
                writer.WriteStartArray("templates");
                foreach (var template in WorkflowTemplate.All)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", template.Name);
                    writer.WriteString("summary", template.Summary);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            });
            return ExitCodes.Done;
        }

        var table = new TextTable("TEMPLATE", "WHAT IT IS");
        foreach (var template in WorkflowTemplate.All)
        {
            table.Add(template.Name, template.Summary);
        }

        table.WriteTo(terminal);
        return ExitCodes.Done;
    }
}
