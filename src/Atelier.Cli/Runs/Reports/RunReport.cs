using Atelier.Cli.Homes.Views;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs.Reports;

/// <summary>What a run came to, as it stands in the store.</summary>
internal sealed record RunReport
{
    /// <summary>Its row.</summary>
    public required RunRow Row { get; init; }

    /// <summary>Its workflow.</summary>
    public required WorkflowPlan Plan { get; init; }

    /// <summary>Its for_each blocks outside items.</summary>
    public required IReadOnlyList<BlockReport> Blocks { get; init; }

    /// <summary>Why items failed, by cause, the most frequent first.</summary>
    public required IReadOnlyList<CauseReport> Causes { get; init; }

    /// <summary>Why the run failed.</summary>
    public required IReadOnlyList<FailureRecord> Errors { get; init; }

    /// <summary>What it waits for; empty: nothing, or it has ended.</summary>
    public required IReadOnlyList<string> Waits { get; init; }

    /// <summary>What a person can type to make it go on.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>What it spent; null: nothing.</summary>
    public RunSpending? Spending => RunSpending.FromJson(Row.Spending) is { Models.Count: > 0 } spending ? spending : null;

    /// <summary>Items that their blocks went on without.</summary>
    public long Quarantined => Blocks.Where(static block => block.Quarantines).Sum(static block => block.Counts.Failed);

    /// <summary>Where it stands, in a word.</summary>
    public string State => Row.Phase switch
    {
        RunPhase.Ended => Row.Outcome.ToText(),
        RunPhase.Paused => "paused",
        RunPhase.Cancelling => "cancelling",
        _ when Waits.Count > 0 || (Row.Resting && Row.Wake is null) => "waiting",
        _ => "running",
    };

    /// <summary>The status that a command which followed it ends with.</summary>
    public int Exit => Row.Phase != RunPhase.Ended ? ExitCodes.Waiting
        : Row.Outcome is Outcome.Failed or Outcome.Cancelled ? ExitCodes.Failed
        : Quarantined > 0 ? ExitCodes.Quarantined
        : ExitCodes.Done;

    /// <summary>Reads it.</summary>
    public static RunReport Of(IHomeView home, KnownRun run)
    {
        var (row, plan) = run;
        var waits = row.Phase == RunPhase.Ended ? RunWaits.None : home.WaitsOf(run);
        var blocks = home.ListBlocks(run);
        return new RunReport
        {
            Row = row,
            Plan = plan,
            Blocks = blocks,
            Causes = blocks.Any(static block => block.Counts.Failed > 0) ? CauseReport.Of(home, run, blocks) : [],
            Errors = FailureRecord.ListFromJson(row.Errors),
            Answers = waits.Answers,
            Waits = waits.Texts,
        };
    }
}

/// <summary>A for_each as it stands.</summary>
/// <param name="Number">Its number in the run.</param>
/// <param name="Path">Step ids from the root.</param>
/// <param name="Collection">Its collection's name.</param>
/// <param name="Counts">Ended items by outcome.</param>
/// <param name="Opened">Items begun.</param>
/// <param name="Quarantines">True when it goes on without failed items.</param>
internal sealed record BlockReport(int Number, string Path, string? Collection, OutcomeCounts Counts, long Opened, bool Quarantines);
