using System.Collections.Concurrent;
using System.Diagnostics;
using Atelier.Engine.Breakers;
using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Microsoft.Extensions.Logging;

namespace Atelier.Engine.Running;

/// <summary>
/// The only part with I/O: takes events, lets runs decide, answers their questions, hands their records to the committer and releases effects
/// when the commit has returned. Has no thread of its own: whoever calls <see cref="Turn"/> drives it, one caller at a time.
/// </summary>
internal sealed class RunLoop
{
    /// <summary>Works of one run before another has its turn.</summary>
    private const int Quantum = 64;

    /// <summary>Longest turn of a run while others wait: 60 us.</summary>
    private static readonly long QuantumTicks = Stopwatch.Frequency / 16_000;

    /// <summary>Milliseconds between two looks at whether every run has something that wakes it.</summary>
    private const long SweepEvery = 30_000;

    /// <summary>Times in a row that a run is folded again because it could not be written, before it is left to the next owner.</summary>
    private const int MostRefolds = 3;

    private static readonly Action Nothing = static () => { };
    /// <summary>
    /// Records of one run that wait for their commit, above which it has no turn beside other runs: what it decided would
    /// only wait, and the processor is the others'.
    /// </summary>
    private const int MaxQueued = 3 * CommitQueue.MaxShare;

    private readonly ConcurrentQueue<Action> _inbox = new();
    private readonly LinkedList<RunActor> _ready = [];
    private readonly PriorityQueue<(RunActor Actor, StepState Step, long Due), long> _timers = new();
    private readonly Dictionary<RunId, List<Action>> _refolding = [];
    private readonly EffectRunner _effects;
    private readonly TimeProvider _time;
    private readonly CommitQueue _commits;
    private readonly ILogger _logger;
    private long _swept;
    private int _turns;

    public RunLoop(EnginePorts ports, CommitQueue commits, ActorLoader loader, EffectRunner effects, BreakerBoard breakers)
    {
        _time = ports.Time;
        _logger = ports.Logger;
        _swept = Now();
        _commits = commits;
        _effects = effects;
        Loader = loader;
        Breakers = breakers;
        Breakers.Returned = endpoint => Post(() => WakeParked(endpoint));
        _effects.Timer = (actor, step, due) => _timers.Enqueue((actor, step, due), due);
        _effects.Post = Post;
        _effects.Ended = RunEnded;
    }

    /// <summary>Runs in memory.</summary>
    public Dictionary<RunId, RunActor> Actors { get; } = [];

    public ActorLoader Loader { get; }

    public BreakerBoard Breakers { get; }

    /// <summary>Runs that rest and are not in memory, with the time that wakes them.</summary>
    public PriorityQueue<RunId, long> Sleeping { get; } = new();

    /// <summary>Called whenever something came in, to wake the driver.</summary>
    public Action Wake { get; set; } = static () => { };

    /// <summary>Called whenever something waits to be committed.</summary>
    public Action CommitWaiting { get; set; } = static () => { };

    /// <summary>Starts nothing new and asks every body to stop; what they leave undone goes on with the next owner and counts as no attempt.</summary>
    public void StopBodies() => Post(() =>
    {
        _effects.StopAll(Actors.Values);
        BodiesStopped();
    });

    /// <summary>Called once every body was asked to stop.</summary>
    public Action BodiesStopped { get; set; } = static () => { };

    public void Post(Action work)
    {
        _inbox.Enqueue(work);
        Wake();
    }

    /// <summary>Gives an event to a run, loading it when it is not in memory; <paramref name="missing"/> is called when there is no such run.</summary>
    public void Post(RunId run, Action<RunActor> handle, Action? missing = null) => Post(() => Deliver(run, handle, missing));

    private void Deliver(RunId run, Action<RunActor> handle, Action? missing)
    {
        if (_refolding.TryGetValue(run, out var later))
        {
            later.Add(() => Deliver(run, handle, missing));
        }
        else if (Actors.TryGetValue(run, out var actor) || TryLoad(run, out actor))
        {
            Give(actor, Work.Of(handle) with { Missing = missing ?? Nothing });
        }
        else
        {
            missing?.Invoke();
        }
    }

    /// <summary>Gives an event to a run that is in memory; nothing happens when it was dropped.</summary>
    public void Post(RunActor actor, Action<RunActor> handle) => Post(() => Give(actor, Work.Of(handle)));

    public void Give(RunActor actor, Work work)
    {
        if (actor.Dead)
        {
            work.Lost?.Invoke();
            return;
        }

        actor.Mailbox.Enqueue(work);
        if (!actor.Scheduled)
        {
            actor.Scheduled = true;
            _ready.AddLast(actor);
        }
    }

