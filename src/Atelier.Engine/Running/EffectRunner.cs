using Atelier.Engine.Bodies;
using Atelier.Engine.Breakers;
using Atelier.Engine.Decisions;
using Atelier.Engine.Expressions;
using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.Slots;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Sdk;

namespace Atelier.Engine.Running;

/// <summary>Does what decisions asked for, once it may leave.</summary>
internal sealed class EffectRunner(EnginePorts ports, BodyFactory bodies, BodyRunner runner, SlotPool slots, BreakerBoard breakers)
{
    private readonly RowCopier _copier = new(ports.Store);

    public Action<RunActor, StepState, long> Timer { get; set; } = static (_, _, _) => { };

    public Action<Action> Post { get; set; } = static _ => { };

    public Action<RunActor> Ended { get; set; } = static _ => { };

    /// <summary>The engine is ending: nothing new starts.</summary>
    public bool Stopping { get; set; }

    public void Run(RunActor actor, in Effect effect)
    {
        if (Stopping && effect.Kind is EffectKind.StartBody or EffectKind.ReadPage or EffectKind.LoadRows)
        {
            return;
        }

        if (actor.State.Phase == RunPhase.Paused && effect.Kind is EffectKind.StartBody or EffectKind.ReadPage)
        {
            actor.Held.Add(effect);
            return;
        }

        switch (effect.Kind)
        {
            case EffectKind.StartBody:
                Start(actor, effect);
                break;
            case EffectKind.ReadPage when effect.Step!.Source is { IsCopy: false } source && effect.Step.Plan is Language.Plans.ActionStepPlan:
                ReadPage(actor, effect, source);
                break;
            case EffectKind.ReadPage:
                Copy(actor, effect.Step!);
                break;
            case EffectKind.LoadRows:
                Load(actor, effect.Block!, effect.Number);
                break;
            case EffectKind.Admit:
                actor.Decider.Items.Admitted(effect.Block!, effect.Items!);
                break;
            case EffectKind.CancelBody:
                Cancel(actor, effect);
                break;
            case EffectKind.SetTimer:
                Timer(actor, effect.Step!, effect.Number);
                break;
            case EffectKind.Park:
                Park(actor, effect);
                break;
            case EffectKind.Continue:
                actor.Decider.Steps.Continue(effect.Step!);
                break;
            case EffectKind.RunEnded:
                Ended(actor);
                break;
        }
    }

    /// <summary>Marks the rows of an admission whose key another row has.</summary>
    public static Effect MarkDoubles(in Effect effect, IReadOnlyList<BlockDoubles> doubles)
    {
        var block = effect.Block!;
        var superseded = doubles.Where(found => found.Block == block.Number).SelectMany(static found => found.Superseded).ToDictionary(static pair => pair.Ordinal, static pair => pair.Stays);
        return superseded.Count == 0
            ? effect
            : effect with { Items = [.. effect.Items!.Select(item => superseded.TryGetValue(item.Ordinal, out var stays) ? item with { StaysOrdinal = stays } : item)] };
    }

    private void Start(RunActor actor, in Effect effect)
    {
        var step = effect.Step!;
        if (step.Phase != StepPhase.Running || effect.Number != StepDecisions.Claim(step))
        {
            return;
        }

        if (step is { Source: { IsCopy: false } source, Plan: Language.Plans.ActionStepPlan })
        {
            ReadPage(actor, effect, source);
            return;
        }

        if (bodies.Make(actor, step, out var failure) is not { } body)
        {
            actor.Decider.Steps.BodyEnded(step, effect.Number, new BodyResult { Outcome = Outcome.Failed, Failure = failure });
            return;
        }

        if (body.Descriptor.Inline && !body.Plan.With.HasSecrets)
        {
            actor.Decider.Steps.BodyEnded(step, body.Claim, runner.RunInline(body));
            return;
        }

        actor.Bodies[step] = body;
        slots.Enqueue(body);
    }

    /// <summary>Runs a queued body on a slot and brings its result back to the loop.</summary>
    public async Task ExecuteAsync(Body body)
    {
        await Task.Yield();
        if (body.Step.Source is { IsCopy: false } source && body.Action is ISourceAction)
        {
            var page = await bodies.ReadPageAsync(body).ConfigureAwait(false);
            Post(() => GivePage(body, source, page));
            return;
        }

        var result = await runner.RunAsync(body).ConfigureAwait(false);
        Post(() => GiveBack(body, actor =>
        {
            if (Stopping && result.Outcome == Outcome.Cancelled && actor.State.Phase != RunPhase.Cancelling)
            {
                actor.Decider.Steps.Release(body.Step, body.Claim);
                body.Lease?.Verdict.Give(recorded: false);
                return;
            }

            if (body.Lease is { } lease)
            {
                GiveVerdict(actor, body, lease, result);
            }

            actor.Decider.Steps.BodyEnded(body.Step, body.Claim, result);
        }));
    }

