using System.Text.Json;
using Atelier.Cli.Progress;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Runs.Reports;

/// <summary>A run's report as people read it.</summary>
internal static class ReportText
{
    private const int CausesShown = 10;
    private const int ValueLength = 160;

    public static void Write(RunReport report, Terminal terminal)
    {
        var row = report.Row;
        var time = Texts.Duration(TimeSpan.FromMilliseconds(Math.Max(0, row.Changed - row.Started)));
        terminal.Say(row.Phase == RunPhase.Ended ? $"{row.Run} {row.WorkflowName}: {report.State} in {time}" : $"{row.Run} {row.WorkflowName}: {report.State}");
        foreach (var block in report.Blocks)
        {
            terminal.Say($"  {block.Path}: {Texts.Count(block.Counts.Ended, "item")}: {BlockText.Outcomes(block.Counts)}");
        }

        WriteCauses(report, terminal);
        foreach (var error in report.Errors)
        {
            terminal.Say($"  {error.Step}{(error.Key is null ? string.Empty : $" [{error.Key}]")}: {error.Failure.Code}: {error.Failure.Message}{(error.Attempt > 1 ? $" (attempt {error.Attempt})" : string.Empty)}");
        }

        WriteOutputs(report, terminal);
        WriteSpending(report, terminal);
        foreach (var wait in report.Waits)
        {
            terminal.Say($"  waits: {wait}");
        }

        WriteNext(report, terminal);
    }

    private static void WriteCauses(RunReport report, Terminal terminal)
    {
        foreach (var cause in report.Causes.Take(CausesShown))
        {
            var keys = string.Join(", ", cause.Keys.Select(static key => Texts.Cut(key, 60)));
            terminal.Say($"  {Texts.Count(cause.Count, "item")} failed in {cause.Step}: {cause.Code}: {cause.Message}");
            terminal.Say($"    {keys}{(cause.Count > cause.Keys.Count ? ", ..." : string.Empty)}");
        }

        if (report.Causes.Count > CausesShown)
        {
            terminal.Say($"  and {Texts.Count(report.Causes.Count - CausesShown, "more cause")}");
        }
    }

    private static void WriteSpending(RunReport report, Terminal terminal)
    {
        foreach (var model in report.Spending?.Models ?? [])
        {
            var cost = model.Cost is { } amount ? FormattableString.Invariant($", cost {amount:0.####}") : string.Empty;
            terminal.Say(FormattableString.Invariant($"  {model.Model}: {Texts.Count(model.Calls, "call")}, {model.InputTokens:N0} tokens read, {model.OutputTokens:N0} written{cost}"));
        }
    }

    private static void WriteOutputs(RunReport report, Terminal terminal)
    {
        if (report.Row is not { Phase: RunPhase.Ended, Output: { } json })
        {
            return;
        }

        var output = JsonElement.Parse(json);
        if (output.ValueKind != JsonValueKind.Object)
        {
            terminal.Say($"  output: {ValueText(output)}");
            return;
        }

        foreach (var member in output.EnumerateObject())
        {
            terminal.Say($"  {member.Name}: {ValueText(member.Value)}");
        }
    }

    private static string ValueText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Texts.Cut(value.GetString()!, ValueLength),
        JsonValueKind.Object when value.TryGetProperty("$items", out var items) && items.TryGetProperty("count", out var count) => Texts.Count(count.GetInt64(), "item"),
        _ => Texts.Cut(value.GetRawText(), ValueLength),
    };

    private static void WriteNext(RunReport report, Terminal terminal)
    {
        var run = report.Row.Run;
        switch (report.Exit)
        {
            case ExitCodes.Quarantined:
                terminal.Tell($"`atelier runs items {run} --outcome failed` lists them, `atelier retry {run} --quarantined` tries them again.");
                break;
            case ExitCodes.Failed when report.Row.Outcome == Outcome.Failed:
                terminal.Tell($"`atelier runs outcomes {run}` and `atelier runs logs {run}` show more, `atelier retry {run} --failed` tries again what failed.");
                break;
            case ExitCodes.Waiting when report.Row.Phase == RunPhase.Paused:
                terminal.Tell($"It is paused: `atelier resume {run}` goes on with it.");
                break;
            case ExitCodes.Waiting:
                terminal.Tell($"It waits: {string.Join(", ", [.. report.Answers, $"`atelier resume {run}` watches it"])}.");
                break;
        }
    }
}