    /// <summary>Does one run's turn; false: nothing to do now.</summary>
    public bool Turn()
    {
        var now = Now();
        while (_inbox.TryDequeue(out var work))
        {
            work();
        }

        FireTimers(now);
        ProbeBreakers(now);
        Sweep(now);
        if (Next() is not { } actor)
        {
            return false;
        }

        try
        {
            Process(actor, now);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            EngineLog.Broke(_logger, actor.Id, exception);

            // A page that cannot be read, or a broken invariant, ends this run's part in this process, not that of the others.
            Drop(actor, new RunCommitResult(RunCommitStatus.Failed, [], $"{exception.GetType().Name}: {exception.Message}"));
        }

        return true;
    }

    /// <summary>Unix milliseconds of the next timer or probe; null: none.</summary>
    public long? NextDue()
    {
        long? next = _timers.TryPeek(out _, out var due) ? due : null;
        if (Sleeping.TryPeek(out _, out var wake) && (next is null || wake < next))
        {
            next = wake;
        }

        foreach (var (_, breaker) in Breakers.All)
        {
            if (breaker is { IsOpen: true, NextProbe: > 0, Parked.Count: > 0 } && (next is null || breaker.NextProbe < next))
            {
                next = breaker.NextProbe;
            }
        }

        return next;
    }

    /// <summary>A group was committed, or was not: releases what it covers. Called through <see cref="Post(Action)"/>.</summary>
    public void Committed(List<Submission> group)
    {
        foreach (var submission in group)
        {
            var actor = submission.Actor;
            actor.Pending.Answered();
            actor.QueuedRecords -= submission.Queued;
            submission.Replies?.ForEach(reply => reply(submission.Result));
            if (actor.Dead)
            {
                continue;
            }

            if (submission.Result.Status != RunCommitStatus.Committed)
            {
                Drop(actor, submission.Result);
                continue;
            }

            if (submission.Progress)
            {
                actor.Refolds = 0;
            }

            foreach (var effect in submission.Effects)
            {
                Give(actor, Work.Of(effect.Kind == EffectKind.Admit ? EffectRunner.MarkDoubles(effect, submission.Result.Doubles) : effect));
            }
        }
    }

    /// <summary>Adds a run that was just created; its first turn is under way.</summary>
    public void Add(RunActor actor) => Actors[actor.Id] = actor;

    /// <summary>Lets go of an ended run that was loaded for a question only.</summary>
    public void Forget(RunActor actor)
    {
        if (actor.State.Ended && actor.Uncommitted == 0)
        {
            Bury(actor);
        }
    }

    /// <summary>The actor is done with; what was asked of its run in the meantime is asked again, of the store or of its successor.</summary>
    private void Bury(RunActor actor)
    {
        actor.Dead = true;
        actor.Models.Dispose();
        Actors.Remove(actor.Id);
        foreach (var work in actor.Mailbox)
        {
            work.Lost?.Invoke();
            if (work is { Event: { } handle, Missing: { } missing })
            {
                Post(() => Deliver(actor.Id, handle, missing));
            }
        }

        actor.Mailbox.Clear();
    }

    private long Now() => _time.GetUtcNow().ToUnixTimeMilliseconds();

    private RunActor? Next()
    {
        if (_ready.First is not { } first)
        {
            return null;
        }

        var chosen = Actors.Count == 1 ? first : null;
        var lightFirst = ++_turns % 10 != 0;
        for (var node = first; node is not null && chosen?.Value.IsLight != true; node = node.Next)
        {
            if (node.Value.IsLight ? lightFirst || chosen is null : chosen is null && node.Value.QueuedRecords < MaxQueued)
            {
                chosen = node;
            }
        }

        if (chosen is null)
        {
            return null;
        }

        _ready.Remove(chosen);
        chosen.Value.Scheduled = false;
        return chosen.Value;
    }

    private void Process(RunActor actor, long now)
    {
        var decider = actor.Decider;
        var started = Stopwatch.GetTimestamp();
        decider.Now = now;
        for (var count = 0; count < Quantum && !actor.Dead && actor.Mailbox.TryDequeue(out var work); count++)
        {
            if (work.Event is { } handle)
            {
                handle(actor);
            }
            else
            {
                _effects.Run(actor, work.Effect);
            }

            Answer(actor);
            if ((_ready.Count > 0 || (Actors.Count > 1 && !_inbox.IsEmpty)) && Stopwatch.GetTimestamp() - started > QuantumTicks)
            {
                break;
            }
        }

        decider.EndTurn();
        Submit(actor);
        if (actor.Mailbox.Count > 0 && !actor.Scheduled && !actor.Dead)
        {
            actor.Scheduled = true;
            _ready.AddLast(actor);
        }
    }

    private static void Answer(RunActor actor)
    {
        var questions = actor.Decider.Buffer.Evaluations;
        do
        {
            while (questions.TryDequeue(out var question))
            {
                actor.Pending.Begin(actor.Decider.Buffer.Records);
                var answer = actor.Evaluator.Answer(question);
                actor.Pending.End();
                actor.Decider.Answer(question, answer);
            }
        }
        while (actor.Decider.Items.RefillFreed() || questions.Count > 0);
    }