    /// <summary>A remote worker hears that its completion counts once that is durable.</summary>
    private static void GiveVerdict(RunActor actor, Body body, Lease lease, BodyResult result)
    {
        if (!lease.Verdict.IsFirstDelivery())
        {
            return;
        }

        if (result.FromWorker && body.Step.Phase == StepPhase.Running && StepDecisions.Claim(body.Step) == body.Claim)
        {
            (actor.Replies ??= []).Add(committed => lease.Verdict.Give(committed.Status == RunCommitStatus.Committed));
        }
        else
        {
            lease.Verdict.Give(recorded: false);
        }
    }

    /// <summary>The loop's way to give an event to a run; the last is called when the run was dropped before it took the event.</summary>
    public Action<RunActor, Action<RunActor>, Action?> Give { get; set; } = static (_, _, _) => { };

    private void GiveBack(Body body, Action<RunActor> handle)
    {
        if (body.Actor.Bodies.TryGetValue(body.Step, out var current) && current == body)
        {
            body.Actor.Bodies.Remove(body.Step);
        }

        body.Cancellation.Dispose();
        Give(body.Actor, handle, body.Lease is { } lease ? () => lease.Verdict.Give(recorded: false) : null);
    }

    private void GivePage(Body body, SourceState source, ActionResult<SourcePage> result) => GiveBack(body, actor =>
    {
        if (Stopping || body.Step.Phase != StepPhase.Running || StepDecisions.Claim(body.Step) != body.Claim)
        {
            return;
        }

        if (result is ActionResult<SourcePage>.Succeeded { Output: var page } && PageRows.Of(page, out var failure) is { } rows)
        {
            actor.Decider.Sources.PageRead(source, rows, page.Cursor, page.Total);
            return;
        }

        actor.Decider.Sources.PageFailed(body.Step, body.Claim, PageRows.FailureOf(result));
    });

    private void ReadPage(RunActor actor, in Effect effect, SourceState source)
    {
        var step = effect.Step!;
        if (step.Phase != StepPhase.Running)
        {
            return;
        }

        if (bodies.Make(actor, step, out var failure, source.Cursor) is not { } body)
        {
            actor.Decider.Sources.PageFailed(step, effect.Number, failure!);
            return;
        }

        actor.Bodies[step] = body;
        slots.Enqueue(body);
    }

    private void Copy(RunActor actor, StepState step)
    {
        var source = step.Block?.Source;
        if (source?.CopyOf is null || source.Done || step.Phase != StepPhase.Open)
        {
            actor.State.Active--;
            return;
        }

        var copied = _copier.Next(actor, step, source, out var failure);
        if (copied is null)
        {
            actor.Decider.Sources.CopyFailed(source, failure!);
            return;
        }

        actor.Decider.Sources.PageRead(source, copied.Rows, copied.Cursor, null);
    }

    private void Load(RunActor actor, BlockState block, long from)
    {
        var limit = ItemDecisions.PageRows;
        var rows = ports.Store.ReadRows(actor.Id, block.Source!.Number, from, limit);
        actor.Decider.Items.RowsLoaded(block, [.. rows.Select(static row => new PendingItem(row.Ordinal, row.Key, row.Value, null))]);
    }

    /// <summary>Nothing starts any more, and bodies that run are asked to stop.</summary>
    public void StopAll(IEnumerable<RunActor> actors)
    {
        Stopping = true;
        foreach (var body in actors.SelectMany(static actor => actor.Bodies.Values).ToArray())
        {
            body.Cancellation.Cancel();
        }
    }

    /// <summary>Asks a body to stop, wherever it is.</summary>
    public void Stop(Body body)
    {
        body.Cancellation.Cancel();
        slots.Withdraw(body);
    }

    private void Cancel(RunActor actor, in Effect effect)
    {
        if (actor.Bodies.TryGetValue(effect.Step!, out var body) && body.Claim == effect.Number)
        {
            Stop(body);
            return;
        }

        if (effect.Step is { Phase: StepPhase.Running } step && StepDecisions.Claim(step) == effect.Number)
        {
            actor.Decider.Steps.BodyEnded(step, effect.Number, new BodyResult { Outcome = Outcome.Cancelled, Reason = "cancelled" });
        }
    }

    private void Park(RunActor actor, in Effect effect)
    {
        if (effect.Text is not { } endpoint)
        {
            return;
        }

        var breaker = breakers.Of(endpoint);
        if (!breaker.IsOpen)
        {
            breaker.Trip(actor.Decider.Now, null);
        }

        breaker.Parked.Enqueue((actor, effect.Step!));
    }
}
