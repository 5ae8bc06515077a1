using Atelier.Cli.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Actions;
using Atelier.Hosting.Reviews;
using Atelier.Language.Plans;

namespace Atelier.Cli.Homes.Views;

/// <summary>
/// What commands read of a home: one of this machine, or one that a server keeps. Both give the same rows, so that commands print the same. What may be
/// long is read by pages while it is gone through.
/// </summary>
internal interface IHomeView : IDisposable
{
    /// <summary>Bytes.</summary>
    IArtifactView Artifacts { get; }

    /// <summary>A run's row; null: no such run.</summary>
    RunRow? FindRun(RunId run);

    /// <summary>The definition of a run as it was kept; null: it is no longer.</summary>
    WorkflowRow? FindWorkflow(RunRow run);

    /// <summary>The newest runs, newest first.</summary>
    /// <param name="workflow">Only of this workflow; null: of all.</param>
    /// <param name="limit">At most so many.</param>
    IReadOnlyList<RunRow> ListRuns(string? workflow, int limit);

    /// <summary>Runs that have not ended, newest first.</summary>
    IReadOnlyList<RunRow> ListUnfinished();

    /// <summary>The for_each blocks of a run that are not inside items.</summary>
    IReadOnlyList<BlockReport> ListBlocks(KnownRun run);

    /// <summary>Items of a block in source order.</summary>
    /// <param name="run">The run.</param>
    /// <param name="block">Number of the block.</param>
    /// <param name="outcome">Only with this outcome; <see cref="Outcome.None"/>: that have not ended. Null: all.</param>
    IEnumerable<BlockItem> ListItems(KnownRun run, int block, Outcome? outcome);

    /// <summary>As <see cref="ListItems"/>, each with what made it, in the order of the steps: <c>images.convert@1</c>.</summary>
    IEnumerable<(BlockItem Item, IReadOnlyList<string> Makers)> ListMadeItems(KnownRun run, int block, Outcome? outcome);

    /// <summary>The rows that items of a run came from. Items are asked for in source order.</summary>
    IItemSources OpenSources(KnownRun run);

    /// <summary>Outcomes of steps by scope, each with the keys of the items it lies in.</summary>
    IEnumerable<(StepEnded Ended, string? Key)> ListOutcomes(KnownRun run, StepPlan? step, Outcome? outcome);

    /// <summary>The newest outcome of a step in the items with these keys, from the outside in; null: none.</summary>
    /// <exception cref="CommandException">There are no such items.</exception>
    StepEnded? FindOutcome(KnownRun run, StepPlan step, IReadOnlyList<string> keys);

    /// <summary>What steps wrote.</summary>
    IEnumerable<LogLine> ReadLog(KnownRun run, StepPlan? step);

    /// <summary>What a run that has not ended waits for.</summary>
    RunWaits WaitsOf(KnownRun run);

    /// <summary>Open questions to people, of one run or of all, oldest run first.</summary>
    IReadOnlyList<PersonQuestion> ListReviews(RunRow? run, ActionSet actions);

    /// <summary>Collections by name.</summary>
    IReadOnlyList<CollectionSummary> ListCollections();

    /// <summary>Items of a collection by key.</summary>
    IEnumerable<CollectionItem> ListCollectionItems(string collection);
}
