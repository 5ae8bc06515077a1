using System.Globalization;
using Atelier.Api.Items;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Outcomes of steps as the store has them.</summary>
internal static class OutcomeRows
{
    public static StepEnded Of(OutcomeRow row, WorkflowPlan plan) => new()
    {
        Seq = row.Seq,
        Scope = ScopeOf(row.Scope),
        Step = StepOf(row.Step, plan),
        Drive = row.Drive,
        Attempt = row.Attempt,
        Outcome = RunRows.OutcomeOf(row.Outcome),
        Output = JsonBytes.Of(row.Value),
        Detail = DetailOf(row).ToJson(),
        At = row.At.ToUnixTimeMilliseconds(),
    };

    /// <summary>Reads <c>block:ordinal</c>.</summary>
    public static ScopeId ScopeOf(string text)
    {
        var parts = text.Split(':');
        return ScopeId.Of(int.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>Index of a step by its path.</summary>
    public static int StepOf(string path, WorkflowPlan plan) => plan.Steps.First(step => step.Path == path).Index;

    private static OutcomeDetail DetailOf(OutcomeRow row) => new()
    {
        Failure = row.Failure is { } failure ? FailureRows.FailureOf(failure) : null,
        Failures = row.Failures.Count == 0 ? null : [.. row.Failures.Select(FailureRows.Of)],
        Reason = row.Reason,
        Fingerprint = row.Fingerprint,
        MadeBy = row.MadeBy,
        Milliseconds = row.Milliseconds,
        Why = row.Why is not { } why ? null : new WhyDetail { Reused = why.Reused, Class = why.Class, Table = why.Table, Reason = why.Reason, Part = why.Differs, Old = why.Old, New = why.New },
    };
}
