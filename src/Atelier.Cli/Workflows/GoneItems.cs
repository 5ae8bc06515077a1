using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;

namespace Atelier.Cli.Workflows;

/// <summary>Counts, for each block, the items of its collection that its listing no longer yields.</summary>
internal static class GoneItems
{
    private const int PageItems = 1000;

    public static IReadOnlyDictionary<string, long> Of(IRunQueries real, IRunStore forecast, RunId run, IReadOnlyList<BlockReport> blocks)
    {
        var gone = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var block in blocks)
        {
            if (block.Collection is { } collection && forecast.FindBlock(run, block.Number) is { } row && Count(real, forecast, run, row.Source, collection) is > 0 and var count)
            {
                gone[block.Path] = count;
            }
        }

        return gone;
    }

    private static long Count(IRunQueries real, IRunStore forecast, RunId run, int source, string collection)
    {
        var count = 0L;
        string? after = null;
        while (real.ListCollectionItems(collection, after, PageItems) is { Count: > 0 } page)
        {
            count += page.Count(item => forecast.FindOrdinal(run, source, item.Key) is null);
            after = page[^1].Key;
        }

        return count;
    }
}
