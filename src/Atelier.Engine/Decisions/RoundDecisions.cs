using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Values;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Loops: a round at a time until an expression holds or the rounds are used up.</summary>
internal sealed class RoundDecisions(Decider decider)
{
    public void Answered(in Evaluation question, in EvaluationAnswer answer)
    {
        var step = question.Step;
        if (question.Kind == EvaluationKind.Max)
        {
            MaxAnswered(step, answer);
            return;
        }

        var scope = question.Scope!;
        if (answer.Failure is { } failure)
        {
            (scope.Failures ??= []).Add(new FailureRecord(step.Plan.Path, KeyPath.Of(scope), 0, failure));
            decider.Scopes.Ended(scope, Outcome.Failed, null);
            return;
        }

        var block = scope.Block;
        switch (question.Kind)
        {
            case EvaluationKind.Round:
                block.RoundValue = answer.Json!;
                decider.Ask(block.Repeat.Best is null ? EvaluationKind.Until : EvaluationKind.Score, step, scope);
                break;
            case EvaluationKind.Score:
                Scored(block, scope, answer.Value!);
                decider.Ask(EvaluationKind.Until, step, scope);
                break;
            default:
                RoundEnded(block, scope, answer.Value!);
                break;
        }
    }

    /// <summary>A round failed, was rejected or cancelled: the loop ends with it.</summary>
    public void Broken(ScopeState scope, Outcome outcome)
    {
        var block = scope.Block;
        block.Counts = block.Counts.Add(outcome);
        decider.Record(Row(scope, outcome, null, scope.Failures is { } failures ? new OutcomeDetail { Failure = failures[0].Failure, Failures = failures }.ToJson() : null));
        decider.Scopes.Close(block);
        block.Owner.Failures = scope.Failures;
        block.Rejection = scope.Rejection;
        decider.Steps.End(block.Owner, outcome, null, new BodyResult { Outcome = outcome, Reason = scope.Rejection });
    }

    private void MaxAnswered(StepState step, in EvaluationAnswer answer)
    {
        if (step.Phase != StepPhase.Evaluating)
        {
            return;
        }

        if (answer.Failure is { } failure)
        {
            decider.Steps.Fail(step, failure);
            return;
        }

        var max = answer.Value switch
        {
            CelInt number => number.Value,
            CelDouble { Value: var number } when double.IsInteger(number) => (long)number,
            _ => 0,
        };
        if (max is < 1 or > 10_000)
        {
            decider.Steps.Fail(step, StepFailure.Permanent("ATL2106", $"`max` of step `{step.Plan.Path}` gives {answer.Value}, not a whole number from 1 to 10,000."));
            return;
        }

        var block = decider.Scopes.NewBlock(step, BlockKind.Repeat, ((RepeatPlan)step.Plan).Body);
        block.Detail = new BlockDetail { Max = (int)max };
        decider.Scopes.Open(block, 0, null, null);
    }

    private static void Scored(BlockState block, ScopeState scope, CelValue value)
    {
        var score = value switch
        {
            CelDouble number => number.Value,
            CelInt number => number.Value,
            CelUint number => number.Value,
            _ => double.NaN,
        };
        if (!double.IsNaN(score) && (block.Detail!.BestScore is not { } best || score > best))
        {
            block.Detail = block.Detail with { Best = scope.Id.Ordinal, BestScore = score };
            block.BestValue = block.RoundValue;
        }
    }

    private void RoundEnded(BlockState block, ScopeState scope, CelValue verdict)
    {
        if (verdict is not CelBool { Value: var done })
        {
            (scope.Failures ??= []).Add(new FailureRecord(block.Owner.Plan.Path, KeyPath.Of(scope), 0, StepFailure.Permanent("ATL2107", $"`until` of step `{block.Owner.Plan.Path}` gives {verdict.Type}, not a bool. Compare it with something.")));
            decider.Scopes.Ended(scope, Outcome.Failed, null);
            return;
        }

        decider.Scopes.Remove(scope);
        block.Counts = block.Counts.Add(Outcome.Succeeded);
        var value = block.RoundValue!;
        decider.Record(Row(scope, Outcome.Succeeded, value, null));
        var rounds = scope.Id.Ordinal + 1;
        if (done)
        {
            Finish(block, value, rounds, converged: true);
        }
        else if (block.Stopping)
        {
            decider.Scopes.Close(block);
            decider.Steps.End(block.Owner, Outcome.Cancelled);
        }
        else if (rounds < block.Detail!.Max)
        {
            block.Previous = value;
            decider.Scopes.Open(block, rounds, null, value);
        }
        else
        {
            Exhausted(block, value, rounds);
        }
    }

    private void Exhausted(BlockState block, byte[] last, long rounds)
    {
        switch (block.Repeat.OnExhausted)
        {
            case ExhaustedPolicy.KeepLast:
                Finish(block, last, rounds, converged: false);
                break;
            case ExhaustedPolicy.KeepBest:
                Finish(block, block.BestValue ?? last, rounds, converged: false);
                break;
            default:
                decider.Scopes.Close(block);
                decider.Steps.Fail(block.Owner, StepFailure.Permanent("ATL2108", $"`{block.Repeat.Until.Text}` did not hold after {rounds} rounds. Raise `max`, or say `on_exhausted: keep_last` or `keep_best`."));
                break;
        }
    }

    private void Finish(BlockState block, byte[] value, long rounds, bool converged)
    {
        decider.Scopes.Close(block);
        decider.Steps.End(block.Owner, Outcome.Succeeded, LoopOutput.Of(value, rounds, converged));
    }

    private StepEnded Row(ScopeState scope, Outcome outcome, byte[]? value, byte[]? detail) => new()
    {
        Seq = decider.State.NextSeq(),
        Scope = scope.Id,
        Step = StepEnded.ItemEnd,
        Drive = scope.Drive,
        Outcome = outcome,
        Output = value,
        Detail = detail,
        At = decider.Now,
    };
}
