using System.CommandLine;
using System.Text;
using System.Text.Json;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;

namespace Atelier.Cli.Runs;

/// <summary><c>atelier runs items RUN</c>: a block's items in source order.</summary>
internal static class ListItemsCommand
{
    private static readonly Argument<string> Run = new("RUN");
    private static readonly Option<string?> Block = new("--block") { Description = "The for_each, by id or path. Default: every one outside items." };
    private static readonly Option<string?> OutcomeOption = new("--outcome") { Description = "Only these: succeeded, empty, rejected, failed, skipped, cancelled, open." };
    private static readonly Option<long> Limit = new("--limit") { Description = "At most this many. Default: 1,000; 0: all.", DefaultValueFactory = static _ => 1000 };

    public static Command Create() => new Command("items", "List the items of a run. With --json a line each.") { Run, Block, OutcomeOption, Limit }.Does(ListAsync);

    private static async Task<int> ListAsync(Invocation invocation)
    {
        await using var actions = ActionSet.BuiltIn(invocation.Time);
        using var home = invocation.Read();
        var run = KnownRun.Of(home, invocation.Get(Run)!, actions);
        var limit = invocation.Get(Limit) is > 0 and var some ? some : long.MaxValue;
        foreach (var (block, item) in Items(home, run, invocation.Get(Block), OutcomeWords.Read(invocation.Get(OutcomeOption))))
        {
            invocation.Interrupted.ThrowIfCancellationRequested();
            if (limit-- == 0)
            {
                invocation.Terminal.Tell("There are more; `--limit 0` lists them all.");
                break;
            }

            if (invocation.Terminal.Json)
            {
                invocation.Terminal.WriteLine(writer => WriteJson(writer, block, item));
            }
            else
            {
                invocation.Terminal.Say(TextOf(block, item));
            }
        }

        return ExitCodes.Done;
    }

    /// <summary>Items of a block (null: of all outside items) in source order, read by pages.</summary>
    public static IEnumerable<(BlockReport Block, BlockItem Item)> Items(IHomeView home, KnownRun run, string? name, Outcome? outcome) =>
        Blocks(home, run, name).SelectMany(block => home.ListItems(run, block.Number, outcome).Select(item => (block, item)));

    /// <summary>A block by its name, or (null) all outside items.</summary>
    /// <exception cref="CommandException">There is none of the name.</exception>
    public static IReadOnlyList<BlockReport> Blocks(IHomeView home, KnownRun run, string? name)
    {
        var blocks = home.ListBlocks(run);
        if (name is null)
        {
            return blocks;
        }

        var path = run.StepOf(name).Path;
        blocks = [.. blocks.Where(block => block.Path == path)];
        return blocks.Count > 0 ? blocks : throw CommandException.Refused(CliCodes.NoSuchPart, $"{run.Row.Run} has no items of `{name}`");
    }

    /// <summary>An item as an object; with what made it where that was asked for.</summary>
    public static void WriteJson(Utf8JsonWriter writer, BlockReport block, BlockItem item, IReadOnlyList<string>? makers = null)
    {
        writer.WriteStartObject();
        writer.WriteString("block", block.Path);
        writer.WriteString("key", item.Key);
        writer.WriteString("outcome", item.Outcome.ToText());
        writer.WritePropertyName("value");
        writer.WriteRawValue(item.Output ?? "null"u8);
        if (OutcomeDetail.FromJson(item.Detail) is { } detail)
        {
            WriteDetail(writer, detail);
        }

        if (makers is not null)
        {
            writer.WriteStartArray("made_by");
            foreach (var maker in makers)
            {
                writer.WriteStringValue(maker);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteDetail(Utf8JsonWriter writer, OutcomeDetail detail)
    {
        if (detail.Reason is { } reason)
        {
            writer.WriteString("reason", reason);
        }

        if (detail.Failures is { Count: > 0 } failures)
        {
            writer.WriteStartArray("failures");
            foreach (var failure in failures)
            {
                writer.WriteStartObject();
                writer.WriteString("step", failure.Step);
                writer.WriteNumber("attempt", failure.Attempt);
                ReportJson.WriteFailure(writer, failure.Failure);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }
    }

    private static string TextOf(BlockReport block, BlockItem item)
    {
        var detail = OutcomeDetail.FromJson(item.Detail);
        var more = detail?.Failures is [var first, ..] ? $"{first.Step}: {first.Failure.Code}: {first.Failure.Message}"
            : detail?.Failure is { } failure ? $"{failure.Code}: {failure.Message}"
            : detail?.Reason ?? (item.Output is null ? string.Empty : Encoding.UTF8.GetString(item.Output));
        return $"{item.Outcome.ToText(),-10} {block.Path}  {item.Key}  {Texts.Cut(more, 160)}".TrimEnd();
    }
}
