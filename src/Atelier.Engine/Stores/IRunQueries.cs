using Atelier.Engine.Records;
using Atelier.Engine.Runs;

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

    /// <summary>Runs, newest first.</summary>
    IReadOnlyList<RunRow> ListRuns(RunFilter filter);

    /// <summary>Blocks of a run with their counts, by number, from one on.</summary>
    IReadOnlyList<BlockRecorded> ListBlocks(RunId run, int fromBlock, int limit);

    /// <summary>Sources of a run, by number.</summary>
    IReadOnlyList<SourceRecorded> ListSources(RunId run);

    /// <summary>Items of a block in source order.</summary>
    IReadOnlyList<BlockItem> ListItems(RunId run, int block, ItemFilter filter);

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

    /// <summary>Collections by name.</summary>
    IReadOnlyList<CollectionSummary> ListCollections();

    /// <summary>Items of a collection by key in UTF-8 order, after a key (null: from the start).</summary>
    IReadOnlyList<CollectionItem> ListCollectionItems(string collection, string? afterKey, int limit);

    /// <summary>Lines of a run's log from a number on.</summary>
    IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit);

    /// <summary>Digests of the artifacts that outcomes of a run refer to, in order, after one (null: from the start).</summary>
    IReadOnlyList<string> ListArtifacts(RunId run, string? after, int limit);

    /// <summary>How much a run holds.</summary>
    RunSize MeasureRun(RunId run);

    /// <summary>How long steps took in the newest runs of a workflow, from up to <paramref name="samples"/> outcomes a run.</summary>
    IReadOnlyList<StepDuration> ListDurations(string workflowName, int newestRuns, int samples);
}
