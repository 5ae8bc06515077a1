using System.CommandLine;
using System.Text;
using System.Text.Json;
using Atelier.Cli.Models;
using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Forecasts;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Language.Plans;

namespace Atelier.Cli.Workflows;

/// <summary><c>atelier try FILE STEP</c>: one step for one item, recorded nowhere. What it needs is taken from earlier runs, or runs too.</summary>
internal static class TryCommand
{
    private static readonly Argument<string> FileArgument = new("FILE") { Description = "The workflow's file, or a folder with a workflow.yaml." };
    private static readonly Argument<string> Step = new("STEP") { Description = "The step, by id or path." };
    private static readonly Option<string?> Item = new("--item") { Description = "The key of the item. Default: the first one.", HelpName = "KEY" };

    public static Command Create()
    {
        var command = new Command("try", "Run one step for one item and record nothing. What the step needs is taken from earlier runs, or runs too.") { FileArgument, Step, Item };
        InputOptions.AddTo(command);
        return command.DoesHere(TryAsync);
    }

    private static async Task<int> TryAsync(Invocation invocation)
    {
        var terminal = invocation.Terminal;
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        var file = WorkflowLoading.Load(invocation.Get(FileArgument)!, actions, invocation.Time);
        if (file.Plan is not { } plan)
        {
            return WorkflowLoading.Refuse(file.Diagnostics, terminal);
        }

        var inputs = InputOptions.Bind(invocation, plan);
        if (!inputs.IsValid)
        {
            return WorkflowLoading.Refuse(inputs.Diagnostics, terminal);
        }

        var problems = await CommandModels.DiagnoseAsync(invocation, actions, plan, runsHere: false).ConfigureAwait(false);
        if (WorkflowLoading.HasMistake(problems))
        {
            return WorkflowLoading.Refuse(problems, terminal);
        }

        var step = KnownRun.StepOf(plan, invocation.Get(Step)!);
        var options = new RunOptions { Only = invocation.Get(Item) is { } key ? [key] : [], Limit = invocation.Get(Item) is null ? 1 : null, FreshSteps = [step.Path] };
        using var home = HomeReader.TryOpen(invocation.Home, invocation.Time);
        await using var models = CommandModels.Of(invocation, home, actions);
        await using var trial = new WorkflowForecast(home, new ChosenActions(actions.Registry, TrialSteps.Of(plan, step)), models, null, invocation.Time);
        var request = new OwnerRequest.Start { Workflow = file.Sent, Plan = plan, Inputs = inputs.Values, Options = options, IdempotencyKey = string.Empty };
        var row = await trial.RunAsync(request, invocation.Interrupted).ConfigureAwait(false);
        return Show(terminal, trial, new KnownRun(row, plan), step);
    }

    private static int Show(Terminal terminal, WorkflowForecast trial, KnownRun run, StepPlan step)
    {
        var (scope, item) = TrialSteps.ScopeOf(trial.Store, run, step);
        var ended = scope is { } found ? trial.Store.ReadOutcomes(run.Row.Run, [found]).LastOrDefault(outcome => outcome.Step == step.Index) : null;
        if (ended is null)
        {
            throw CommandException.Refused(CliCodes.NoSuchPart, $"{step.Path} was not reached{Cause(run, item)}");
        }

        var detail = OutcomeDetail.FromJson(ended.Detail);
        if (terminal.Json)
        {
            terminal.Write(writer => WriteJson(writer, step, item?.Key, ended, detail));
        }
        else
        {
            terminal.Say($"{step.Path}{(item is { } one ? $" [{one.Key}]" : string.Empty)}: {ended.Outcome.ToText()}{(detail?.Milliseconds is { } time ? $" in {Texts.Duration(TimeSpan.FromMilliseconds(time))}" : string.Empty)}; nothing was recorded");
            terminal.Say(detail?.Failure is { } failure ? $"{failure.Code}: {failure.Message}{(failure.Detail is null ? string.Empty : "\n" + failure.Detail)}" : detail?.Reason ?? Encoding.UTF8.GetString(ended.Output ?? "null"u8));
        }

        return ended.Outcome is Outcome.Failed or Outcome.Cancelled ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static string Cause(KnownRun run, Engine.Stores.BlockItem? item)
    {
        var failures = item is { } one ? OutcomeDetail.FromJson(one.Detail)?.Failures : FailureRecord.ListFromJson(run.Row.Errors);
        return failures is [var first, ..] ? $": {first.Step}: {first.Failure.Code}: {first.Failure.Message}" : ": there is no such item, or a condition leaves it out";
    }

    private static void WriteJson(Utf8JsonWriter writer, StepPlan step, string? key, StepEnded ended, OutcomeDetail? detail)
    {
        writer.WriteStartObject();
        writer.WriteString("step", step.Path);
        writer.WriteString("key", key);
        writer.WriteString("outcome", ended.Outcome.ToText());
        writer.WritePropertyName("value");
        writer.WriteRawValue(ended.Output ?? "null"u8);
        writer.WriteString("reason", detail?.Reason);
        if (detail?.Failure is { } failure)
        {
            writer.WriteStartObject("failure");
            ReportJson.WriteFailure(writer, failure);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
