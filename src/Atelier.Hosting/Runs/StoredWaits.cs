using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Spending;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;

namespace Atelier.Hosting.Runs;

/// <summary>What a run that is not in memory waits for, as it is recorded: in the form of <see cref="RunActivity.Waits"/>.</summary>
public static class StoredWaits
{
    private const int Most = 20;

    /// <summary>Those that wait for the same count as one; at most 20.</summary>
    public static IReadOnlyList<WaitActivity> Of(RunSnapshot snapshot, WorkflowPlan plan)
    {
        var ended = snapshot.Outcomes.Select(static row => (row.Scope, row.Step, row.Drive)).ToHashSet();
        var last = snapshot.Attempts.GroupBy(static attempt => (attempt.Scope, attempt.Step, attempt.Drive)).Where(group => !ended.Contains(group.Key)).Select(static group => group.Last());
        return
        [
            .. snapshot.Waits.Select(wait => Opened(wait, plan))
                .Concat(last.Where(static attempt => attempt.State is AttemptState.Parked or AttemptState.Failed).Select(attempt => Resting(attempt, plan)))
                .GroupBy(static wait => (wait.Path, wait.Kind, wait.Text))
                .Take(Most)
                .Select(static alike => alike.First() with { Key = alike.Skip(1).Any() ? null : alike.First().Key, Due = alike.Min(static wait => wait.Due), Count = alike.LongCount() }),
        ];
    }

    private static WaitActivity Opened(WaitOpened wait, WorkflowPlan plan)
    {
        var (kind, text) = wait switch
        {
            { Person: true } => ("person", WaitDetail.FromJson(wait.Detail).Prompt),
            { Signal: { } signal } => ("signal", signal),
            _ => ("time", null),
        };
        return new WaitActivity(plan.Steps[wait.Step].Path, wait.Key, kind, text ?? string.Empty, wait.Due, 1);
    }

    private static WaitActivity Resting(AttemptRecorded attempt, WorkflowPlan plan)
    {
        var detail = OutcomeDetail.FromJson(attempt.Detail);
        var (kind, text) = attempt.State == AttemptState.Failed ? ("retry", null)
            : detail?.Failure?.Code == RunSpending.BudgetSpent ? ("budget", detail.Reason)
            : detail?.Failure?.Endpoint is not null ? ("host", detail.Reason)
            : ("decision", detail?.Reason);
        return new WaitActivity(plan.Steps[attempt.Step].Path, null, kind, text ?? string.Empty, attempt.Due, 1);
    }
}
