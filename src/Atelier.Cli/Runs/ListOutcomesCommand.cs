using System.CommandLine;
using System.Text;
using System.Text.Json;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs outcomes RUN</c>: what became of every step in every scope.</summary>
internal static class ListOutcomesCommand
{
    private const int PageOutcomes = 1000;
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<string?> Step = new("--step") { Description = "Only of this step, by id or path." };
    private static readonly Option<string?> OutcomeOption = new("--outcome") { Description = "Only these: succeeded, empty, rejected, failed, skipped, cancelled." };
    private static readonly Option<long> Limit = new("--limit") { Description = "At most this many. Default: 1,000; 0: all.", DefaultValueFactory = static _ => 1000 };

    public static Command Create() => new Command("outcomes", "List what became of every step. With --json a line each.") { Run, Step, OutcomeOption, Limit }.Does(ListAsync);

    private static async Task<int> ListAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var step = invocation.Get(Step) is { } name ? run.StepOf(name) : null;
        var left = invocation.Get(Limit) is > 0 and var some ? some : long.MaxValue;
        foreach (var (ended, key) in home.ListOutcomes(run, step, OutcomeWords.Read(invocation.Get(OutcomeOption))))
        {
            invocation.Interrupted.ThrowIfCancellationRequested();
            if (left-- == 0)
            {
                invocation.Terminal.Tell("There are more; `--limit 0` lists them all.");
                return ExitCodes.Done;
            }

            Show(invocation.Terminal, run, ended, key);
        }

        return ExitCodes.Done;
    }

    private static void Show(Terminal terminal, KnownRun run, StepEnded ended, string? key)
    {
        var path = run.Plan.Steps[ended.Step].Path;
        var detail = OutcomeDetail.FromJson(ended.Detail);
        if (!terminal.Json)
        {
            var more = detail?.Failure is { } failed ? $"{failed.Code}: {failed.Message}" : detail?.Reason ?? (ended.Output is null ? string.Empty : Encoding.UTF8.GetString(ended.Output));
            terminal.Say($"{ended.Outcome.ToText(),-10} {path}{(key is null ? string.Empty : $" [{key}]")}  {Texts.Cut(more, 160)}".TrimEnd());
            return;
        }

        terminal.WriteLine(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("step", path);
            writer.WriteString("key", key);
            writer.WriteString("outcome", ended.Outcome.ToText());
            writer.WriteNumber("drive", ended.Drive);
            writer.WriteNumber("attempt", ended.Attempt);
            writer.WriteString("at", DateTimeOffset.FromUnixTimeMilliseconds(ended.At));
            writer.WriteString("made_by", detail?.MadeBy);
            writer.WriteString("reason", detail?.Why?.Reason ?? detail?.Reason);
            writer.WriteBoolean("reused", detail?.Why is { Reused: true });
            writer.WritePropertyName("value");
            writer.WriteRawValue(ended.Output ?? "null"u8);
            WriteFailure(writer, detail);
            writer.WriteEndObject();
        });
    }

    private static void WriteFailure(Utf8JsonWriter writer, OutcomeDetail? detail)
    {
        if (detail?.Failure is { } failure)
        {
            writer.WriteStartObject("failure");
            ReportJson.WriteFailure(writer, failure);
            writer.WriteEndObject();
        }
    }
}
