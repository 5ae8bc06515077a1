using System.CommandLine;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Language.Dialects;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier convert RECIPE</c>: the canonical YAML of a recipe, which runs as the recipe does.</summary>
internal static class ConvertCommand
{
    private static readonly Argument<string> FileArgument = new("RECIPE") { Description = "The recipe's file." };
    private static readonly Option<string?> Target = new("--output", "-o") { Description = "The file to write. Default: the YAML is printed.", HelpName = "FILE" };

    public static Command Create() => new Command("convert", "Write a recipe as the workflow that it is.") { FileArgument, Target }.Does(ConvertAsync);

    private static async Task<int> ConvertAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var path = invocation.Get(FileArgument)!;
        var file = WorkflowLoading.Load(path, actions, invocation.Time);
        if (file.Plan is not { } plan)
        {
            return WorkflowLoading.Refuse(file.Diagnostics, terminal);
        }

        if (file.Dialect == Dialect.Workflow)
        {
            throw CommandException.BadInput(CliCodes.NotARecipe, $"{path} is a workflow already; only recipes are converted");
        }

        WorkflowLoading.Show(file.Diagnostics, terminal);
        if (invocation.Get(Target) is not { } target)
        {
            Show(terminal, plan.Source);
            return ExitCodes.Done;
        }

        try
        {
            await File.WriteAllTextAsync(target, plan.Source, invocation.Interrupted).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw CommandException.BadInput(CliCodes.FileTrouble, $"{target} cannot be written: {exception.Message}");
        }

        terminal.Say($"{target}: {plan.Name}, {Texts.Count(plan.Steps.Length, "step")}");
        return ExitCodes.Done;
    }

    private static void Show(Terminal terminal, string yaml)
    {
        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("workflow", yaml);
                writer.WriteEndObject();
            });
        }
        else
        {
            terminal.Say(yaml.TrimEnd('\n'));
        }
    }
}
