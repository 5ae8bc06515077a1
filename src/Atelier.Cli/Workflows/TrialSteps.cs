using Atelier.Cli.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Cli.Workflows;

/// <summary>Which steps of a workflow one step's trial needs, and where it ran.</summary>
internal static class TrialSteps
{
    /// <summary>The step, what is inside it, and whatever it and its enclosing blocks need.</summary>
    public static IReadOnlySet<string> Of(WorkflowPlan plan, StepPlan step)
    {
        var roots = new HashSet<string>(StringComparer.Ordinal) { step.Path };
        foreach (var outer in plan.Steps.Where(outer => outer.Path == step.Path || IsInside(step.Path, outer.Path)))
        {
            AddNeeds(plan.Sequences.First(sequence => sequence.Steps.Contains(outer)), outer, roots);
        }

        return plan.Steps.Select(static inner => inner.Path).Where(path => roots.Any(root => path == root || IsInside(path, root))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The scope the step ran in, going into the only item of each for_each, and that item; null: it was not reached.</summary>
    public static (ScopeId? Scope, BlockItem? Item) ScopeOf(IRunStore store, KnownRun run, StepPlan step)
    {
        var scope = ScopeId.Root;
        BlockItem? last = null;
        foreach (var outer in run.Plan.Steps.Where(outer => IsInside(step.Path, outer.Path)).OrderBy(static outer => outer.Path.Length))
        {
            if (store.FindBlock(run.Row.Run, scope, outer.Index) is not { } block)
            {
                return (null, last);
            }

            if (outer is ForEachPlan)
            {
                if (store.ReadItems(run.Row.Run, block.Block, 0, 1) is not [var item])
                {
                    return (null, last);
                }

                last = item;
            }

            scope = ScopeId.Of(block.Block, OrdinalOf(outer, block, last));
        }

        return (scope, last);
    }

    private static long OrdinalOf(StepPlan outer, BlockRecorded block, BlockItem? item) => outer switch
    {
        ForEachPlan => item!.Value.Ordinal,
        RepeatPlan => Math.Max(0, block.Opened - 1),
        _ => 0,
    };

    private static void AddNeeds(SequencePlan sequence, StepPlan step, HashSet<string> roots)
    {
        foreach (var slot in step.Needs)
        {
            if (roots.Add(sequence.Steps[slot].Path))
            {
                AddNeeds(sequence, sequence.Steps[slot], roots);
            }
        }
    }

    private static bool IsInside(string path, string outer) => path.StartsWith(outer + "/", StringComparison.Ordinal);
}
