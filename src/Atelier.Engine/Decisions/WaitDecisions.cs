using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Decisions;

/// <summary>Steps that wait for time, a signal or a person, and the signals that come.</summary>
internal sealed class WaitDecisions(Decider decider)
{
    /// <summary>A body asked to wait. A signal that is already there ends the wait at once.</summary>
    /// <param name="step">The step.</param>
    /// <param name="request">What for.</param>
    /// <param name="kept">What becomes of the answer in later runs; null: nothing.</param>
    public void Open(StepState step, WaitRequest request, LedgerEntry? kept)
    {
        var detail = WaitDetail.Of(request, kept);
        var due = request.Until?.ToUnixTimeMilliseconds();
        if (step.Plan.TotalTimeout is { } total)
        {
            var latest = step.ReadyAt + (long)total.TotalMilliseconds;
            detail = detail with { TotalTimeout = due is null || latest < due };
            due = detail.TotalTimeout ? latest : due;
        }

        var wait = new WaitOpened
        {
            Seq = decider.State.NextSeq(),
            Scope = step.Scope!.Id,
            Step = step.Plan.Index,
            Drive = step.Drive,
            Due = due,
            Signal = request.Signal,
            Key = KeyPath.Of(step.Scope),
            Person = request.Person,
            Detail = detail.ToJson(),
            At = decider.Now,
        };
        decider.Record(wait);
        Restore(step, wait);
        if (due is { } at)
        {
            decider.Do(new Effect(EffectKind.SetTimer, step, Number: at));
        }

        if (request.Signal is not null && decider.State.Signals.Find(signal => Matches(wait, signal)) is { } early)
        {
            Consume(step, early);
        }
    }

    /// <summary>Puts a recorded wait back on its step.</summary>
    public void Restore(StepState step, WaitOpened wait)
    {
        step.Wait = wait;
        step.Due = wait.Due ?? 0;
        step.RestingSince = decider.Now;
        StepDecisions.SetPhase(step, StepPhase.Waiting);
    }

    /// <summary>A signal came: recorded once by its id, then given to the first step that waits for it.</summary>
    public bool Signal(string name, string? key, string id, byte[] payload, IEnumerable<StepState> waiting)
    {
        if (decider.State.Consumed.Contains(new SignalName(name, key, id)) || decider.State.Signals.Any(known => known.Name == name && known.Key == key && known.Id == id))
        {
            return false;
        }

        var signal = new SignalReceived { Seq = decider.State.NextSeq(), Name = name, Key = key, Id = id, Payload = payload, At = decider.Now };
        decider.Record(signal);
        decider.State.Signals.Add(signal);
        if (waiting.FirstOrDefault(step => step is { Phase: StepPhase.Waiting, Wait: { } wait } && Matches(wait, signal)) is { } step)
        {
            Consume(step, signal);
        }

        return true;
    }

    /// <summary>The wait's time is up: its default, or a failure when it waited for a signal without one.</summary>
    public void TimeUp(StepState step)
    {
        var wait = step.Wait!;
        var detail = WaitDetail.FromJson(wait.Detail);
        Close(step, null);
        if (detail.TotalTimeout)
        {
            decider.Steps.Fail(step, StepDecisions.OutOfTime(step));
        }
        else if (wait.Signal is null)
        {
            decider.Steps.End(step, Outcome.Succeeded, detail.Default ?? "null"u8.ToArray());
        }
        else if (detail.Default is { } standard)
        {
            decider.Steps.End(step, Outcome.Succeeded, standard);
        }
        else
        {
            decider.Steps.Fail(step, StepFailure.Permanent("ATL2109", $"signal `{wait.Signal}` did not come before the deadline. Send it earlier, wait longer, or give a `default`."));
        }
    }

    /// <summary>Ends a wait without an outcome of its own.</summary>
    public void Close(StepState step, string? signalId)
    {
        decider.Record(new WaitClosed { Seq = decider.State.NextSeq(), Scope = step.Scope!.Id, Step = step.Plan.Index, SignalId = signalId });
        step.ReadyAt += decider.Now - step.RestingSince;
        step.Wait = null;
        step.Due = 0;
    }

    private static bool Matches(WaitOpened wait, SignalReceived signal) =>
        wait.Signal == signal.Name && (signal.Key is null || signal.Key == wait.Key);

    private void Consume(StepState step, SignalReceived signal)
    {
        decider.State.Signals.Remove(signal);
        decider.State.Consumed.Add(new SignalName(signal.Name, signal.Key, signal.Id));
        var kept = WaitDetail.FromJson(step.Wait!.Detail).Kept;
        Close(step, signal.Id);
        decider.Steps.End(step, Outcome.Succeeded, signal.Payload, kept is null ? null : new BodyResult
        {
            Outcome = Outcome.Succeeded,
            Fingerprint = Convert.ToHexStringLower(kept.Fingerprint),
            MadeBy = kept.MadeBy,
            Ledger = kept with { Output = signal.Payload, At = decider.Now },
        });
    }
}
