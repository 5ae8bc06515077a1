using System.Text.Json;
using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Hosting.Live;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>A run with everything that one screen shows of it.</summary>
internal static class RunOf
{
    public static RunResponse View(RunView view, WorkflowPlan plan, IReadOnlyList<WaitResponse> waits, AcceptedCauses accepted)
    {
        var row = view.Outline.Row;
        var quarantined = view.Outline.Blocks.Where(block => block.Block is { Kind: BlockKind.ForEach, Step: >= 0 } && plan.Steps[block.Block.Step] is ForEachPlan { OnItemFailure: ItemFailurePolicy.Quarantine })
            .Sum(static block => block.Block.Counts.Failed);
        return new RunResponse
        {
            Summary = RunSummaries.Of(view.Outline),
            Inputs = JsonElement.Parse(row.Inputs),
            Options = Json(row.Options),
            Outputs = Json(row.Output),
            Errors = [.. FailureRecord.ListFromJson(row.Errors).Select(RunErrors.Of)],
            Blocks = Blocks(view, plan),
            Waits = waits,
            Running = view.Activity?.Running ?? [],
            Quarantined = quarantined > 0 ? quarantined - accepted.CountOf(row.Run) : 0,
            Spending = Json(row.Spending),
            Exit = ExitOf(view, quarantined),
        };
    }

    public static IReadOnlyList<BlockResponse> Blocks(RunView view, WorkflowPlan plan) => [.. view.Outline.Blocks.Select(block => BlockOf.Row(block, plan))];

    private static int? ExitOf(RunView view, long quarantined) => view.Outline.Row switch
    {
        { Phase: RunPhase.Ended, Outcome: Outcome.Cancelled } => 130,
        { Phase: RunPhase.Ended, Outcome: Outcome.Failed } => 1,
        { Phase: RunPhase.Ended } => quarantined > 0 ? 3 : 0,
        { Resting: true } => 5,
        _ => null,
    };

    private static JsonElement? Json(byte[]? bytes) => bytes is null ? null : JsonElement.Parse(bytes);
}
