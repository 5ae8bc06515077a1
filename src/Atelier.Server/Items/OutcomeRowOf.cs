using System.Text.Json;
using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;
using Atelier.Server.Runs;

namespace Atelier.Server.Items;

/// <summary>Outcomes of steps as the API shows them.</summary>
internal static class OutcomeRowOf
{
    public static OutcomeRow Ended(StepEnded ended, WorkflowPlan plan, string? key)
    {
        var detail = OutcomeDetail.FromJson(ended.Detail);
        return new OutcomeRow
        {
            Step = plan.Steps[ended.Step].Path,
            Scope = ended.Scope.ToString(),
            Key = key,
            Outcome = ended.Outcome.ToText(),
            Drive = ended.Drive,
            Attempt = ended.Attempt,
            At = DateTimeOffset.FromUnixTimeMilliseconds(ended.At),
            Seq = ended.Seq,
            Value = ended.Output is null ? null : JsonElement.Parse(ended.Output),
            MadeBy = detail?.MadeBy,
            Reason = detail?.Reason,
            Failure = RunErrors.First(detail),
            Milliseconds = detail?.Milliseconds,
            Failures = detail?.Failures is { Count: > 0 } failures ? [.. failures.Select(RunErrors.Of)] : [],
            Fingerprint = detail?.Fingerprint,
            Why = detail?.Why is { } why ? new WhyResponse { Reused = why.Reused, Class = why.Class, Table = why.Table, Reason = why.Reason, Differs = why.Part, Old = why.Old, New = why.New } : null,
        };
    }
}
