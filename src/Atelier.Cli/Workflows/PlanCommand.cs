using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Models;
using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Terminals;
using Atelier.Engine.Forecasts;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Forecasts;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier plan FILE</c>: what a run would do, without doing it.</summary>
internal static class PlanCommand
{
    private static readonly Argument<string> FileArgument = new("FILE") { Description = "The workflow's file, or a folder with a workflow.yaml." };

    public static Command Create()
    {
        var command = new Command("plan", "Show what a run would compute, reuse and find gone, and how long it may take.") { FileArgument };
        InputOptions.AddTo(command);
        SelectionOptions.AddTo(command);
        return command.DoesHere(PlanAsync);
    }

    private static async Task<int> PlanAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var file = WorkflowLoading.Load(invocation.Get(FileArgument)!, actions, invocation.Time);
        if (file.Plan is not { } plan)
        {
            return WorkflowLoading.Refuse(file.Diagnostics, terminal);
        }

        WorkflowLoading.Show(file.Diagnostics, terminal);
        var inputs = InputOptions.Bind(invocation, plan);
        if (!inputs.IsValid)
        {
            return WorkflowLoading.Refuse(inputs.Diagnostics, terminal);
        }

        var tally = new ForecastTally();
        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        await using var models = CommandModels.Of(invocation, home, actions);
        var outlook = await models.LookAsync(plan, Path.GetDirectoryName(plan.File) ?? Environment.CurrentDirectory, invocation.Interrupted).ConfigureAwait(false);
        var problems = outlook.Diagnose(runsHere: false);
        if (WorkflowLoading.HasMistake(problems))
        {
            return WorkflowLoading.Refuse(problems, terminal);
        }

        WorkflowLoading.Show(problems, terminal);

        var options = SelectionOptions.Of(invocation, plan);
        await using var forecast = new WorkflowForecast(home, actions.Registry, models, tally, invocation.Time);
        var request = new OwnerRequest.Start { Workflow = file.Sent, Plan = plan, Inputs = inputs.Values, Options = options, IdempotencyKey = string.Empty };
        var row = await forecast.RunAsync(request, invocation.Interrupted).ConfigureAwait(false);
        var blocks = RunBlocks.Of(forecast.Store, row.Run, plan);
        var steps = StepOutlook.Of(plan, tally, blocks, home?.Queries, actions.Registry);
        var asked = await ModelForecast.OfAsync(models, outlook, plan, steps, invocation.Interrupted).ConfigureAwait(false);
        var gone = options.Partial || home is null ? new Dictionary<string, long>() : GoneItems.Of(home.Queries, forecast.Store, row.Run, blocks);
        if (terminal.Json)
        {
            terminal.Write(writer => WriteJson(writer, plan.Name, steps, asked, gone));
        }
        else
        {
            WriteText(terminal, steps, asked, gone);
        }

        return ExitCodes.Done;
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<StepOutlook> steps, ModelForecast asked, IReadOnlyDictionary<string, long> gone)
    {
        var table = new TextTable("STEP", "ACTION", "TO COMPUTE", "REUSED", "STALE", "TIME", "WHY");
        foreach (var step in steps)
        {
            table.Add(
                step.Path,
                step.Action,
                step.IsKnown ? Texts.Count(step.New + step.Stale + step.Unreached) : "?",
                Texts.Count(step.Reused),
                Texts.Count(step.Stale),
                step.Time is { } time ? Texts.Duration(time) : string.Empty,
                step.Reason ?? (step.IsKnown ? string.Empty : "depends on what runs before"));
        }

        table.WriteTo(terminal);
        asked.Write(terminal);
        foreach (var (block, count) in gone)
        {
            terminal.Say($"{block}: {Texts.Count(count, "item")} of its collection {(count == 1 ? "is" : "are")} gone");
        }

        var times = steps.Where(static step => step.Time is not null).Sum(static step => step.Time!.Value.TotalSeconds);
        terminal.Say(times > 0 ? $"About {Texts.Duration(TimeSpan.FromSeconds(times / Environment.ProcessorCount))} by earlier runs." : "Nothing is known of the time it takes.");
    }

    private static void WriteJson(Utf8JsonWriter writer, string workflow, IReadOnlyList<StepOutlook> steps, ModelForecast asked, IReadOnlyDictionary<string, long> gone)
    {
        writer.WriteStartObject();
        writer.WriteString("workflow", workflow);
        writer.WriteStartArray("steps");
        foreach (var step in steps)
        {
            writer.WriteStartObject();
            writer.WriteString("step", step.Path);
            writer.WriteString("action", step.Action);
            writer.WriteBoolean("known", step.IsKnown);
            writer.WriteNumber("to_compute", step.New + step.Stale + step.Unreached);
            writer.WriteNumber("reused", step.Reused);
            writer.WriteNumber("stale", step.Stale);
            writer.WriteString("reason", step.Reason);
            if (step.Time is { } time)
            {
                writer.WriteNumber("seconds", time.TotalSeconds);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        asked.Write(writer);
        writer.WriteStartObject("gone");
        foreach (var (block, count) in gone)
        {
            writer.WriteNumber(block, count);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
