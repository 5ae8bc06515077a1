using Atelier.Api.Runs;
using Atelier.Cli.Runs.Reports;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Cli.Servers.Rows;

/// <summary>Blocks as reports have them.</summary>
internal static class BlockRows
{
    /// <summary>The for_each blocks of a workflow's body, in its order; those of its handlers are not reported.</summary>
    public static IReadOnlyList<BlockReport> Of(IReadOnlyList<BlockResponse> blocks, WorkflowPlan plan)
    {
        var found = blocks.Where(static block => block.Kind == "for_each").ToLookup(static block => block.Path);
        return
        [
            .. plan.Steps.OfType<ForEachPlan>().Where(step => IsOfBody(plan, step)).SelectMany(step => found[step.Path].Take(1).Select(block => new BlockReport(
                block.Block,
                block.Path,
                block.Collection,
                CountsOf(block.Counts),
                CountsOf(block.Counts).Ended + block.Open,
                step.OnItemFailure == ItemFailurePolicy.Quarantine))),
        ];
    }

    public static OutcomeCounts CountsOf(OutcomeCountsBody counts) => new(counts.Succeeded, counts.Empty, counts.Rejected, counts.Failed, counts.Skipped, counts.Cancelled);

    private static bool IsOfBody(WorkflowPlan plan, StepPlan step) =>
        plan.Body.Steps.Any(outer => step.Path == outer.Path || step.Path.StartsWith(outer.Path + "/", StringComparison.Ordinal));
}
