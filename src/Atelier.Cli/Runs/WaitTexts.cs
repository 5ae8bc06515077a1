using Atelier.Cli.Terminals;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Cli.Runs;

/// <summary>What an unfinished run waits for, as the store has it.</summary>
internal static class WaitTexts
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(RunSnapshot snapshot, WorkflowPlan plan) =>
        [
            .. snapshot.Waits.Take(Most).Select(wait => TextOf(wait, plan)),
            .. snapshot.Attempts.Where(static attempt => attempt.State == AttemptState.Parked)
                .GroupBy(attempt => $"{plan.Steps[attempt.Step].Path}: {OutcomeDetail.FromJson(attempt.Detail)?.Reason ?? "parked"}")
                .Take(Most)
                .Select(static alike => alike.Skip(1).Any() ? $"{alike.Key} ({Texts.Count(alike.Count(), "item")})" : alike.Key),
        ];

    /// <summary>Commands by which a person makes a waiting run go on, each once.</summary>
    public static IReadOnlyList<string> AnswersOf(RunSnapshot snapshot, RunId run)
    {
        var parked = snapshot.Attempts.Where(static attempt => attempt.State == AttemptState.Parked).Select(static attempt => OutcomeDetail.FromJson(attempt.Detail)?.Failure).ToList();
        var answers = new List<string>();
        if (snapshot.Waits.Any(static wait => wait.Person))
        {
            answers.Add("`atelier reviews list` shows what people are asked");
        }

        if (snapshot.Waits.Any(static wait => !wait.Person && wait.Signal is not null))
        {
            answers.Add($"`atelier signal {run} NAME` sends what it waits for");
        }

        if (parked.Exists(static failure => failure?.Code == RunSpending.BudgetSpent))
        {
            answers.Add($"`atelier runs budget {run} --max-cost MONEY` (or --max-tokens) raises its budget");
        }

        if (parked.Exists(static failure => failure is { Effect: FailureEffect.Unknown }))
        {
            answers.Add($"`atelier resolve {run} STEP` says what became of a step");
        }

        return answers;
    }

    private static string TextOf(WaitOpened wait, WorkflowPlan plan)
    {
        var what = wait.Person ? "a person" : wait.Signal is { } signal ? $"signal `{signal}`" : "time";
        var key = wait.Key is null ? string.Empty : $" for `{wait.Key}`";
        var due = wait.Due is { } until ? $" until {Texts.Moment(until)}" : string.Empty;
        var prompt = WaitDetail.FromJson(wait.Detail).Prompt is { } text ? $": {text}" : string.Empty;
        return $"{plan.Steps[wait.Step].Path}: {what}{key}{due}{prompt}";
    }
}
