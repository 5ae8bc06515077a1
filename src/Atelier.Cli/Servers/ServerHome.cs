using System.Globalization;
using Atelier.Api.Approvals;
using Atelier.Api.Collections;
using Atelier.Api.Items;
using Atelier.Api.Logs;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Cli.Homes.Views;
using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Cli.Servers.Rows;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;
using Atelier.Language.Plans;

namespace Atelier.Cli.Servers;

/// <summary>A home that a server keeps, read over HTTP.</summary>
internal sealed class ServerHome(ServerClient client) : IHomeView
{
    private const string Unfinished = "running,waiting,paused,cancelling";

    private readonly ServerArtifacts _artifacts = new(client);

    // A report reads one run several times; what it prints is of one moment.
    private RunResponse? _last;

    /// <inheritdoc />
    public IArtifactView Artifacts => _artifacts;

    /// <inheritdoc />
    public RunRow? FindRun(RunId run)
    {
        _last = client.Find<RunResponse>(ServerPaths.Run(run));
        return _last is null ? null : RunRows.Of(_last);
    }

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(RunRow run) =>
        client.Find<WorkflowVersion>($"workflows/{ServerPaths.Segment(run.WorkflowName)}/versions/{ServerPaths.Segment(run.WorkflowDigest)}") is { } version ? RunRows.Of(version) : null;

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListRuns(string? workflow, int limit) =>
        [.. client.List<RunSummary>(workflow is null ? "runs" : $"runs?workflow={ServerPaths.Segment(workflow)}", limit).Take(limit).Select(RunRows.Of)];

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListUnfinished() => [.. client.List<RunSummary>($"runs?state={Unfinished}").Select(RunRows.Of)];

    /// <inheritdoc />
    public IReadOnlyList<BlockReport> ListBlocks(KnownRun run) => BlockRows.Of(ResponseOf(run.Row.Run).Blocks, run.Plan);

    /// <inheritdoc />
    public IEnumerable<BlockItem> ListItems(KnownRun run, int block, Outcome? outcome) => ReadItems(run, block, outcome).Select(ItemRows.Of);

    /// <inheritdoc />
    public IEnumerable<(BlockItem Item, IReadOnlyList<string> Makers)> ListMadeItems(KnownRun run, int block, Outcome? outcome) =>
        ReadItems(run, block, outcome).Select(static row => (ItemRows.Of(row), row.MadeBy));

    /// <inheritdoc />
    public IItemSources OpenSources(KnownRun run) => new ServerItemSources(client, run.Row.Run);

    /// <inheritdoc />
    public IEnumerable<(StepEnded Ended, string? Key)> ListOutcomes(KnownRun run, StepPlan? step, Outcome? outcome)
    {
        var filters = ServerPaths.Query(("step", step?.Path), ("outcome", outcome?.ToText()));
        return client.List<OutcomeRow>($"{ServerPaths.Run(run.Row.Run)}/outcomes{filters}").Where(static row => row.Step.Length > 0).Select(row => (OutcomeRows.Of(row, run.Plan), row.Key));
    }

    /// <inheritdoc />
    public StepEnded? FindOutcome(KnownRun run, StepPlan step, IReadOnlyList<string> keys)
    {
        var filters = ServerPaths.Query([("step", step.Path), ("exact", "true"), .. keys.Select(static key => ("key", (string?)key))]);
        try
        {
            return client.List<OutcomeRow>($"{ServerPaths.Run(run.Row.Run)}/outcomes{filters}").LastOrDefault() is { } row ? OutcomeRows.Of(row, run.Plan) : null;
        }
        catch (ServerProblemException refused) when (refused.Problem is { Status: 400 or 404, Detail: { } detail })
        {
            throw new CommandException(refused.Exit, CliCodes.NoSuchPart, detail);
        }
    }

    /// <inheritdoc />
    public IEnumerable<LogLine> ReadLog(KnownRun run, StepPlan? step) =>
        client.List<LogLineResponse>($"{ServerPaths.Run(run.Row.Run)}/log{ServerPaths.Query(("step", step?.Path))}").Where(line => step is null || line.Step == step.Path).Select(line => LogRows.Of(line, run.Plan));

    /// <inheritdoc />
    public RunWaits WaitsOf(KnownRun run) => WaitTexts.Of([.. ResponseOf(run.Row.Run).Waits.Select(WaitRows.Of)], run.Row.Run);

    /// <inheritdoc />
    public IReadOnlyList<PersonQuestion> ListReviews(RunRow? run, ActionSet actions)
    {
        var open = client.List<ApprovalResponse>($"approvals{ServerPaths.Query(("run", run?.Run.ToString()))}").Select(ReviewRows.Of);
        return [.. open.OrderBy(static review => review.Run).ThenBy(static review => review.Scope.Value).ThenBy(static review => review.StepIndex)];
    }

    /// <inheritdoc />
    public IReadOnlyList<CollectionSummary> ListCollections() => [.. client.Get<Page<CollectionResponse>>("collections").Items.Select(CollectionRows.Of)];

    /// <inheritdoc />
    public IEnumerable<CollectionItem> ListCollectionItems(string collection) =>
        client.List<CollectionItemResponse>($"collections/{ServerPaths.Segment(collection)}/items").Select(CollectionRows.Of);

    /// <inheritdoc />
    public void Dispose() => _artifacts.Dispose();

    private IEnumerable<ItemRow> ReadItems(KnownRun run, int block, Outcome? outcome) => client.List<ItemPage, ItemRow>(
        string.Create(CultureInfo.InvariantCulture, $"{ServerPaths.Run(run.Row.Run)}/blocks/{block}/items{ServerPaths.Query(("outcome", outcome?.ToText()))}"),
        static page => (page.Items, page.Next));

    private RunResponse ResponseOf(RunId run) => _last is { } last && last.Summary.Run == run.ToString() ? last : _last = client.Get<RunResponse>(ServerPaths.Run(run));
}
