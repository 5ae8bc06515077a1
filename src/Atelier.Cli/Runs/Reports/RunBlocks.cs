using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Cli.Runs.Reports;

/// <summary>Finds the for_each blocks of a run that are not inside items, through branches, groups and inlined workflows.</summary>
internal static class RunBlocks
{
    public static IReadOnlyList<BlockReport> Of(IRunStore store, RunId run, WorkflowPlan plan)
    {
        var found = new List<BlockReport>();
        Add(plan.Body, ScopeId.Root);
        return found;

        void Add(SequencePlan sequence, ScopeId scope)
        {
            foreach (var step in sequence.Steps)
            {
                if (step is ActionStepPlan || store.FindBlock(run, scope, step.Index) is not { } block)
                {
                    continue;
                }

                if (step is ForEachPlan loop)
                {
                    found.Add(new BlockReport(block.Block, step.Path, block.Collection, block.Counts, block.Opened, loop.OnItemFailure == ItemFailurePolicy.Quarantine));
                }
                else if (BodyOf(step, plan, block.Sequence) is { } body)
                {
                    Add(body, ScopeId.Of(block.Block, step is RepeatPlan ? Math.Max(0, block.Opened - 1) : 0));
                }
            }
        }
    }

    private static SequencePlan? BodyOf(StepPlan step, WorkflowPlan plan, int sequence) => step switch
    {
        RepeatPlan repeat => repeat.Body,
        ParallelPlan parallel => parallel.Body,
        GroupPlan group => group.Body,
        CallPlan call => call.Body,
        SwitchPlan => plan.Sequences[sequence],
        _ => null,
    };
}
