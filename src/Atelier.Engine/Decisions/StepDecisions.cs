using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Retries;
using Atelier.Engine.Runs;
using Atelier.Engine.Spending;
using Atelier.Engine.State;
using Atelier.Language.Cel.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Starting, trying again and ending steps.</summary>
internal sealed class StepDecisions(Decider decider)
{
    /// <summary>Starts a step whose needs are met.</summary>
    public void TryStart(StepState step)
    {
        if (step.Phase != StepPhase.Pending || step.NeedsLeft > 0 || step.Scope!.Stopping || decider.State.Ended)
        {
            return;
        }

        SetPhase(step, StepPhase.Evaluating);
        step.ReadyAt = decider.Now;
        if (step.Plan.If is not null)
        {
            decider.Ask(EvaluationKind.If, step);
        }
        else
        {
            Enter(step);
        }
    }

    public void IfAnswered(StepState step, in EvaluationAnswer answer)
    {
        if (step.Phase != StepPhase.Evaluating)
        {
            return;
        }

        switch (answer.Value)
        {
            case null:
                Fail(step, answer.Failure!);
                break;
            case CelBool { Value: true }:
                Enter(step);
                break;
            case CelBool:
                End(step, Outcome.Skipped);
                break;
            default:
                Fail(step, StepFailure.Permanent("ATL2101", $"`if` of step `{step.Plan.Path}` gives {answer.Value.Type}, not a bool. Compare it with something."));
                break;
        }
    }

    /// <summary>Asks for the body of an action; a claim is (drive, attempt).</summary>
    public void StartBody(StepState step)
    {
        if (!Gates.TryPass(step))
        {
            SetPhase(step, StepPhase.Gated);
            return;
        }

        step.Attempt++;
        Request(step, EffectKind.StartBody);
    }

    /// <summary>Takes the result of a body or refuses it as late. A claim that is not current changes nothing.</summary>
    public void BodyEnded(StepState step, long claim, BodyResult result)
    {
        decider.Control.Spent(result.Usage);
        if (step.Phase != StepPhase.Running || claim != Claim(step))
        {
            return;
        }

        Released(step);
        if (result.Left is { } left)
        {
            WorkerLeft(step, left, result);
            return;
        }

        if (result.Wait is { } wait)
        {
            decider.Waits.Open(step, wait, result.Ledger);
            return;
        }

        if (result.Failure is null || result.Outcome == Outcome.Cancelled)
        {
            End(step, result.Outcome, result.Output, result);
            return;
        }

        Failed(step, result);
    }

    /// <summary>The body stopped with its owner, not by itself: its start no longer counts as cut off.</summary>
    public void Release(StepState step, long claim)
    {
        if (step.Phase == StepPhase.Running && claim == Claim(step) && IsIdempotent(step))
        {
            RecordReleased(step);
        }
    }

    /// <summary>A remote worker no longer has the body: it goes to another one, unless it may have taken effect or was cut off too often.</summary>
    private void WorkerLeft(StepState step, LeftBy how, BodyResult result)
    {
        var failure = result.Failure!;
        if (step.Scope!.Stopping && !step.IsUndo)
        {
            End(step, step.Scope.Cancelled ? Outcome.Cancelled : Outcome.Failed, null, result);
            return;
        }

        if (failure.Effect == FailureEffect.Unknown && !IsIdempotent(step))
        {
            Park(step, "was cut off and may have taken effect: `atelier resolve` says what happened", failure, null);
            return;
        }

        if (how == LeftBy.HandingBack)
        {
            RecordReleased(step);
            step.Attempt--;
            StartBody(step);
            return;
        }

        step.CutOff++;
        if (step.CutOff >= ResumeDecisions.MaxCutOff)
        {
            Park(step, $"was cut off {step.CutOff} times while it ran: `atelier resolve --again` tries once more", failure, null);
            return;
        }

        RecordAttempt(step, AttemptState.CutOff, new OutcomeDetail { Failure = failure }.ToJson());
        StartBody(step);
    }

    private void RecordAttempt(StepState step, AttemptState state, byte[]? detail = null) => decider.Record(new AttemptRecorded
    {
        Seq = decider.State.NextSeq(),
        Scope = step.Scope!.Id,
        Step = step.Plan.Index,
        Drive = step.Drive,
        Attempt = step.Attempt,
        State = state,
        Detail = detail,
        At = decider.Now,
    });

    private void RecordReleased(StepState step) => RecordAttempt(step, AttemptState.Released);

