using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Language.Plans;

namespace Atelier.Engine.Recovery;

/// <summary>Puts recorded outcomes back on the steps of a scope.</summary>
internal static class ScopeRestorer
{
    /// <param name="scope">A new scope.</param>
    /// <param name="plan">The run's plan.</param>
    /// <param name="outcomes">Rows of the scope by (step, drive).</param>
    /// <param name="redriven">The drive a step was taken up again at; 0: it was not.</param>
    public static void Restore(ScopeState scope, WorkflowPlan plan, IEnumerable<StepEnded> outcomes, Func<int, int> redriven)
    {
        var last = new Dictionary<int, StepEnded>();
        foreach (var row in outcomes)
        {
            if (row.Step != StepEnded.ItemEnd && row.Drive >= redriven(row.Step))
            {
                last[row.Step] = row;
            }
        }

        foreach (var row in last.Values.OrderBy(static row => row.Seq))
        {
            RestoreOutcome(scope, plan, row);
        }
    }

    private static void RestoreOutcome(ScopeState scope, WorkflowPlan plan, StepEnded row)
    {
        var stepPlan = plan.Steps[row.Step];
        var isUndo = stepPlan.Slot >= scope.Sequence.Steps.Length;
        var step = isUndo ? scope.Undo((ActionStepPlan)stepPlan) : scope.Step(stepPlan.Slot);
        step.Phase = StepPhase.Ended;
        step.Drive = row.Drive;
        step.Attempt = row.Attempt;
        step.Outcome = row.Outcome;
        step.Output = row.Output;
        step.EndedSeq = row.Seq;
        scope.Undoing |= isUndo;
        if (!isUndo)
        {
            scope.Unended--;
            Tally(scope, step, OutcomeDetail.FromJson(row.Detail));
        }
    }

    private static void Tally(ScopeState scope, StepState step, OutcomeDetail? detail)
    {
        switch (step.Outcome)
        {
            case Outcome.Failed:
                step.Failures = detail?.Failures ?? (detail?.Failure is { } failure ? [Decider.Place(step, failure)] : []);
                (scope.Failures ??= []).AddRange(step.Failures);
                scope.Stopping = true;
                break;
            case Outcome.Rejected:
                scope.Rejection = detail?.Reason ?? $"rejected by step `{step.Plan.Path}`";
                scope.Stopping = true;
                break;
            case Outcome.Cancelled:
                scope.Cancelled = true;
                scope.Stopping = true;
                break;
            default:
                foreach (var slot in scope.Sequence.Dependants[step.Plan.Slot])
                {
                    scope.Step(slot).NeedsLeft--;
                }

                break;
        }
    }
}