    private void Submit(RunActor actor)
    {
        var buffer = actor.Decider.Buffer;
        var replies = actor.Replies;
        actor.Replies = null;
        if (buffer.IsEmpty && replies is null)
        {
            return;
        }

        var (records, effects) = buffer.Take();
        var submission = new Submission(actor, records, effects, replies);
        var first = actor.Uncommitted == 0;
        actor.Pending.Submitted(records);
        if (records.Count == 0 && first)
        {
            Committed([submission]);
            return;
        }

        actor.QueuedRecords += submission.Queued;
        if (_commits.Enqueue(submission))
        {
            CommitWaiting();
        }
    }

    private void FireTimers(long now)
    {
        while (_timers.TryPeek(out var timer, out var due) && due <= now)
        {
            _timers.Dequeue();
            Give(timer.Actor, Work.Of(actor => actor.Decider.Steps.Due(timer.Step, timer.Due)));
        }

        while (Sleeping.TryPeek(out var run, out var wake) && wake <= now)
        {
            Sleeping.Dequeue();
            if (!Actors.ContainsKey(run) && !_refolding.ContainsKey(run))
            {
                TryLoad(run, out _);
            }
        }
    }

    /// <summary>Folds runs again in which something open has nothing that would wake it.</summary>
    private void Sweep(long now)
    {
        if (now - _swept < SweepEvery)
        {
            return;
        }

        _swept = now;
        foreach (var actor in Actors.Values.ToArray())
        {
            if (Asleep(actor, now) is { Count: > 0 } lost)
            {
                EngineLog.Asleep(_logger, actor.Id, string.Join(", ", lost));
                Drop(actor, new RunCommitResult(RunCommitStatus.Failed, [], $"nothing would have woken {lost[0]}"));
            }
        }
    }

    /// <summary>What nothing will wake in a run that has nothing to do right now.</summary>
    internal static List<string> Asleep(RunActor actor, long now) => actor.Mailbox.Count > 0 || actor.Uncommitted > 0
        ? []
        : WakeUps.Check(actor.State, now, step => actor.Bodies.ContainsKey(step) || actor.Held.Exists(effect => effect.Step == step));

    private void ProbeBreakers(long now)
    {
        foreach (var (endpoint, breaker) in Breakers.All)
        {
            while (breaker is { IsOpen: true, NextProbe: > 0, Parked.Count: > 0 } && breaker.NextProbe <= now)
            {
                var (actor, step) = breaker.Parked.Dequeue();
                if (actor.Dead || step.Phase != StepPhase.Parked)
                {
                    continue;
                }

                breaker.Probing(now);
                Give(actor, Work.Of(owner =>
                {
                    owner.Probing[step] = endpoint;
                    owner.Decider.Steps.Unpark(step);
                }));
            }
        }
    }

    private void WakeParked(string endpoint)
    {
        var parked = Breakers.Of(endpoint).Parked;
        while (parked.TryDequeue(out var waiting))
        {
            var step = waiting.Step;
            Give(waiting.Actor, Work.Of(actor => actor.Decider.Steps.Unpark(step)));
        }
    }

    private bool TryLoad(RunId run, out RunActor actor)
    {
        var loaded = Loader.Load(run);
        actor = loaded!;
        if (loaded is null)
        {
            return false;
        }

        Actors[run] = loaded;
        Give(loaded, Work.Of(static owner => owner.Decider.Resuming.Resume()));
        return true;
    }

    /// <summary>Memory and store may differ: the run is forgotten and folded again, unless another owner has it.</summary>
    private void Drop(RunActor actor, RunCommitResult result)
    {
        actor.Broken = true;
        Bury(actor);
        actor.Replies?.ForEach(reply => reply(result));
        actor.Bodies.Values.ToList().ForEach(_effects.Stop);

        if (result.Status == RunCommitStatus.Fenced || ++actor.Refolds > MostRefolds)
        {
            GiveUp(actor, result.Error ?? "another process owns this home now");
            return;
        }

        // What the old one still has in the commit queue is refused there; the fold must come after all that was not.
        _refolding[actor.Id] = [];
        _commits.Enqueue(_ => Post(() => Refold(actor)));
        CommitWaiting();
    }

    private void Refold(RunActor actor)
    {
        _refolding.Remove(actor.Id, out var later);
        try
        {
            if (TryLoad(actor.Id, out var again))
            {
                again.Refolds = actor.Refolds;
                again.Waiters.AddRange(actor.Waiters);
                if (again.State.Ended)
                {
                    RunEnded(again);
                }
            }
            else
            {
                GiveUp(actor, "it was never recorded");
            }
        }
        catch (StoreException exception)
        {
            GiveUp(actor, exception.Message);
        }

        later!.ForEach(static work => work());
    }

    private static void GiveUp(RunActor actor, string why) =>
        actor.Waiters.ForEach(waiter => waiter.TrySetException(new StoreException("ATL2130", $"{actor.Id} cannot go on: {why}", retry: false)));

    private void RunEnded(RunActor actor)
    {
        Bury(actor);
        Loader.Ended(actor);
    }
}
