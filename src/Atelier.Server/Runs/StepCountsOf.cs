using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Tallies;
using Atelier.Hosting.Live;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>Counters of steps as the API shows them.</summary>
internal static class StepCountsOf
{
    /// <summary>Every step of a plan, or those of a choice.</summary>
    public static IReadOnlyList<StepCounts> View(RunView view, WorkflowPlan plan, IReadOnlySet<int>? only = null)
    {
        var tallies = view.Counters.Steps.ToDictionary(static tally => tally.Step);
        var open = (view.Activity?.Steps ?? []).ToDictionary(static step => step.Step);
        var outside = OutsideItems(plan);
        return [.. plan.Steps.Where(step => only is null || only.Contains(step.Index)).Select(step => Row(step, tallies.GetValueOrDefault(step.Index), open.GetValueOrDefault(step.Index), outside.Contains(step.Index)))];
    }

    /// <summary>Steps that run once, not once an item or round.</summary>
    public static HashSet<int> OutsideItems(WorkflowPlan plan)
    {
        var found = new HashSet<int>();
        Add(plan.Body);
        Add(plan.OnFailure);
        Add(plan.Finally);
        return found;

        void Add(SequencePlan? sequence)
        {
            foreach (var step in sequence?.Steps ?? [])
            {
                found.Add(step.Index);
                Add(step.OnFailure);
                Add(step.Finally);
                foreach (var inner in Inner(step))
                {
                    Add(inner);
                }
            }
        }
    }

    private static IEnumerable<SequencePlan> Inner(StepPlan step) => step switch
    {
        ParallelPlan parallel => [parallel.Body],
        GroupPlan group => [group.Body],
        CallPlan call => [call.Body],
        SwitchPlan choice => choice.Cases.Select(static one => one.Body),
        _ => [],
    };

    private static StepCounts Row(StepPlan step, StepTally? tally, StepActivity? open, bool outside) => new()
    {
        Path = step.Path,
        State = outside ? StateOf(tally, open) : null,
        Counts = RunSummaries.CountsOf(tally?.Counts ?? default),
        Reused = tally?.Reused ?? 0,
        Active = open?.Open ?? 0,
        MeanMilliseconds = tally is { Bodies: > 0 } ? Math.Round(tally.Milliseconds / tally.Bodies, 3) : null,
    };

    /// <summary>Where a step that runs once stands; null: it was not reached.</summary>
    public static string? StateOf(StepTally? tally, StepActivity? open) => open switch
    {
        { Parked: > 0 } => "parked",
        { Waiting: > 0 } => "waiting",
        { Retrying: > 0 } => "retrying",
        { Running: > 0 } => "running",
        { Ready: > 0 } => "ready",
        _ => tally is null || tally.Counts.Ended == 0 ? null : Worst(tally.Counts).ToText(),
    };

    /// <summary>The worst of several outcomes.</summary>
    public static Outcome Worst(OutcomeCounts counts) =>
        counts.Failed > 0 ? Outcome.Failed
        : counts.Cancelled > 0 ? Outcome.Cancelled
        : counts.Rejected > 0 ? Outcome.Rejected
        : counts.Succeeded > 0 ? Outcome.Succeeded
        : counts.Empty > 0 ? Outcome.Empty
        : Outcome.Skipped;
}
