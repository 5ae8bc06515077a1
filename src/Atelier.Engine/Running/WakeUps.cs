using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;

namespace Atelier.Engine.Running;

/// <summary>
/// Whether everything open in a run names what will wake it: a running body, a due time, a signal, a person, an endpoint's return, or something
/// open below it. A run for which this does not hold would wait for ever.
/// </summary>
internal static class WakeUps
{
    /// <summary>How late a timer may be before it counts as lost.</summary>
    private const long Lateness = 10_000;

    /// <summary>What nothing will wake, one sentence each; empty when all is well. Only for a run without anything in its mailbox or on its way to the store.</summary>
    /// <param name="state">The run.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="runs">True for a step whose body or page is under way or held back by a pause.</param>
    public static List<string> Check(RunState state, long now, Func<StepState, bool> runs)
    {
        var lost = new List<string>();
        if (state.Ended)
        {
            return lost;
        }

        foreach (var scope in OpenScopes.Of(state))
        {
            foreach (var step in scope.StepsAndUndos)
            {
                if (!IsAwake(state, step, now, runs))
                {
                    lost.Add($"{scope.Id} {step.Plan.Path}: {step.Phase}");
                }
            }
        }

        if (state.Self.Phase == StepPhase.Settling ? state.Self.Block is not { Open.Count: > 0 } : state.RootBlock.Open.Count == 0)
        {
            lost.Add("the run itself");
        }

        return lost;
    }

    private static bool IsAwake(RunState state, StepState step, long now, Func<StepState, bool> runs) => step.Phase switch
    {
        StepPhase.Ended => true,
        StepPhase.Pending => step.IsUndo || step.Scope!.Stopping || step.NeedsLeft > 0,
        StepPhase.Running => runs(step),
        StepPhase.Gated => state.Active > 0,
        StepPhase.Waiting => IsAhead(step, now) || (step.Due == 0 && step.Wait is { Signal: not null }),
        StepPhase.Retrying => IsAhead(step, now),
        StepPhase.Parked => step.ParkedFor is not null,
        StepPhase.Settling => step.Block is { Open.Count: > 0 },
        StepPhase.Open => step.Block is { } block && (block.Open.Count > 0 || AwaitsRows(state, block)),
        _ => false,
    };

    private static bool IsAhead(StepState step, long now) => step.Due > 0 && step.Due + Lateness > now;

    private static bool AwaitsRows(RunState state, BlockState block) =>
        block.Kind == BlockKind.ForEach && (block.Loading ? state.Active > 0 : block.Source is { Done: false } source && (source.IsCopy ? state.Active > 0 : source.Owner.InFlight));
}
