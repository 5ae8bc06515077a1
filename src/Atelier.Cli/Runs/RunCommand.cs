using System.CommandLine;
using Atelier.Cli.Homes.Desks;
using Atelier.Cli.Models;
using Atelier.Cli.Terminals;
using Atelier.Cli.Workflows;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Workflows;
using Atelier.Language;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier run FILE</c>: starts a run and shows it until it ends or waits.</summary>
internal static class RunCommand
{
    private static readonly Argument<string> FileArgument = new("FILE") { Description = "The workflow's file, or a folder with a workflow.yaml." };
    private static readonly Option<bool> Detach = new("--detach") { Description = "Start it in the background and return at once." };
    private static readonly Option<bool> Wait = new("--wait") { Description = "Stay while the run waits for a person, a signal or a budget." };

    public static Command Create()
    {
        var command = new Command("run", "Run a workflow.") { FileArgument };
        InputOptions.AddTo(command);
        SelectionOptions.AddTo(command);
        command.Options.Add(Detach);
        command.Options.Add(Wait);
        return command.Does(RunAsync);
    }

    private static async Task<int> RunAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var file = WorkflowLoading.Load(invocation.Get(FileArgument)!, actions, invocation.Time);
        if (file.Plan is null)
        {
            return WorkflowLoading.Refuse(file.Diagnostics, terminal);
        }

        WorkflowLoading.Show(file.Diagnostics, terminal);
        var (start, mistakes) = await PrepareAsync(invocation, actions, file).ConfigureAwait(false);
        return start is null ? WorkflowLoading.Refuse(mistakes, terminal) : await StartAsync(invocation, start).ConfigureAwait(false);
    }

    /// <summary>Checks what can be checked here; a server checks models and inputs itself, for both mean its own.</summary>
    private static async Task<(RunStart? Start, IReadOnlyList<Diagnostic> Mistakes)> PrepareAsync(Invocation invocation, ActionSet actions, WorkflowFile file)
    {
        var plan = file.Plan!;
        if (!invocation.IsRemote)
        {
            var problems = await CommandModels.DiagnoseAsync(invocation, actions, plan, runsHere: true).ConfigureAwait(false);
            if (WorkflowLoading.HasMistake(problems))
            {
                return (null, problems);
            }
        }

        if (InputOptions.Read(invocation, out var mistakes) is not { } given)
        {
            return (null, mistakes);
        }

        var inputs = invocation.IsRemote ? default : InputOptions.Bind(given, plan);
        return inputs is { IsValid: false }
            ? (null, inputs.Diagnostics)
            : (new RunStart(file, given, inputs?.Values ?? default, SelectionOptions.Of(invocation, plan), invocation.NewKey()), []);
    }

    private static async Task<int> StartAsync(Invocation invocation, RunStart start)
    {
        var (detach, plan) = (invocation.Get(Detach), start.File.Plan!);
        await using var attended = new AttendedSession(await invocation.OpenDeskAsync(detach).ConfigureAwait(false), invocation);
        var started = await attended.StartAsync(start).ConfigureAwait(false);
        if (started.Run is not { } run)
        {
            return WorkflowLoading.Refuse(started.Mistakes, invocation.Terminal);
        }

        if (!detach)
        {
            return await attended.ShowAsync(run, plan, invocation.Get(Wait)).ConfigureAwait(false);
        }

        invocation.Terminal.Say($"{run} runs {plan.Name} in the background: `atelier runs show {run}`, `atelier resume {run}` to watch it, `atelier runs cancel {run}` to end it.");
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("run", run.ToString());
                writer.WriteString("workflow", plan.Name);
                writer.WriteBoolean("detached", true);
                if (started.Owner is { } owner)
                {
                    writer.WriteNumber("owner", owner);
                }
                else
                {
                    writer.WriteNull("owner");
                }

                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }
}
