using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>Reads of one run. Need the home's lock; lazy ones are listed before it is left.</summary>
internal static class MemoryReader
{
    public static RunSnapshot Snapshot(MemoryRun run)
    {
        var blocks = run.Blocks.Values.Where(static block => !block.Closed).ToList();
        var scopes = blocks.SelectMany(static block => OrdinalSet.Decode(block.Open).Select(ordinal => ScopeId.Of(block.Block, ordinal))).Prepend(ScopeId.Root).ToList();
        return new RunSnapshot
        {
            Run = run.Row,
            Blocks = blocks,
            Sources = [.. run.Sources.Values],
            Outcomes = Outcomes(run, scopes),
            Attempts = Attempts(run, scopes),
            Waits = [.. run.Waits.Values],
            Signals = [.. run.Signals.Where(static entry => !entry.Consumed).Select(static entry => entry.Signal)],
            Consumed = [.. run.Signals.Where(static entry => entry.Consumed).Select(static entry => new SignalName(entry.Signal.Name, entry.Signal.Key, entry.Signal.Id))],
            LastBlock = run.Blocks.Count == 0 ? 0 : run.Blocks.Keys.Max(),
        };
    }

    public static List<StepEnded> Outcomes(MemoryRun run, IReadOnlyList<ScopeId> scopes) =>
        [.. scopes.OrderBy(static scope => scope.Value).Distinct().SelectMany(scope => run.Outcomes.TryGetValue(scope, out var found) ? found.Values : (IEnumerable<StepEnded>)[])];

    public static List<AttemptRecorded> Attempts(MemoryRun run, IReadOnlyList<ScopeId> scopes) =>
        [.. scopes.OrderBy(static scope => scope.Value).Distinct().SelectMany(scope => run.Attempts.TryGetValue(scope, out var found) ? found.Values : (IEnumerable<AttemptRecorded>)[])];

    public static IEnumerable<SourceItem> Rows(MemoryRun run, int source, long fromOrdinal)
    {
        if (!run.Rows.TryGetValue(source, out var rows))
        {
            yield break;
        }

        var values = run.Sources.GetValueOrDefault(source)?.Values is > 0 and var shared ? run.Rows.GetValueOrDefault(shared) : null;
        for (var index = FirstIndex(rows.Keys, fromOrdinal); index < rows.Count; index++)
        {
            var ordinal = rows.GetKeyAtIndex(index);
            var row = rows.GetValueAtIndex(index);
            var value = row.Value ?? (values is not null && values.TryGetValue(ordinal, out var other) ? other.Value : null);
            yield return new SourceItem(ordinal, row.Key, value);
        }
    }

    public static long? FindOrdinal(MemoryRun run, int source, string key)
    {
        foreach (var item in Rows(run, source, 0))
        {
            if (item.Key == key)
            {
                return item.Ordinal;
            }
        }

        return null;
    }

    /// <summary>Doubles are left out: they were passed over without an end of their own.</summary>
    public static IEnumerable<BlockItem> Items(MemoryRun run, int block, long fromOrdinal)
    {
        if (!run.Blocks.TryGetValue(block, out var recorded) || recorded.Source == 0)
        {
            yield break;
        }

        var open = OrdinalSet.Decode(recorded.Open).ToHashSet();
        foreach (var row in Rows(run, recorded.Source, fromOrdinal))
        {
            var end = run.Newest(ScopeId.Of(block, row.Ordinal), StepEnded.ItemEnd);
            if (end is not null)
            {
                yield return new BlockItem(row.Ordinal, row.Key, end.Outcome, end.Output, end.Detail, end.At, end.Drive);
            }
            else if (row.Ordinal >= recorded.Opened || open.Contains(row.Ordinal))
            {
                yield return new BlockItem(row.Ordinal, row.Key, Outcome.None, null, null, 0, 0);
            }
        }
    }

    private static int FirstIndex(IList<long> ordinals, long from)
    {
        var low = 0;
        var high = ordinals.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ordinals[middle] < from ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
