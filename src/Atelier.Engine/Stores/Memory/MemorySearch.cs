using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores.Memory;

/// <summary>Lists and counters over all runs of a home. Needs its lock; what it gives is listed.</summary>
internal static class MemorySearch
{
    public static RunPage Runs(MemoryHome home, RunSearch search)
    {
        var looked = 0;
        var found = new List<RunRow>();
        foreach (var row in home.Runs.Values.Reverse().Select(static run => run.Row).Where(row => search.Before is not { } before || row.Run.Value < before.Value))
        {
            if (found.Count == search.Limit || looked++ == search.Scan)
            {
                return new RunPage(found, new RunId(row.Run.Value + 1));
            }

            if (search.Admits(row))
            {
                found.Add(row);
            }
        }

        return new RunPage(found, null);
    }

    public static List<WorkflowSummary> Workflows(MemoryHome home, string? after, string? text, int limit) =>
        [.. home.Workflows.Values.GroupBy(static row => row.Name, StringComparer.Ordinal)
            .Where(group => (after is null || Utf8Order.Instance.Compare(group.Key, after) > 0) && (text is null || group.Key.Contains(text, StringComparison.OrdinalIgnoreCase)))
            .OrderBy(static group => group.Key, Utf8Order.Instance)
            .Take(limit)
            .Select(group =>
            {
                var versions = NewestFirst(home, group);
                var last = home.Runs.Values.Reverse().FirstOrDefault(run => run.Row.WorkflowName == group.Key);
                return new WorkflowSummary(versions[0], versions.Count, versions.Sum(static version => version.Runs), last?.Row.Run);
            })];

    public static List<WorkflowVersionSummary> Versions(MemoryHome home, string name, (long At, string Digest)? after, int limit) =>
        [.. NewestFirst(home, home.Workflows.Values.Where(row => row.Name == name))
            .Where(version => after is not { } last || (version.At, version.Digest).CompareTo(last) < 0)
            .Take(limit)];

    public static HomeCounts Count(MemoryHome home, long endedSince)
    {
        var counts = new HomeCounts(0, 0, 0, 0, 0, 0, default);
        foreach (var run in home.Runs.Values)
        {
            var row = run.Row;
            counts = row switch
            {
                { Phase: RunPhase.Ended } => row.Changed >= endedSince ? counts with { Ended = counts.Ended.Add(row.Outcome) } : counts,
                { Phase: RunPhase.Paused } => counts with { Paused = counts.Paused + 1 },
                { Phase: RunPhase.Cancelling } => counts with { Cancelling = counts.Cancelling + 1 },
                { Resting: true } => counts with { Waiting = counts.Waiting + 1 },
                _ => counts with { Running = counts.Running + 1 },
            };
            counts = counts with
            {
                Questions = counts.Questions + run.Waits.Values.Count(static wait => wait.Person),
                Parked = counts.Parked + (row.Phase != RunPhase.Ended && IsParked(run) ? 1 : 0),
            };
        }

        return counts;
    }

    public static RunOutline Outline(MemoryRun run)
    {
        var blocks = new List<OuterBlock>();
        Add(ScopeId.Root);
        return new RunOutline(run.Row, [.. blocks.OrderBy(static block => block.Block.Block)], run.Log.Count);

        void Add(ScopeId scope)
        {
            foreach (var block in run.Blocks.Values.Where(block => block.Scope == scope).GroupBy(static block => (block.Step, block.Kind)).Select(static group => group.Last()))
            {
                blocks.Add(new OuterBlock(block, run.Sources.GetValueOrDefault(block.Source)));
                if (block.Kind != BlockKind.ForEach)
                {
                    Add(ScopeId.Of(block.Block, block.Kind == BlockKind.Repeat ? Math.Max(0, block.Opened - 1) : 0));
                }
            }
        }
    }

    private static bool IsParked(MemoryRun run) => run.Attempts.Any(scope => scope.Value.Values.Any(attempt =>
        attempt.State == AttemptState.Parked && run.Outcomes.GetValueOrDefault(scope.Key)?.ContainsKey((attempt.Step, attempt.Drive)) != true));

    private static List<WorkflowVersionSummary> NewestFirst(MemoryHome home, IEnumerable<WorkflowRow> rows) =>
        [.. rows.OrderByDescending(static row => row.At).ThenByDescending(static row => row.Digest, StringComparer.Ordinal)
            .Select(row => new WorkflowVersionSummary(row.Digest, row.Name, row.Label, row.File, row.At, home.Runs.Values.LongCount(run => run.Row.WorkflowDigest == row.Digest)))];
}
