using Atelier.Engine.Bodies;
using Atelier.Engine.Breakers;
using Atelier.Engine.Decisions;
using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Reuse;
using Atelier.Engine.Slots;
using Atelier.Engine.State;
using Atelier.Engine.Stores;

namespace Atelier.Engine.Running;

/// <summary>The parts of an engine, wired; a simulation drives them without threads.</summary>
internal sealed record EngineParts(RunLoop Loop, CommitQueue Commits, EffectRunner Effects, BodyRunner Bodies, SlotPool Slots, LeaseDesk Leases)
{
    public static EngineParts Create(EnginePorts ports, EngineOptions options, BodyServices services, Func<Func<Body, Task>, SlotPool>? slots = null)
    {
        var commits = new CommitQueue(ports.Store, ports.Artifacts, ports.Observer);
        var breakers = new BreakerBoard(ports.Time);
        var runner = new BodyRunner(services, breakers, new ReuseDecision(ports.Store, ports.Artifacts, ports.Time), options.Grace) { Forecast = options.Forecast };
        EffectRunner? effects = null;
        Task Execute(Body body) => effects!.ExecuteAsync(body);
        var pool = slots?.Invoke(Execute) ?? new SlotPool(options.Slots, options.OtherSlots, Execute, ports.Displaces)
        {
            RemoteQueues = options.RemoteQueues,
            HasWorkers = options.HasWorkers && options.Forecast is null,
        };
        effects = new EffectRunner(ports, new BodyFactory(services, ports.Actions), runner, pool, breakers);
        var loop = new RunLoop(ports, commits, new ActorLoader(ports), effects, breakers);
        var leases = new LeaseDesk(pool, ports.Time);
        loop.BodiesStopped = leases.Close;
        effects.Give = (actor, handle, lost) => loop.Give(actor, Work.Of(handle) with { Lost = lost });
        runner.RecordStart = (body, awaited) => RecordStart(loop, body, awaited);
        return new EngineParts(loop, commits, effects, runner, pool, leases);
    }

    /// <summary>Records that a body starts. Awaited: the task ends when that is durable; else at once, and the record goes with what is committed next.</summary>
    private static Task RecordStart(RunLoop loop, Body body, bool awaited)
    {
        var recorded = awaited ? new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously) : null;
        loop.Post(body.Actor, actor =>
        {
            if (body.Step.Phase != StepPhase.Running || StepDecisions.Claim(body.Step) != body.Claim)
            {
                recorded?.TrySetCanceled();
                return;
            }

            actor.Decider.Record(new AttemptRecorded
            {
                Seq = actor.State.NextSeq(),
                Scope = body.Step.Scope!.Id,
                Step = body.Plan.Index,
                Drive = body.Step.Drive,
                Attempt = body.Step.Attempt,
                State = AttemptState.Started,
                At = actor.Decider.Now,
            });
            if (recorded is null)
            {
                return;
            }

            (actor.Replies ??= []).Add(result =>
            {
                // A body whose start is not durable must not run: the next owner would not know of it.
                if (result.Status == RunCommitStatus.Committed)
                {
                    recorded.TrySetResult();
                }
                else
                {
                    recorded.TrySetCanceled();
                }
            });
        });
        return recorded?.Task ?? Task.CompletedTask;
    }
}