    /// <summary>A timer of the step fired.</summary>
    public void Due(StepState step, long due)
    {
        if (step.Due != due)
        {
            return;
        }

        step.Due = 0;
        switch (step.Phase)
        {
            case StepPhase.Retrying:
                StartBody(step);
                break;
            case StepPhase.Waiting:
                decider.Waits.TimeUp(step);
                break;
            case StepPhase.Open when step.Block is { } block:
                decider.Control.TimeUp(block, OutOfTime(step));
                break;
        }
    }

    /// <summary>Sets the timer of an open block's <c>total_timeout</c>. A new owner starts it anew.</summary>
    public void SetDeadline(StepState step)
    {
        if (step.Plan.TotalTimeout is { } total)
        {
            step.ReadyAt = step.ReadyAt == 0 ? decider.Now : step.ReadyAt;
            step.Due = step.ReadyAt + (long)total.TotalMilliseconds;
            decider.Do(new Effect(EffectKind.SetTimer, step, Number: step.Due));
        }
    }

    /// <summary>What a parked step waited for is there again.</summary>
    public void Unpark(StepState step)
    {
        if (step.Phase != StepPhase.Parked)
        {
            return;
        }

        step.ReadyAt += decider.Now - step.RestingSince;
        step.ParkedFor = null;
        step.ParkedAt = null;
        step.ParkedForBudget = false;
        step.Attempt = Math.Max(0, step.Attempt - 1);
        StartBody(step);
    }

    /// <summary>A person lets a parked step go on. Written down, so that it does not park again when its owner ends before the body began.</summary>
    public void Free(StepState step)
    {
        RecordReleased(step);
        Unpark(step);
    }

    /// <summary>Parks a step; the attempt under way is not spent.</summary>
    public void Park(StepState step, string reason, StepFailure? failure, string? endpoint)
    {
        step.ParkedFor = reason;
        step.ParkedAt = endpoint;
        step.ParkedForBudget = failure?.Code == RunSpending.BudgetSpent;
        step.RestingSince = decider.Now;
        SetPhase(step, StepPhase.Parked);
        decider.Record(new AttemptRecorded
        {
            Seq = decider.State.NextSeq(),
            Scope = step.Scope!.Id,
            Step = step.Plan.Index,
            Drive = step.Drive,
            Attempt = step.Attempt,
            State = AttemptState.Parked,
            Detail = new OutcomeDetail { Failure = failure, Reason = reason }.ToJson(),
            At = decider.Now,
        });
        decider.Do(new Effect(EffectKind.Park, step, Text: endpoint));
    }

    /// <summary>Ends a step that could not even run.</summary>
    public void Fail(StepState step, StepFailure failure) =>
        End(step, Outcome.Failed, null, new BodyResult { Outcome = Outcome.Failed, Failure = failure });

    /// <summary>Gives a step its outcome, after its handlers where it has any.</summary>
    public void End(StepState step, Outcome outcome, byte[]? output = null, BodyResult? result = null)
    {
        if (result?.Failure is { } failure && outcome == Outcome.Failed)
        {
            (step.Failures ??= []).Add(Decider.Place(step, failure));
        }

        step.Rejection = outcome == Outcome.Rejected ? result?.Reason : null;
        if (decider.Settling.Holds(step, outcome, output, result))
        {
            return;
        }

        Record(step, outcome, output, result?.ToDetail(outcome == Outcome.Failed ? step.Failures : null), result);
    }

    /// <summary>Records the outcome and moves on what depends on it.</summary>
    public void Record(StepState step, Outcome outcome, byte[]? output, byte[]? detail, BodyResult? result)
    {
        if (step.Scope is null)
        {
            decider.Control.EndRun(outcome, output);
            return;
        }

        var seq = decider.State.NextSeq();
        decider.Record(new StepEnded
        {
            Seq = seq,
            Scope = step.Scope.Id,
            Step = step.Plan.Index,
            Drive = step.Drive,
            Attempt = step.Attempt,
            Outcome = outcome,
            Output = output,
            Detail = detail,
            At = decider.Now,
            Result = result?.Result,
            Ledger = result?.Ledger,
            Artifacts = result?.Artifacts ?? [],
        });
        step.EndedSeq = seq;
        step.Due = 0;
        step.Rejection ??= outcome == Outcome.Rejected ? OutcomeDetail.FromJson(detail)?.Reason : null;
        step.Output = output;
        step.Outcome = outcome;
        SetPhase(step, StepPhase.Ended);
        if (outcome == Outcome.Succeeded && (step.Source is not null || step.Plan is ForEachPlan))
        {
            // What reads the rows or items finds them in the store, where the last of them are only after this commit.
            step.Scope.InFlight++;
            decider.State.Active++;
            decider.Do(new Effect(EffectKind.Continue, step));
            return;
        }

        decider.Scopes.StepEnded(step);
    }

