using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Forecasts;
using Atelier.Engine.Stores;
using Atelier.Language;
using Atelier.Language.Plans;

namespace Atelier.Cli.Workflows;

/// <summary>What would become of a step.</summary>
/// <param name="Path">Step ids from the root.</param>
/// <param name="Action">The action.</param>
/// <param name="IsKnown">False: nothing is known, because a step before it would run first.</param>
/// <param name="Reused">Bodies that an earlier result stands in for.</param>
/// <param name="New">Bodies without an earlier result.</param>
/// <param name="Stale">Bodies whose earlier result no longer counts.</param>
/// <param name="Unreached">Items that come to it only after something before it has run; counted as to compute.</param>
/// <param name="Reason">Why the first stale one is stale.</param>
/// <param name="Time">Time of all its bodies one after another, by earlier runs; null: unknown, or nothing to do.</param>
internal sealed record StepOutlook(string Path, string Action, bool IsKnown, long Reused, long New, long Stale, long Unreached, string? Reason, TimeSpan? Time)
{
    private const int RunsLookedAt = 5;
    private const int SamplesLookedAt = 200;

    public static IReadOnlyList<StepOutlook> Of(WorkflowPlan plan, ForecastTally tally, IReadOnlyList<BlockReport> blocks, IRunQueries? queries, IActionCatalog actions)
    {
        var durations = queries?.ListDurations(plan.Name, RunsLookedAt, SamplesLookedAt) ?? [];
        return [.. plan.Steps.OfType<ActionStepPlan>().OrderBy(static step => step.Position.Line).ThenBy(static step => step.Position.Column).ThenBy(static step => step.Index).Select(step => Of(step, plan, tally, blocks, durations, actions))];
    }

    private static StepOutlook Of(ActionStepPlan step, WorkflowPlan plan, ForecastTally tally, IReadOnlyList<BlockReport> blocks, IReadOnlyList<StepDuration> durations, IActionCatalog actions)
    {
        var known = tally.Steps.TryGetValue(step.Path, out var counted);
        if (!known && actions.Find(step.Action) is { IsSource: true } or { Inline: true })
        {
            // Sources are read for the plan itself, and bodies of a few microseconds run in it.
            return new StepOutlook(step.Path, step.Action, true, 0, 1, 0, 0, null, null);
        }

        var block = blocks.FirstOrDefault(block => step.Path.StartsWith(block.Path + "/", StringComparison.Ordinal));
        var unreached = block is null ? 0 : Math.Max(0, block.Opened - counted.Reused - counted.New - counted.Stale);
        var compute = counted.New + counted.Stale + unreached;
        return new StepOutlook(step.Path, step.Action, known || block is not null, counted.Reused, counted.New, counted.Stale, unreached, counted.Reason, TimeOf(step, plan, compute, durations));
    }

    private static TimeSpan? TimeOf(ActionStepPlan step, WorkflowPlan plan, long bodies, IReadOnlyList<StepDuration> durations)
    {
        var same = durations.Where(duration => duration.WorkflowDigest == plan.Digest && duration.Step == step.Index).ToList();
        var alike = same.Count > 0 ? same : durations.Where(duration => duration.MadeBy.StartsWith(step.Action + "@", StringComparison.Ordinal)).ToList();
        var samples = alike.Sum(static duration => (long)duration.Samples);
        return bodies == 0 || samples == 0 ? null : TimeSpan.FromMilliseconds(alike.Sum(static duration => duration.MeanMilliseconds * duration.Samples) / samples * bodies);
    }
}
