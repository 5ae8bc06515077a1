using System.CommandLine;
using Atelier.Cli.Models;
using Atelier.Cli.Terminals;
using Atelier.Hosting.Actions;
using Atelier.Language;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier validate FILE...</c>: every mistake at once.</summary>
internal static class ValidateCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Workflow files, or folders with a workflow.yaml.", Arity = ArgumentArity.OneOrMore };

    public static Command Create() => new Command("validate", "Check workflows and show every mistake at once.") { Files }.Does(ValidateAsync);

    private static async Task<int> ValidateAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var diagnostics = new List<Diagnostic>();
        foreach (var path in invocation.Get(Files)!)
        {
            var file = WorkflowLoading.Load(path, actions, invocation.Time);
            IReadOnlyList<Diagnostic> problems = file.Plan is null ? [] : await CommandModels.DiagnoseAsync(invocation, actions, file.Plan, runsHere: false).ConfigureAwait(false);
            diagnostics.AddRange([.. file.Diagnostics, .. problems]);
            WorkflowLoading.Show([.. file.Diagnostics, .. problems], terminal);
            if (file.Plan is { } plan && !WorkflowLoading.HasMistake(problems))
            {
                terminal.Say($"{path}: {plan.Name} is valid, {Texts.Count(plan.Steps.Length, "step")}");
            }
        }

        var mistakes = diagnostics.Count(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (mistakes > 0)
        {
            terminal.Tell($"{Texts.Count(mistakes, "mistake")}.");
        }

        if (terminal.Json)
        {
            terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteBoolean("valid", mistakes == 0);
                DiagnosticJson.Write(writer, diagnostics);
                writer.WriteEndObject();
            });
        }

        return mistakes == 0 ? ExitCodes.Done : ExitCodes.BadInput;
    }
}
