using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Tallies;

namespace Atelier.Engine.Stores;

/// <summary>
/// What people ask about runs and collections. Any thread, also from a process that does not own the home; sees committed changes only. Lists
/// come by pages: the last entry of one page is where the next begins.
/// </summary>
public interface IRunQueries : IDisposable
{
    /// <summary>A run's row; null: no such run.</summary>
    RunRow? FindRun(RunId run);

    /// <summary>A definition by digest; null: unknown.</summary>
    WorkflowRow? FindWorkflow(string digest);

    /// <summary>Workflows by name in UTF-8 order, after one (null: from the start), with <paramref name="text"/> in their name in whatever case (null: all).</summary>
    IReadOnlyList<WorkflowSummary> ListWorkflows(string? after, string? text, int limit);

    /// <summary>Versions of a workflow, newest first, after one (its time and digest; null: from the newest).</summary>
    IReadOnlyList<WorkflowVersionSummary> ListVersions(string name, (long At, string Digest)? after, int limit);

    /// <summary>Digest of the newest version of a workflow, at a cost that does not grow with its runs; null: no such workflow.</summary>
    string? FindNewestVersion(string name);

    /// <summary>Runs, newest first.</summary>
    IReadOnlyList<RunRow> ListRuns(RunFilter filter);

    /// <summary>Runs that somebody looks for, newest first, with a bound on the work: a page may be short and still say where the next begins.</summary>
    RunPage FindRuns(RunSearch search);

    /// <summary>A run with its blocks outside items, read together; null: no such run.</summary>
    RunOutline? FindOutline(RunId run);

    /// <summary>Counters of the home; of ended runs those since a time, Unix milliseconds.</summary>
    HomeCounts CountHome(long endedSince);

    /// <summary>Outcomes by hour, oldest first, hours without any left out, from a time on (Unix milliseconds). What was removed since still counts.</summary>
    IReadOnlyList<HourCounts> ListHours(long from);

    /// <summary>Counts the steps of a run by reading every outcome: once for a run that nobody counted while it ran. Null: no such run.</summary>
    RunTally? Tally(RunId run);

    /// <summary>Blocks of a run with their counts, by number, from one on.</summary>
    IReadOnlyList<BlockRecorded> ListBlocks(RunId run, int fromBlock, int limit);

    /// <summary>A block; null: none.</summary>
    BlockRecorded? FindBlock(RunId run, int block);

    /// <summary>The newest instance of a step's block in a scope; null: none.</summary>
    BlockRecorded? FindBlock(RunId run, ScopeId scope, int step);

    /// <summary>Blocks of the steps of a scope, by number; older instances of a step's block too.</summary>
    IReadOnlyList<BlockRecorded> ListBlocks(RunId run, ScopeId scope);

    /// <summary>A source; null: none.</summary>
    SourceRecorded? FindSource(RunId run, int source);

    /// <summary>Sources of a run, by number.</summary>
    IReadOnlyList<SourceRecorded> ListSources(RunId run);

    /// <summary>Items of a block in source order.</summary>
    IReadOnlyList<BlockItem> ListItems(RunId run, int block, ItemFilter filter);

    /// <summary>Items of a block that somebody looks for, by position, with a bound on the work: a page may be short and still say where the next begins.</summary>
    FoundItems FindItems(RunId run, int block, ItemSearch search);

    /// <summary>Items with these positions, in the order asked for; what is not there is left out.</summary>
    IReadOnlyList<BlockItem> ReadItems(RunId run, int block, IReadOnlyList<long> ordinals);

    /// <summary>How the items of a block ended, by position, from one on; less is read than for <see cref="ListItems"/>.</summary>
    IReadOnlyList<ItemEnd> ListEnds(RunId run, int block, long fromOrdinal, int limit);

    /// <summary>Positions of a source's rows in the order of their keys (UTF-8). Reads all of them.</summary>
    int[] OrderByKey(RunId run, int source);

    /// <summary>Rows of a source from a position on, with their values.</summary>
    IReadOnlyList<SourceItem> ListRows(RunId run, int source, long fromOrdinal, int limit);

    /// <summary>Outcomes by (scope, step, drive).</summary>
    IReadOnlyList<StepEnded> ListOutcomes(RunId run, OutcomeFilter filter);

    /// <summary>Attempts of some scopes, by (scope, step, drive, attempt).</summary>
    IReadOnlyList<AttemptRecorded> ListAttempts(RunId run, IReadOnlyList<ScopeId> scopes);

    /// <summary>Failed items of a block (newest drive) by cause, most frequent first; each with up to <paramref name="examples"/> of its first items.</summary>
    IReadOnlyList<FailureGroup> GroupFailures(RunId run, int block, int examples);

    /// <summary>The ordinal of a key in a source; null: not there.</summary>
    long? FindOrdinal(RunId run, int source, string key);

    /// <summary>Open waits of a run, or of all runs, by (run, scope, step).</summary>
    IReadOnlyList<OpenWait> ListWaits(RunId? run, int limit);

    /// <summary>Open waits that somebody looks for, by (run, scope, step).</summary>
    IReadOnlyList<OpenWait> FindWaits(WaitSearch search);

    /// <summary>Collections by name.</summary>
    IReadOnlyList<CollectionSummary> ListCollections();

    /// <summary>Items of a collection by key in UTF-8 order, after a key (null: from the start).</summary>
    IReadOnlyList<CollectionItem> ListCollectionItems(string collection, string? afterKey, int limit);

    /// <summary>Lines of a run's log from a number on.</summary>
    IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit);

    /// <summary>Digests of the artifacts that outcomes of a run refer to, in order, after one (null: from the start).</summary>
    IReadOnlyList<string> ListArtifacts(RunId run, string? after, int limit);

    /// <summary>Files that had a digest when they were last looked at: where linked artifacts lie. They may have changed since.</summary>
    IReadOnlyList<FileStamp> ListFiles(string digest);

    /// <summary>How much a run holds.</summary>
    RunSize MeasureRun(RunId run);

    /// <summary>How long steps took in the newest runs of a workflow, from up to <paramref name="samples"/> outcomes a run.</summary>
    IReadOnlyList<StepDuration> ListDurations(string workflowName, int newestRuns, int samples);
}
