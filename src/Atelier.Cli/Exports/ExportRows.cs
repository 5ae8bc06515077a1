using System.Text.Json;
using Atelier.Actions.Images.Pages;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Sdk;

namespace Atelier.Cli.Exports;

/// <summary>The items that are exported, read by pages; may be gone through more than once.</summary>
internal sealed class ExportRows(IHomeView home, KnownRun run, string? block, Outcome? outcome, CancellationToken interrupted)
{
    /// <summary>The run.</summary>
    public KnownRun Run => run;

    /// <summary>In source order.</summary>
    public IEnumerable<(BlockReport Block, BlockItem Item)> Items()
    {
        foreach (var row in ListItemsCommand.Items(home, run, block, outcome))
        {
            interrupted.ThrowIfCancellationRequested();
            yield return row;
        }
    }

    /// <summary>In source order, each with the pictures to show: those in its value, else those that went into it.</summary>
    public IEnumerable<(BlockItem Item, IReadOnlyList<(string Path, Artifact Picture)> Pictures, IReadOnlyList<string> Makers)> PicturedItems()
    {
        var sources = home.OpenSources(run);
        return MadeItems().Select(row => (row.Item, ContactPage.PicturesOf(ValueOf(row.Item)) is { Count: > 0 } own ? own : ContactPage.PicturesOf(sources.Of(row.Block.Number, row.Item.Ordinal)), row.Makers));
    }

    /// <summary>In source order, each with what made it.</summary>
    public IEnumerable<(BlockReport Block, BlockItem Item, IReadOnlyList<string> Makers)> MadeItems()
    {
        foreach (var each in ListItemsCommand.Blocks(home, run, block))
        {
            foreach (var (item, makers) in home.ListMadeItems(run, each.Number, outcome))
            {
                interrupted.ThrowIfCancellationRequested();
                yield return (each, item, makers);
            }
        }
    }

    /// <summary>The value of an item; JSON null for none.</summary>
    public static JsonElement ValueOf(BlockItem item) => JsonElement.Parse(item.Output ?? "null"u8);

    /// <summary>Why there is no value, in a sentence; null: there is one.</summary>
    public static string? CauseOf(BlockItem item)
    {
        var detail = OutcomeDetail.FromJson(item.Detail);
        return detail?.Failures is [var first, ..] ? $"{first.Step}: {first.Failure.Code}: {first.Failure.Message}"
            : detail?.Failure is { } failure ? $"{failure.Code}: {failure.Message}"
            : detail?.Reason;
    }

    /// <summary>Names of the members of values that are objects, in order of appearance.</summary>
    public IReadOnlyList<string> Fields()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<string>();
        foreach (var (_, item) in Items())
        {
            var value = ValueOf(item);
            if (value.ValueKind == JsonValueKind.Object)
            {
                fields.AddRange(value.EnumerateObject().Select(static member => member.Name).Where(known.Add));
            }
        }

        return fields;
    }
}
