using Atelier.Engine.State;
using Atelier.Language.Plans;

namespace Atelier.Engine.Decisions;

/// <summary>
/// Keeps <c>parallel</c>: of the items of a block at most so many have a running body. An item whose steps all wait is not counted, so
/// its place goes to another; when it wakes it queues for a place again.
/// </summary>
internal static class Gates
{
    /// <summary>True when the step may run now; otherwise it is queued at the block that holds it back.</summary>
    public static bool TryPass(StepState step)
    {
        for (var scope = step.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Busy == 0 && scope.Block is { Owner.Plan: ForEachPlan { Parallel: { } limit } } block && block.Kind == Records.BlockKind.ForEach && block.BusyItems >= limit)
            {
                block.Gated.Enqueue(step);
                return false;
            }
        }

        return true;
    }

    public static void Enter(StepState step)
    {
        for (var scope = step.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Busy++ == 0)
            {
                scope.Block.BusyItems++;
            }
        }
    }

    /// <summary>Gives places back. Who waits for them is let in at the end of the turn, when it is known whether the item goes on.</summary>
    public static void Leave(Decider decider, StepState step)
    {
        for (var scope = step.Scope; scope is not null; scope = scope.Parent)
        {
            if (--scope.Busy == 0)
            {
                scope.Block.BusyItems--;
                if (scope.Block.Kind == Records.BlockKind.ForEach)
                {
                    decider.Items.Freed(scope.Block);
                }
            }
        }
    }
}
