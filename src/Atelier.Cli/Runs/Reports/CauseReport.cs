using Atelier.Cli.Homes.Views;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Runs.Reports;

/// <summary>Failed items with one cause.</summary>
/// <param name="Block">The for_each.</param>
/// <param name="Step">The step that failed.</param>
/// <param name="Code">The failure's code.</param>
/// <param name="Message">What the first of them says.</param>
/// <param name="Count">How many items.</param>
/// <param name="Keys">The first of them.</param>
internal sealed record CauseReport(string Block, string Step, string Code, string Message, long Count, IReadOnlyList<string> Keys)
{
    private const int KeysShown = 3;

    public static IReadOnlyList<CauseReport> Of(IHomeView home, KnownRun run, IReadOnlyList<BlockReport> blocks)
    {
        var causes = new Dictionary<(string, string, string), CauseReport>();
        foreach (var block in blocks.Where(static block => block.Counts.Failed > 0))
        {
            foreach (var item in home.ListItems(run, block.Number, Outcome.Failed))
            {
                Add(causes, block.Path, item);
            }
        }

        return [.. causes.Values.OrderByDescending(static cause => cause.Count)];
    }

    private static void Add(Dictionary<(string, string, string), CauseReport> causes, string block, BlockItem item)
    {
        var detail = OutcomeDetail.FromJson(item.Detail);
        var first = detail?.Failures is [var record, ..] ? record : null;
        var failure = first?.Failure ?? detail?.Failure;
        var cause = (block, first?.Step ?? block, failure?.Code ?? string.Empty);
        causes[cause] = causes.TryGetValue(cause, out var known)
            ? known with { Count = known.Count + 1, Keys = known.Keys.Count < KeysShown ? [.. known.Keys, item.Key] : known.Keys }
            : new CauseReport(block, cause.Item2, cause.Item3, failure?.Message ?? "failed", 1, [item.Key]);
    }
}