    /// <summary>The rows or items that the step yields are durable.</summary>
    public void Continue(StepState step)
    {
        step.Scope!.InFlight--;
        decider.State.Active--;
        decider.Scopes.StepEnded(step);
    }

    /// <summary>Moves a step to a phase and keeps its scope's count of steps in flight.</summary>
    public static void SetPhase(StepState step, StepPhase phase)
    {
        var before = step.InFlight;
        step.Phase = phase;
        if (step.Scope is { } scope && before != step.InFlight)
        {
            scope.InFlight += before ? -1 : 1;
        }
    }

    /// <summary>A running body or page read is over.</summary>
    public void Released(StepState step)
    {
        decider.State.Active--;
        Gates.Leave(decider, step);
    }

    /// <summary>Asks for a body or a page of the step.</summary>
    public void Request(StepState step, EffectKind kind)
    {
        SetPhase(step, StepPhase.Running);
        step.Requests++;
        decider.State.Active++;
        Gates.Enter(step);
        decider.Do(new Effect(kind, step, Number: Claim(step)));
    }

    /// <summary>What a body must present when it ends. Not the attempt: a parked attempt and a page are asked for again under the same one.</summary>
    public static long Claim(StepState step) => ((long)step.Drive << 32) | (uint)step.Requests;

    private void Enter(StepState step)
    {
        switch (step.Plan)
        {
            case ActionStepPlan action when decider.IsSource(action.Action):
                decider.Sources.OpenSource(step);
                break;
            case ActionStepPlan:
                StartBody(step);
                break;
            case ForEachPlan:
                decider.Items.Enter(step);
                break;
            case RepeatPlan:
                decider.Ask(EvaluationKind.Max, step);
                break;
            case SwitchPlan:
                decider.Ask(EvaluationKind.Case, step);
                break;
            case CallPlan:
                decider.Ask(EvaluationKind.CallInputs, step);
                break;
            case ParallelPlan parallel:
                decider.Scopes.OpenOnce(step, parallel.Body);
                break;
            case GroupPlan group:
                decider.Scopes.OpenOnce(step, group.Body);
                break;
            default:
                throw new InvalidOperationException($"no decision for {step.Plan.GetType().Name}");
        }
    }

    private void Failed(StepState step, BodyResult result)
    {
        var failure = result.Failure!;
        var plan = (ActionStepPlan)step.Plan;
        var stopping = step.Scope!.Stopping && !step.IsUndo;
        var idempotent = IsIdempotent(step);
        if (!stopping && failure.Kind == FailureKind.Unavailable)
        {
            Park(step, failure.Message, failure, failure.Code == RunSpending.BudgetSpent ? null : failure.Endpoint ?? $"action:{plan.Action}");
            return;
        }

        if (!stopping && !idempotent && failure.Effect == FailureEffect.Unknown)
        {
            Park(step, "may have taken effect: `atelier resolve` says what happened", failure, null);
            return;
        }

        var delay = stopping ? null : RetryDelays.Next(plan.Retry, step.Attempt, failure);
        if (delay is null || IsTimedOut(step, delay.Value))
        {
            End(step, Outcome.Failed, null, result);
            return;
        }

        var due = decider.Now + (long)delay.Value.TotalMilliseconds;
        step.Due = due;
        SetPhase(step, StepPhase.Retrying);
        decider.Record(new AttemptRecorded
        {
            Seq = decider.State.NextSeq(),
            Scope = step.Scope.Id,
            Step = step.Plan.Index,
            Drive = step.Drive,
            Attempt = step.Attempt,
            State = AttemptState.Failed,
            Due = due,
            Detail = result.ToDetail(null),
            At = decider.Now,
        });
        decider.Do(new Effect(EffectKind.SetTimer, step, Number: due));
    }

    /// <summary>The failure of a step that used up its <c>total_timeout</c>.</summary>
    public static StepFailure OutOfTime(StepState step) =>
        StepFailure.Permanent("ATL2123", $"step `{step.Plan.Path}` did not end within {DurationText.Format(step.Plan.TotalTimeout!.Value)} (`total_timeout`)");

    /// <summary>False: a body that may have run is never run again by itself.</summary>
    public bool IsIdempotent(StepState step) =>
        ((ActionStepPlan)step.Plan).Idempotent ?? decider.Actions.Find(((ActionStepPlan)step.Plan).Action)?.Idempotent ?? true;

    private bool IsTimedOut(StepState step, TimeSpan delay) =>
        step.Plan.TotalTimeout is { } total && decider.Now + delay.TotalMilliseconds - step.ReadyAt > total.TotalMilliseconds;
}
