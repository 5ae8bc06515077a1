using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Tallies;

namespace Atelier.Storage.Sqlite;

/// <summary>Questions to a database, also while another process owns and writes it. Connections are opened when first needed.</summary>
public sealed class SqliteRunQueries : IRunQueries
{
    private readonly ReadPool<QueryReader> _reads;

    /// <summary>Checks that the database is there and can be read.</summary>
    /// <exception cref="StoreException">ATL3002 missing or not readable, ATL3003 damaged, ATL3004 newer version.</exception>
    public SqliteRunQueries(string path)
    {
        DatabaseFile.CheckReadable(path);
        _reads = new ReadPool<QueryReader>(path, static database => new QueryReader(database));
    }

    /// <inheritdoc />
    public RunRow? FindRun(RunId run) => _reads.Read(reader => reader.Runs.FindRun(run));

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(string digest) => _reads.Read(reader => reader.Runs.Reuse.FindWorkflow(digest));

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListRuns(RunFilter filter) => _reads.Read(reader => reader.ListRuns(filter));

    /// <inheritdoc />
    public IReadOnlyList<WorkflowSummary> ListWorkflows(string? after, string? text, int limit) => _reads.Read(reader => reader.Home.Workflows(after, text, limit));

    /// <inheritdoc />
    public IReadOnlyList<WorkflowVersionSummary> ListVersions(string name, (long At, string Digest)? after, int limit) =>
        _reads.Read(reader => reader.Home.Versions(name, after, limit));

    /// <inheritdoc />
    public string? FindNewestVersion(string name) => _reads.Read(reader => reader.Home.NewestVersion(name));

    /// <inheritdoc />
    public RunPage FindRuns(RunSearch search) => _reads.Read(reader => reader.Search.Find(search));

    /// <inheritdoc />
    public RunOutline? FindOutline(RunId run) => _reads.Read(reader => reader.Outlines.Find(run));

    /// <inheritdoc />
    public HomeCounts CountHome(long endedSince) => _reads.Read(reader => reader.Home.Count(endedSince));

    /// <inheritdoc />
    public IReadOnlyList<HourCounts> ListHours(long from) => _reads.Read(reader => reader.Home.Hours(from));

    /// <inheritdoc />
    public RunTally? Tally(RunId run) => _reads.Read(reader => reader.Tallies.Read(run));

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, int block) => _reads.Read(reader => reader.Runs.Items.Find(run, block));

    /// <inheritdoc />
    public BlockRecorded? FindBlock(RunId run, ScopeId scope, int step) => _reads.Read(reader => reader.Runs.Items.Find(run, scope, step));

    /// <inheritdoc />
    public IReadOnlyList<BlockRecorded> ListBlocks(RunId run, ScopeId scope) => _reads.Read(reader => reader.Runs.Items.InScope(run, scope));

    /// <inheritdoc />
    public SourceRecorded? FindSource(RunId run, int source) => _reads.Read(reader => reader.Runs.Items.Source(run, source));

    /// <inheritdoc />
    public FoundItems FindItems(RunId run, int block, ItemSearch search) => _reads.Read(reader => reader.Items.Find(run, block, search));

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ReadItems(RunId run, int block, IReadOnlyList<long> ordinals) => _reads.Read(reader => reader.Items.Read(run, block, ordinals));

    /// <inheritdoc />
    public IReadOnlyList<ItemEnd> ListEnds(RunId run, int block, long fromOrdinal, int limit) => _reads.Read(reader => reader.Items.Ends(run, block, fromOrdinal, limit));

    /// <inheritdoc />
    public int[] OrderByKey(RunId run, int source) => _reads.Read(reader => reader.Items.OrderByKey(run, source));

    /// <inheritdoc />
    public IReadOnlyList<SourceItem> ListRows(RunId run, int source, long fromOrdinal, int limit) => _reads.Read(reader => reader.Runs.Items.Rows(run, source, fromOrdinal, limit));

    /// <inheritdoc />
    public IReadOnlyList<OpenWait> FindWaits(WaitSearch search) => _reads.Read(reader => reader.FindWaits(search));

    /// <inheritdoc />
    public IReadOnlyList<BlockRecorded> ListBlocks(RunId run, int fromBlock, int limit) => _reads.Read(reader => reader.Runs.Items.Blocks(run, fromBlock, limit));

    /// <inheritdoc />
    public IReadOnlyList<SourceRecorded> ListSources(RunId run) => _reads.Read(reader => reader.Runs.Items.Sources(run));

    /// <inheritdoc />
    public IReadOnlyList<BlockItem> ListItems(RunId run, int block, ItemFilter filter) => _reads.Read(reader => reader.Runs.Items.Items(run, block, filter));

    /// <inheritdoc />
    public IReadOnlyList<StepEnded> ListOutcomes(RunId run, OutcomeFilter filter) => _reads.Read(reader => reader.ListOutcomes(run, filter));

    /// <inheritdoc />
    public IReadOnlyList<AttemptRecorded> ListAttempts(RunId run, IReadOnlyList<ScopeId> scopes) => _reads.Read(reader => reader.Runs.ReadAttempts(run, scopes));

    /// <inheritdoc />
    public IReadOnlyList<FailureGroup> GroupFailures(RunId run, int block, int examples) => _reads.Read(reader => reader.GroupFailures(run, block, examples));

    /// <inheritdoc />
    public long? FindOrdinal(RunId run, int source, string key) => _reads.Read(reader => reader.Runs.Items.FindOrdinal(run, source, key));

    /// <inheritdoc />
    public IReadOnlyList<OpenWait> ListWaits(RunId? run, int limit) => _reads.Read(reader => reader.ListWaits(run, limit));

    /// <inheritdoc />
    public IReadOnlyList<CollectionSummary> ListCollections() => _reads.Read(static reader => reader.Collections.List());

    /// <inheritdoc />
    public IReadOnlyList<CollectionItem> ListCollectionItems(string collection, string? afterKey, int limit) =>
        _reads.Read(reader => reader.Collections.Items(collection, afterKey, limit));

    /// <inheritdoc />
    public IReadOnlyList<LogLine> ReadLog(RunId run, long from, int limit) => _reads.Read(reader => reader.Runs.Items.Log(run, from, limit));

    /// <inheritdoc />
    public IReadOnlyList<string> ListArtifacts(RunId run, string? after, int limit) => _reads.Read(reader => reader.Collections.Artifacts(run, after, limit));

    /// <inheritdoc />
    public IReadOnlyList<FileStamp> ListFiles(string digest) => _reads.Read(reader => reader.ListFiles(digest));

    /// <inheritdoc />
    public RunSize MeasureRun(RunId run) => _reads.Read(reader => reader.Collections.Measure(run));

    /// <inheritdoc />
    public IReadOnlyList<StepDuration> ListDurations(string workflowName, int newestRuns, int samples) =>
        _reads.Read(reader => reader.ListDurations(workflowName, newestRuns, samples));

    /// <inheritdoc />
    public void Dispose() => _reads.Dispose();
}
