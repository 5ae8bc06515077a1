using System.CommandLine;
using System.Text.Json;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier why RUN STEP [ITEM]</c>: why a step ran, was reused, failed or was skipped.</summary>
internal static class WhyCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Argument<string> Step = new("STEP") { Description = "By id or path." };
    private static readonly Argument<string[]> Item = new("ITEM") { Description = "Keys of the enclosing items, from the outside in.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Create() => new Command("why", "Say why a step ran, was reused, failed or was skipped.") { Run, Step, Item }.Does(ShowAsync);

    private static async Task<int> ShowAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var step = run.StepOf(invocation.Get(Step)!);
        var keys = invocation.Get(Item) ?? [];
        var ended = home.FindOutcome(run, step, keys)
            ?? throw CommandException.Refused(CliCodes.NoSuchPart, NotEnded(run, step, keys));
        var detail = OutcomeDetail.FromJson(ended.Detail) ?? new OutcomeDetail();
        if (invocation.Terminal.Json)
        {
            invocation.Terminal.Write(writer => WriteJson(writer, step, keys, ended, detail));
        }
        else
        {
            WriteText(invocation.Terminal, step, keys, ended, detail);
        }

        return ExitCodes.Done;
    }

    private static string NotEnded(KnownRun run, StepPlan step, string[] keys) =>
        $"{step.Path}{(keys.Length == 0 ? string.Empty : $" [{string.Join(" › ", keys)}]")} has no outcome in {run.Row.Run}: it was not reached, or its item ended before";

    private static void WriteText(Terminal terminal, StepPlan step, string[] keys, StepEnded ended, OutcomeDetail detail)
    {
        var key = keys.Length == 0 ? string.Empty : $" [{string.Join(" › ", keys)}]";
        var took = detail.Milliseconds is { } milliseconds ? $" in {Texts.Duration(TimeSpan.FromMilliseconds(milliseconds))}" : string.Empty;
        terminal.Say($"{step.Path}{key}: {ended.Outcome.ToText()}{took}, attempt {ended.Attempt}, drive {ended.Drive}");
        if (detail.Why is { } why)
        {
            terminal.Say($"  {(why.Reused ? "reused" : "ran")}: {why.Reason} ({why.Class}{(why.Table is null ? string.Empty : $", table {why.Table}")})");
            if (why.Part is { } part)
            {
                terminal.Say($"  {part}: {ShortOf(why.Old)} -> {ShortOf(why.New)}");
            }
        }

        if (detail.MadeBy is { } madeBy)
        {
            terminal.Say($"  made by {madeBy}");
        }

        if (detail.Reason is { } reason)
        {
            terminal.Say($"  {reason}");
        }

        if (detail.Failure is { } failure)
        {
            terminal.Say($"  {failure.Code}: {failure.Message}");
            if (failure.Detail is { } more)
            {
                terminal.Say(more.TrimEnd());
            }
        }

        foreach (var inner in detail.Failures ?? [])
        {
            terminal.Say($"  {inner.Step}{(inner.Key is null ? string.Empty : $" [{inner.Key}]")}: {inner.Failure.Code}: {inner.Failure.Message}");
        }
    }

    private static string ShortOf(JsonElement? value) => value is { } some ? Texts.Cut(some.GetRawText(), 200) : "nothing";

    private static void WriteJson(Utf8JsonWriter writer, StepPlan step, string[] keys, StepEnded ended, OutcomeDetail detail)
    {
        writer.WriteStartObject();
        writer.WriteString("step", step.Path);
        writer.WriteString("key", keys.Length == 0 ? null : string.Join(" › ", keys));
        writer.WriteString("outcome", ended.Outcome.ToText());
        writer.WriteNumber("attempt", ended.Attempt);
        writer.WriteNumber("drive", ended.Drive);
        writer.WriteString("made_by", detail.MadeBy);
        writer.WriteString("fingerprint", detail.Fingerprint);
        writer.WriteString("reason", detail.Why?.Reason ?? detail.Reason);
        if (detail.Why is { } why)
        {
            writer.WriteBoolean("reused", why.Reused);
            writer.WriteString("class", why.Class);
            writer.WriteString("table", why.Table);
            writer.WriteString("part", why.Part);
            WriteValue(writer, "old", why.Old);
            WriteValue(writer, "new", why.New);
        }

        if (detail.Failure is { } failure)
        {
            writer.WriteStartObject("failure");
            ReportJson.WriteFailure(writer, failure);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, JsonElement? value)
    {
        writer.WritePropertyName(name);
        if (value is { } some)
        {
            some.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
