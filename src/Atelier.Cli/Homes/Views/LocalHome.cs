using Atelier.Cli.Exports;
using Atelier.Cli.Reviews;
using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Reviews;
using Atelier.Hosting.Runs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Homes.Views;

/// <summary>A home of this machine, read beside whoever owns it.</summary>
internal sealed class LocalHome(HomeReader home) : IHomeView
{
    private const int PageRows = 1000;

    /// <inheritdoc />
    public IArtifactView Artifacts => field ??= new LocalArtifacts(home.Artifacts);

    /// <inheritdoc />
    public RunRow? FindRun(RunId run) => home.Store.FindRun(run);

    /// <inheritdoc />
    public WorkflowRow? FindWorkflow(RunRow run) => home.Store.FindWorkflow(run.WorkflowDigest);

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListRuns(string? workflow, int limit) => home.Queries.ListRuns(new RunFilter { WorkflowName = workflow, Limit = limit });

    /// <inheritdoc />
    public IReadOnlyList<RunRow> ListUnfinished() => [.. home.Store.Unfinished().Reverse().Select(run => home.Store.FindRun(run.Run)).OfType<RunRow>()];

    /// <inheritdoc />
    public IReadOnlyList<BlockReport> ListBlocks(KnownRun run) => RunBlocks.Of(home.Store, run.Row.Run, run.Plan);

    /// <inheritdoc />
    public IEnumerable<BlockItem> ListItems(KnownRun run, int block, Outcome? outcome)
    {
        var filter = new ItemFilter { Outcome = outcome, Limit = PageRows };
        while (home.Queries.ListItems(run.Row.Run, block, filter) is { Count: > 0 } page)
        {
            foreach (var item in page)
            {
                yield return item;
            }

            filter = filter with { FromOrdinal = page[^1].Ordinal + 1 };
        }
    }

    /// <inheritdoc />
    public IEnumerable<(BlockItem Item, IReadOnlyList<string> Makers)> ListMadeItems(KnownRun run, int block, Outcome? outcome)
    {
        var makers = new ItemMakers(home.Queries, run.Row.Run);
        return ListItems(run, block, outcome).Select(item => (item, makers.Of(block, item.Ordinal)));
    }

    /// <inheritdoc />
    public IItemSources OpenSources(KnownRun run) => new ItemSources(home, run.Row.Run);

    /// <inheritdoc />
    public IEnumerable<(StepEnded Ended, string? Key)> ListOutcomes(KnownRun run, StepPlan? step, Outcome? outcome)
    {
        var filter = new OutcomeFilter { Step = step?.Index, Outcome = outcome, Limit = PageRows };
        var keys = new ItemKeys(home.Queries, run.Row.Run);
        while (home.Queries.ListOutcomes(run.Row.Run, filter) is { Count: > 0 } page)
        {
            foreach (var ended in page.Where(static ended => ended.Step >= 0))
            {
                yield return (ended, keys.Of(ended.Scope));
            }

            filter = filter with { After = (page[^1].Scope, page[^1].Step, page[^1].Drive) };
        }
    }

    /// <inheritdoc />
    public StepEnded? FindOutcome(KnownRun run, StepPlan step, IReadOnlyList<string> keys) =>
        home.Store.ReadOutcomes(run.Row.Run, [RunScopes.Find(home.Store, run, step, keys)]).LastOrDefault(outcome => outcome.Step == step.Index);

    /// <inheritdoc />
    public IEnumerable<LogLine> ReadLog(KnownRun run, StepPlan? step)
    {
        for (var from = 0L; home.Store.ReadLog(run.Row.Run, from, PageRows) is { Count: > 0 } lines; from = lines[^1].Number + 1)
        {
            foreach (var line in lines.Where(line => step is null || line.Step == step.Index))
            {
                yield return line;
            }
        }
    }

    /// <inheritdoc />
    public RunWaits WaitsOf(KnownRun run) => home.Store.Load(run.Row.Run) is { } snapshot
        ? WaitTexts.Of([.. StoredWaits.Of(snapshot, run.Plan).Select(static wait => new WaitingStep(wait.Path, wait.Key, wait.Kind, WaitTexts.SentenceOf(wait.Kind, wait.Text), wait.Due, wait.Count))], run.Row.Run)
        : RunWaits.None;

    /// <inheritdoc />
    public IReadOnlyList<PersonQuestion> ListReviews(RunRow? run, ActionSet actions) => LocalReviews.Of(this, home.Queries, run?.Run, actions);

    /// <inheritdoc />
    public IReadOnlyList<CollectionSummary> ListCollections() => home.Queries.ListCollections();

    /// <inheritdoc />
    public IEnumerable<CollectionItem> ListCollectionItems(string collection)
    {
        string? after = null;
        while (home.Queries.ListCollectionItems(collection, after, PageRows) is { Count: > 0 } page)
        {
            foreach (var item in page)
            {
                yield return item;
            }

            after = page[^1].Key;
        }
    }

    /// <inheritdoc />
    public void Dispose() => home.Dispose();
}
