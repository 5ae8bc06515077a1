using System.Globalization;
using Atelier.Api.Approvals;
using Atelier.Engine.Runs;
using Atelier.Hosting.Reviews;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Questions to people as commands have them.</summary>
internal static class ReviewRows
{
    public static PersonQuestion Of(ApprovalResponse approval)
    {
        var (scope, step) = PlaceOf(approval.Id);
        return new PersonQuestion
        {
            Run = Invocation.RunOf(approval.Run),
            Scope = scope,
            StepIndex = step,
            Step = approval.Step,
            // The server knows the signal; commands answer by the id.
            Signal = string.Empty,
            AnswerId = approval.Id,
            Key = approval.Key,
            Text = approval.Question,
            Path = approval.Path,
            Value = approval.Value,
            Form = approval.Schema,
            Assignee = approval.Assignee,
            Kind = approval.Kind,
            Default = approval.Default,
            Due = approval.Due?.ToUnixTimeMilliseconds(),
            Opened = approval.Opened.ToUnixTimeMilliseconds(),
        };
    }

    /// <summary>Reads <c>r17.4:12.3.0</c>: run, scope, step, drive.</summary>
    private static (ScopeId Scope, int Step) PlaceOf(string id) =>
        id.Split('.') is [_, var scope, var step, ..] && int.TryParse(step, CultureInfo.InvariantCulture, out var index) ? (OutcomeRows.ScopeOf(scope), index) : (ScopeId.Root, 0);
}
