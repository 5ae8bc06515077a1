using System.Text.Json;
using Atelier.Api.Items;
using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Values;
using Atelier.Hosting.Items;
using Atelier.Server.Runs;

namespace Atelier.Server.Items;

/// <summary>Steps of items as the API shows them.</summary>
internal static class ItemStepOf
{
    /// <summary>A step; null: it was not reached.</summary>
    public static ItemStep? Row(ScopeStep step, bool itemEnded)
    {
        if (step.State(itemEnded) is not { } state)
        {
            return null;
        }

        var last = step.Attempts.Count > 0 ? step.Attempts[^1] : null;
        return new ItemStep
        {
            Path = step.Plan.Path,
            Key = step.Key,
            Scope = step.Scope.ToString(),
            State = state,
            Drive = step.Ended?.Drive ?? last?.Drive ?? 0,
            Attempt = step.Ended?.Attempt ?? last?.Attempt ?? 0,
            At = step.Ended is { } ended ? DateTimeOffset.FromUnixTimeMilliseconds(ended.At) : null,
            Milliseconds = step.Detail?.Milliseconds,
            Input = Json(step.Input),
            Output = Json(step.Ended?.Output),
            Failure = RunErrors.First(step.Detail) ?? (step.Ended is null && OutcomeDetail.FromJson(last?.Detail) is { } tried ? RunErrors.First(tried) : null),
            Reason = step.Detail?.Reason ?? ReasonOf(step, last),
            MadeBy = step.Detail?.MadeBy,
            Why = step.Detail?.Why is { } why ? WhyOf(why) : null,
            Attempts = [.. step.Attempts.Where(static attempt => attempt.State is AttemptState.Failed or AttemptState.Started or AttemptState.Released or AttemptState.CutOff).Select(AttemptOf)],
            Usage = [.. (step.Detail?.Usage ?? []).Select(usage => new UsageRow { Step = step.Plan.Path, Model = usage.Model, Calls = 1, InputTokens = usage.InputTokens, OutputTokens = usage.OutputTokens, Cost = usage.Cost ?? 0, BodySeconds = 0 })],
        };
    }

    public static WhyResponse WhyOf(WhyDetail why) => new() { Reused = why.Reused, Class = why.Class, Table = why.Table, Reason = why.Reason, Differs = why.Part };

    private static string? ReasonOf(ScopeStep step, AttemptRecorded? last) => step switch
    {
        { Ended: not null } => null,
        { Wait: { } wait } => WaitDetail.FromJson(wait.Detail).Prompt ?? (wait.Signal is { } signal ? $"waits for the signal `{signal}`" : "waits for a time"),
        _ when last?.State == AttemptState.Parked => OutcomeDetail.FromJson(last.Detail)?.Reason,
        _ => null,
    };

    private static AttemptResponse AttemptOf(AttemptRecorded attempt) => new()
    {
        Drive = attempt.Drive,
        Attempt = attempt.Attempt,
        At = DateTimeOffset.FromUnixTimeMilliseconds(attempt.At),
        State = attempt.State switch { AttemptState.Failed => "failed", AttemptState.Started => "started", _ => "cut_off" },
        Failure = RunErrors.First(OutcomeDetail.FromJson(attempt.Detail)),
        Due = attempt.Due is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null,
    };

    private static JsonElement? Json(byte[]? bytes) => bytes is null ? null : JsonElement.Parse(bytes);
}
