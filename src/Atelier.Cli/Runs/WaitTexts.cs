using Atelier.Cli.Homes.Views;
using Atelier.Cli.Terminals;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Runs;

/// <summary>What an unfinished run waits for, in words.</summary>
internal static class WaitTexts
{
    public static RunWaits Of(IReadOnlyList<WaitingStep> waits, RunId run) => new([.. waits.Select(TextOf)], AnswersOf(waits, run));

    /// <summary>What a wait is for, from its kind and what is known of it.</summary>
    public static string SentenceOf(string kind, string text) => kind switch
    {
        "person" => text.Length > 0 ? text : "a person",
        "signal" => $"the signal `{text}`",
        "time" => "a time",
        "retry" => "the next attempt",
        _ => text.Length > 0 ? text : "parked",
    };

    /// <summary>Commands by which a person makes a waiting run go on, each once.</summary>
    private static IReadOnlyList<string> AnswersOf(IReadOnlyList<WaitingStep> waits, RunId run) =>
        [.. waits.Select(wait => AnswerOf(wait.Kind, run)).OfType<string>().Distinct()];

    private static string? AnswerOf(string kind, RunId run) => kind switch
    {
        "person" => "`atelier reviews list` shows what people are asked",
        "signal" => $"`atelier signal {run} NAME` sends what it waits for",
        "budget" => $"`atelier runs budget {run} --max-cost MONEY` (or --max-tokens) raises its budget",
        "decision" => $"`atelier resolve {run} STEP` says what became of a step",
        _ => null,
    };

    private static string TextOf(WaitingStep wait)
    {
        var key = wait.Key is null ? string.Empty : $" [{wait.Key}]";
        var count = wait.Count == 1 ? null : Texts.Count(wait.Count, "item");
        var due = wait.Due is { } until ? $"until {Texts.Moment(until)}" : null;
        var more = string.Join(", ", new[] { count, due }.OfType<string>());
        return $"{wait.Path}{key}: {wait.Sentence}{(more.Length == 0 ? string.Empty : $" ({more})")}";
    }
}
