using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>What runs wait for, as the API shows it.</summary>
internal static class RunWaits
{
    private const int Most = 20;

    /// <summary>What a run in memory waits for.</summary>
    public static IReadOnlyList<WaitResponse> Of(RunActivity activity) =>
        [.. activity.Waits.Select(static wait => Wait(wait.Path, wait.Count == 1 ? wait.Key : null, wait.Kind, wait.Text, wait.Due, wait.Count))];

    /// <summary>What a run that is not in memory waits for, as it is recorded.</summary>
    public static IReadOnlyList<WaitResponse> Of(RunSnapshot snapshot, WorkflowPlan plan)
    {
        var ended = snapshot.Outcomes.Select(static row => (row.Scope, row.Step, row.Drive)).ToHashSet();
        var resting = snapshot.Attempts.GroupBy(static attempt => (attempt.Scope, attempt.Step, attempt.Drive)).Where(group => !ended.Contains(group.Key)).Select(static group => group.Last());
        return
        [
            .. snapshot.Waits.Select(wait => (Path: plan.Steps[wait.Step].Path, wait.Key, Kind: KindOf(wait), Text: wait.Person ? WaitDetail.FromJson(wait.Detail).Prompt ?? string.Empty : wait.Signal ?? string.Empty, wait.Due))
                .Concat(resting.Where(static attempt => attempt.State is AttemptState.Parked or AttemptState.Failed).Select(attempt => Resting(attempt, plan)))
                .GroupBy(static wait => (wait.Path, wait.Kind, wait.Text))
                .Take(Most)
                .Select(static alike => Wait(alike.Key.Path, alike.Skip(1).Any() ? null : alike.First().Key, alike.Key.Kind, alike.Key.Text, alike.Min(static wait => wait.Due), alike.LongCount())),
        ];
    }

    private static (string Path, string? Key, string Kind, string Text, long? Due) Resting(AttemptRecorded attempt, WorkflowPlan plan)
    {
        var detail = OutcomeDetail.FromJson(attempt.Detail);
        var kind = attempt.State == AttemptState.Failed ? "retry"
            : detail?.Failure?.Code == RunSpending.BudgetSpent ? "budget"
            : detail?.Failure?.Endpoint is not null ? "host"
            : "decision";
        return (plan.Steps[attempt.Step].Path, null, kind, attempt.State == AttemptState.Failed ? string.Empty : detail?.Reason ?? string.Empty, attempt.Due);
    }

    private static string KindOf(WaitOpened wait) => wait.Person ? "person" : wait.Signal is null ? "time" : "signal";

    private static WaitResponse Wait(string path, string? key, string kind, string text, long? due, long count) => new()
    {
        Step = path,
        Key = key,
        Kind = kind,
        Text = kind switch
        {
            "person" => text.Length > 0 ? text : "a person",
            "signal" => $"the signal `{text}`",
            "time" => "a time",
            "retry" => "the next attempt",
            _ => text,
        },
        Due = due is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
        Count = count,
    };
}
