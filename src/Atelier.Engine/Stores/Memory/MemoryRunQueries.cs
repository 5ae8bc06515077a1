using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Tallies;

namespace Atelier.Engine.Stores.Memory;

/// <summary>Questions about what a <see cref="MemoryHome"/> holds.</summary>
public sealed class MemoryRunQueries(MemoryHome home) : IRunQueries
{
    /// <inheritdoc />
    public RunRow? FindRun(RunId run) => Read(run, static found => found.Row);

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(string digest)
    {
        lock (home.Gate)
        {
            return home.Workflows.GetValueOrDefault(digest);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListRuns(RunFilter filter)
    {
        lock (home.Gate)
        {
            return [.. home.Runs.Values.Reverse().Select(static run => run.Row)
                .Where(row => (filter.Before is not { } before || row.Run.Value < before.Value)
                    && (filter.WorkflowName is null || row.WorkflowName == filter.WorkflowName)
                    && (filter.Phase is not { } phase || row.Phase == phase)
                    && (filter.Outcome is not { } outcome || row.Outcome == outcome))
                .Take(filter.Limit)];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<WorkflowSummary> ListWorkflows(string? after, string? text, int limit)
    {
        lock (home.Gate)
        {
            return MemorySearch.Workflows(home, after, text, limit);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<WorkflowVersionSummary> ListVersions(string name, (long At, string Digest)? after, int limit)
    {
        lock (home.Gate)
        {
            return MemorySearch.Versions(home, name, after, limit);
        }
    }

    /// <inheritdoc />
    public string? FindNewestVersion(string name) => ListVersions(name, null, 1) is [var newest] ? newest.Digest : null;

    /// <inheritdoc />
    public RunPage FindRuns(RunSearch search)
    {
        lock (home.Gate)
        {
            return MemorySearch.Runs(home, search);
        }
    }

    /// <inheritdoc />
    public RunOutline? FindOutline(RunId run) => Read(run, MemorySearch.Outline);

    /// <inheritdoc />
    public HomeCounts CountHome(long endedSince)
    {
        lock (home.Gate)
        {
            return MemorySearch.Count(home, endedSince);
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<HourCounts> ListHours(long from)
    {
        lock (home.Gate)
        {
            return [.. home.Hours.Values.Where(hour => hour.From > from - HourCounts.Width)];
        }
    }

    /// <inheritdoc />
    public RunTally? Tally(RunId run) => Read(run, MemoryItems.Tally);

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, int block) => Read(run, found => found.Blocks.GetValueOrDefault(block));

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => Read(run, found => found.Blocks.Values.LastOrDefault(block => block.Scope == scope && block.Step == step));

    /// <inheritdoc />
    public IReadOnlyList<BlockRecorded> ListBlocks(RunId run, ScopeId scope) => Read(run, found => found.Blocks.Values.Where(block => block.Scope == scope).ToList()) ?? [];

    /// <inheritdoc />
    public SourceRecorded? FindSource(RunId run, int source) => Read(run, found => found.Sources.GetValueOrDefault(source));

    /// <inheritdoc />
    public FoundItems FindItems(RunId run, int block, ItemSearch search) => Read(run, found => MemoryItems.Find(found, block, search)) ?? new FoundItems([], null);

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, IReadOnlyList<long> ordinals) => Read(run, found => MemoryItems.Read(found, block, ordinals)) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<ItemEnd> ListEnds(RunId run, int block, long fromOrdinal, int limit) => Read(run, found => MemoryItems.Ends(found, block, fromOrdinal, limit)) ?? [];

    /// <inheritdoc />
    public int[] OrderByKey(RunId run, int source) => Read(run, found => MemoryItems.OrderByKey(found, source)) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<SourceItem> ListRows(RunId run, int source, long fromOrdinal, int limit) =>
        Read(run, found => MemoryReader.Rows(found, source, fromOrdinal).Take(limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<OpenWait> FindWaits(WaitSearch search)
    {
        lock (home.Gate)
        {
            return [.. home.Runs.Values.Where(found => search.Run is not { } run || found.Row.Run == run)
                .SelectMany(static found => found.Waits.Values.Select(wait => new OpenWait(found.Row.Run, wait)))
                .Where(open => (!search.Persons || open.Wait.Person)
                    && (search.After is not { } after || (open.Run.Value, open.Wait.Scope.Value, open.Wait.Step).CompareTo((after.Run.Value, after.Scope.Value, after.Step)) > 0))
                .Take(search.Limit)];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<BlockRecorded> ListBlocks(RunId run, int fromBlock, int limit) =>
        Read(run, found => found.Blocks.Values.Where(block => block.Block >= fromBlock).Take(limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<SourceRecorded> ListSources(RunId run) => Read(run, static found => found.Sources.Values.ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ListItems(RunId run, int block, ItemFilter filter) =>
        Read(run, found => MemoryReader.Items(found, block, filter.FromOrdinal).Where(item => filter.Admits(item)).Take(filter.Limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<StepEnded> ListOutcomes(RunId run, OutcomeFilter filter) => Read(run, found =>
        All(found).Where(ended => filter.Admits(ended) && (filter.After is not { } after || Position(ended).CompareTo((after.Scope.Value, after.Step, after.Drive)) > 0))
            .Take(filter.Limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<AttemptRecorded> ListAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => Read(run, found => MemoryReader.Attempts(found, scopes)) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<FailureGroup> GroupFailures(RunId run, int block, int examples) => Read(run, found =>
    {
        var groups = new FailureGroups(examples);
        foreach (var item in MemoryReader.Items(found, block, 0).Where(static item => item.Outcome == Outcome.Failed))
        {
            groups.Add(item.Ordinal, _ => item.Key, item.Detail);
        }

        return groups.ToList();
    }) ?? [];

    /// <inheritdoc />
    public long? FindOrdinal(RunId run, int source, string key)
    {
        lock (home.Gate)
        {
            return home.Runs.TryGetValue(run.Value, out var found) ? MemoryReader.FindOrdinal(found, source, key) : null;
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<OpenWait> ListWaits(RunId? run, int limit)
    {
        lock (home.Gate)
        {
            return [.. home.Runs.Values.Where(found => run is null || found.Row.Run == run)
                .SelectMany(static found => found.Waits.Values.Select(wait => new OpenWait(found.Row.Run, wait))).Take(limit)];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<CollectionSummary> ListCollections()
    {
        lock (home.Gate)
        {
            return [.. home.Collections.OrderBy(static entry => entry.Key, Utf8Order.Instance).Select(static entry =>
            {
                var gone = entry.Value.Items.Values.LongCount(static item => item.Gone is not null);
                return new CollectionSummary(entry.Key, entry.Value.Items.Count - gone, gone, entry.Value.Items.Values.Select(static item => item.LastSeen).DefaultIfEmpty().Max());
            })];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<CollectionItem> ListCollectionItems(string collection, string? afterKey, int limit)
    {
        lock (home.Gate)
        {
            return home.Collections.TryGetValue(collection, out var found)
                ? [.. found.Items.Where(entry => afterKey is null || Utf8Order.Instance.Compare(entry.Key, afterKey) > 0).Take(limit)
                    .Select(static entry => new CollectionItem(entry.Key, entry.Value.Digest, entry.Value.FirstSeen, entry.Value.LastSeen, entry.Value.Gone))]
                : [];
        }
    }

    /// <inheritdoc />
    public IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit) =>
        Read(run, found => found.Log.SkipWhile(line => line.Number < from).Take(limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<string> ListArtifacts(RunId run, string? after, int limit) =>
        Read(run, found => Artifacts(found).Where(digest => string.CompareOrdinal(digest, after) > 0).Take(limit).ToList()) ?? [];

    /// <inheritdoc />
    public IReadOnlyList<FileStamp> ListFiles(string digest)
    {
        lock (home.Gate)
        {
            return [.. home.Files.Values.Where(file => file.Digest == digest).Select(static file => file.Stamp)];
        }
    }

    /// <inheritdoc />
    public RunSize MeasureRun(RunId run) =>
        Read(run, static found => new RunSize(All(found).Count(), found.Rows.Values.Sum(static rows => rows.Count), Artifacts(found).Count(), found.Log.Count)) ?? new RunSize(0, 0, 0, 0);

    /// <inheritdoc />
    public IReadOnlyList<StepDuration> ListDurations(string workflowName, int newestRuns, int samples)
    {
        lock (home.Gate)
        {
            var durations = new DurationSamples();
            foreach (var run in home.Runs.Values.Reverse().Where(run => run.Row.WorkflowName == workflowName).Take(newestRuns))
            {
                foreach (var ended in All(run).Where(static ended => ended.Step >= 0).Take(samples))
                {
                    durations.Add(run.Row.WorkflowDigest, ended.Step, ended.Detail);
                }
            }

            return durations.ToList();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private static IEnumerable<StepEnded> All(MemoryRun run) =>
        run.Outcomes.OrderBy(static entry => entry.Key.Value).SelectMany(static entry => entry.Value.Values);

    private static IEnumerable<string> Artifacts(MemoryRun run) => All(run).SelectMany(static ended => ended.Artifacts).Distinct().Order(StringComparer.Ordinal);

    private static (long Scope, int Step, int Drive) Position(StepEnded ended) => (ended.Scope.Value, ended.Step, ended.Drive);

    private T? Read<T>(RunId run, Func<MemoryRun, T?> read)
        where T : class
    {
        lock (home.Gate)
        {
            return home.Runs.TryGetValue(run.Value, out var found) ? read(found) : null;
        }
    }
}
