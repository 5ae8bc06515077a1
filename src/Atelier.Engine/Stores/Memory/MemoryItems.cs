using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Tallies;

namespace Atelier.Engine.Stores.Memory;

/// <summary>Searches of one run. Needs the home's lock; what it gives is listed.</summary>
internal static class MemoryItems
{
    public static FoundItems Find(MemoryRun run, int block, ItemSearch search)
    {
        var items = MemoryReader.Items(run, block, search.Descending ? 0 : search.From ?? 0);
        if (search.Descending)
        {
            items = items.Where(item => item.Ordinal <= (search.From ?? long.MaxValue)).Reverse();
        }

        var looked = 0;
        var found = new List<BlockItem>();
        foreach (var item in items)
        {
            if (found.Count == search.Limit || looked++ == search.Scan)
            {
                return new FoundItems(found, item.Ordinal);
            }

            if (search.Admits(item))
            {
                found.Add(item);
            }
        }

        return new FoundItems(found, null);
    }

    public static List<BlockItem> Read(MemoryRun run, int block, IReadOnlyList<long> ordinals)
    {
        var found = new List<BlockItem>(ordinals.Count);
        foreach (var ordinal in ordinals)
        {
            found.AddRange(MemoryReader.Items(run, block, ordinal).Take(1).Where(item => item.Ordinal == ordinal));
        }

        return found;
    }

    public static List<ItemEnd> Ends(MemoryRun run, int block, long fromOrdinal, int limit) =>
        [.. MemoryReader.Items(run, block, fromOrdinal).Take(limit).Select(static item => new ItemEnd(item.Ordinal, item.Outcome, item.At))];

    public static int[] OrderByKey(MemoryRun run, int source) =>
        [.. MemoryReader.Rows(run, source, 0).OrderBy(static row => row.Key, Utf8Order.Instance).Select(static row => (int)row.Ordinal)];

    public static RunTally Tally(MemoryRun run)
    {
        var tally = new RunTally();
        foreach (var (scope, outcomes) in run.Outcomes.Where(entry => !IsReplaced(run, entry.Key)).OrderBy(static entry => entry.Key.Value))
        {
            foreach (var ended in outcomes.Values.Where(static ended => ended.Step >= 0))
            {
                var isNewest = run.Newest(scope, ended.Step) == ended
                    && !(run.Attempts.GetValueOrDefault(scope)?.Values.Any(attempt => attempt.State == AttemptState.Redriven && attempt.Step == ended.Step && attempt.Drive > ended.Drive) ?? false);
                var reused = tally.Add(ended.Step, ended.Outcome, ended.At, ended.Detail);
                if (!isNewest)
                {
                    tally.TakeBack(ended.Step, ended.Outcome, reused);
                }
            }
        }

        foreach (var attempt in run.Attempts.Values.SelectMany(static attempts => attempts.Values).Where(static attempt => attempt.State == AttemptState.Failed))
        {
            tally.Add(attempt);
        }

        tally.Seq = run.Row.Seq;
        return tally;
    }

    // A step that was taken up again has a new block, and what its old one did no longer counts.
    private static bool IsReplaced(MemoryRun run, ScopeId scope)
    {
        while (scope.Block != 0 && run.Blocks.TryGetValue(scope.Block, out var block))
        {
            if (run.Blocks.Values.Any(other => other.Block > block.Block && other.Scope == block.Scope && other.Step == block.Step && other.Kind == block.Kind))
            {
                return true;
            }

            scope = block.Scope;
        }

        return false;
    }
}
