using System.CommandLine;
using Atelier.Cli.Models;
using Atelier.Cli.Terminals;
using Atelier.Cli.Workflows;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Hosting.Workflows;

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
        var problems = await CommandModels.DiagnoseAsync(invocation, actions, file.Plan, runsHere: true).ConfigureAwait(false);
        if (WorkflowLoading.HasMistake(problems))
        {
            return WorkflowLoading.Refuse(problems, terminal);
        }

        var inputs = InputOptions.Bind(invocation, file.Plan);
        return inputs.IsValid
            ? await StartAsync(invocation, file, new OwnerRequest.Start
            {
                Workflow = file.Sent,
                Plan = file.Plan,
                Inputs = inputs.Values,
                Options = SelectionOptions.Of(invocation, file.Plan),
                IdempotencyKey = $"cli-{Environment.ProcessId}-{invocation.Time.GetUtcNow().Ticks}",
            }).ConfigureAwait(false)
            : WorkflowLoading.Refuse(inputs.Diagnostics, terminal);
    }

    private static async Task<int> StartAsync(Invocation invocation, WorkflowFile file, OwnerRequest.Start request)
    {
        var detach = invocation.Get(Detach);
        var session = detach
            ? await HomeSession.OpenDetachedAsync(invocation.Home, invocation.Time, invocation.Interrupted).ConfigureAwait(false)
            : await HomeSession.OpenAsync(invocation.Home, invocation.Time, invocation.Interrupted).ConfigureAwait(false);
        await using var attended = new AttendedSession(session, invocation);
        var reply = await attended.AskAsync(request).ConfigureAwait(false);
        var run = Invocation.RunOf(reply.Run!);
        if (!detach)
        {
            return await attended.ShowAsync(run, file.Plan!, invocation.Get(Wait)).ConfigureAwait(false);
        }

        invocation.Terminal.Say($"{run} runs {file.Plan!.Name} in the background: `atelier runs show {run}`, `atelier resume {run}` to watch it, `atelier runs cancel {run}` to end it.");
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("run", run.ToString());
                writer.WriteString("workflow", file.Plan.Name);
                writer.WriteBoolean("detached", true);
                writer.WriteNumber("owner", reply.Owner);
                writer.WriteEndObject();
            });
        }

        return ExitCodes.Done;
    }
}
