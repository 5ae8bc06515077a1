using Atelier.Engine.Bodies;
using Atelier.Engine.Breakers;
using Atelier.Engine.Decisions;
using Atelier.Engine.Leases;
using Atelier.Engine.Records;
using Atelier.Engine.Recovery;
using Atelier.Engine.Reuse;
using Atelier.Engine.Runs;
using Atelier.Engine.Slots;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Engine.Running;

/// <summary>
/// Runs workflows durably over the ports it is given. Replies are given only after the commit that covers them. One engine owns a home at a
/// time; a second one fences the first.
/// </summary>
public sealed class RunEngine : IAsyncDisposable
{
    private readonly EnginePorts _ports;
    private readonly HashSet<string> _savedWorkflows = [];
    private readonly CommitQueue _commits;
    private readonly RunLoop _loop;
    private readonly LoopThreads _threads;
    private long _lastRun;

    /// <summary>Builds an engine; nothing happens before <see cref="Start"/>.</summary>
    public RunEngine(EnginePorts ports, EngineOptions options)
        : this(ports, options, null)
    {
    }

    internal RunEngine(EnginePorts ports, EngineOptions options, Func<Func<Body, Task>, SlotPool>? slots)
    {
        _ports = ports;
        var services = new BodyServices
        {
            Store = ports.Store,
            Artifacts = ports.Artifacts,
            Secrets = ports.Secrets,
            Log = ports.Log,
            Time = ports.Time,
            WorkFolders = new WorkFolders(options.WorkFolder),
            Models = ports.Models,
            BaseFolder = options.BaseFolder,
        };
        services.Runs = ports.Runs ?? new EngineRunControl(this, ports);
        var parts = EngineParts.Create(ports, options, services, slots);
        Parts = parts;
        _commits = parts.Commits;
        _loop = parts.Loop;
        _threads = new LoopThreads(parts, ports, options.Grace);
    }

    /// <summary>Why nothing can be written at present (a full disk); null: all is well.</summary>
    public string? Stalled => _commits.Stalled;

    /// <summary>Where remote workers take bodies.</summary>
    public LeaseDesk Leases => Parts.Leases;

    /// <summary>The epoch of this engine's ownership; 0 before <see cref="Start"/>.</summary>
    public long Epoch => _loop.Loader.Epoch;

    /// <summary>Takes the home, finds what is unfinished and goes on with it.</summary>
    public void Start()
    {
        Open();
        _threads.Start();
    }

    /// <summary>As <see cref="Start"/>, but whoever calls it drives the loop and the commits.</summary>
    internal void Open()
    {
        _loop.Loader.Epoch = _ports.Store.TakeOwnership();
        Leases.Epoch = _loop.Loader.Epoch;
        _lastRun = _ports.Store.LastRun();
        foreach (var unfinished in _ports.Store.Unfinished())
        {
            if (!unfinished.Resting)
            {
                _loop.Post(unfinished.Run, static _ => { });
            }
            else if (unfinished.Wake is { } wake)
            {
                _loop.Sleeping.Enqueue(unfinished.Run, wake);
            }
        }
    }

    /// <summary>Starts a run; returns once it is durable. A known idempotency key returns the run it started.</summary>
    /// <param name="plan">What to run.</param>
    /// <param name="inputs">Checked inputs, UTF-8 JSON object.</param>
    /// <param name="options">Limits and overrides.</param>
    /// <param name="workflow">The definition as it is to be kept.</param>
    /// <param name="idempotencyKey">Null: none.</param>
    public Task<RunId> StartRunAsync(WorkflowPlan plan, byte[] inputs, RunOptions options, WorkflowRow workflow, string? idempotencyKey)
    {
        var started = new TaskCompletionSource<RunId>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(() => Begin(plan, inputs, options, workflow, idempotencyKey, started));
        return started.Task;
    }

    /// <summary>Completes when the run has ended.</summary>
    /// <exception cref="KeyNotFoundException">There is no such run.</exception>
    public Task<RunRow> WaitAsync(RunId run)
    {
        var ended = new TaskCompletionSource<RunRow>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(() =>
        {
            if (_loop.Actors.TryGetValue(run, out var actor))
            {
                actor.Waiters.Add(ended);
            }
            else if (_ports.Store.FindRun(run) is not { } row)
            {
                ended.TrySetException(new KeyNotFoundException($"there is no run {run}"));
            }
            else if (row.Phase == RunPhase.Ended)
            {
                ended.TrySetResult(row);
            }
            else
            {
                _loop.Post(run, owner =>
                {
                    if (owner.State.Ended && owner.Uncommitted == 0)
                    {
                        ended.TrySetResult(_ports.Store.FindRun(run)!);
                        _loop.Forget(owner);
                        return;
                    }

                    owner.Waiters.Add(ended);
                });
            }
        });
        return ended.Task;
    }

    /// <summary>Asks bodies to stop and runs <c>finally</c>; true once that is durable, false when the run has ended or is unknown.</summary>
    public Task<bool> CancelAsync(RunId run) => AskAsync(run, static actor => actor.Decider.Control.Cancel());

    /// <summary>Starts nothing new; running bodies finish.</summary>
    public Task<bool> PauseAsync(RunId run) => AskAsync(run, static actor => actor.Decider.Control.Pause());

    /// <summary>Ends a pause.</summary>
    public Task<bool> ResumeAsync(RunId run) => AskAsync(run, actor =>
    {
        actor.Decider.Control.Resume();
        foreach (var effect in actor.Held)
        {
            _loop.Give(actor, Work.Of(effect));
        }

        actor.Held.Clear();
    });

    /// <summary>Sends a signal; true once durable, false when the run has ended, is unknown, or the id was taken before.</summary>
    public Task<bool> SignalAsync(RunId run, string name, string? key, string id, byte[] payload)
    {
        var taken = false;
        return AskAsync(run, actor => taken = actor.Decider.Waits.Signal(name, key, id, payload, Waiting(actor.State)), () => taken);
    }

    /// <summary>Takes a run that has ended up again; returns once that is durable.</summary>
    public Task<RetryResult> RetryAsync(RunId run, RetrySelection selection)
    {
        var retried = new TaskCompletionSource<RetryResult>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(
            run,
            actor =>
            {
                if (!actor.State.Ended)
                {
                    retried.TrySetResult(new RetryResult(0, 0, 0, "it has not ended; wait for its end or cancel it first"));
                    return;
                }

                var result = new RunReopener(actor.Decider, _ports.Store, selection).Reopen();
                if (result.Problem is not null)
                {
                    _loop.Forget(actor);
                    retried.TrySetResult(result);
                    return;
                }

                (actor.Replies ??= []).Add(committed => Reply(committed, result, retried));
            },
            () => retried.TrySetResult(new RetryResult(0, 0, 0, $"there is no run {run}")));
        return retried.Task;
    }

    /// <summary>Says what became of a parked step: done with a value, to be tried again, or failed. False: no such step is parked.</summary>
    /// <param name="run">The run.</param>
    /// <param name="step">Id or path of the step.</param>
    /// <param name="key">Key of the item; null: outside items, or the only parked one.</param>
    /// <param name="resolution">What became of it.</param>
    /// <param name="output">For <see cref="Resolution.Done"/>: the value, UTF-8 JSON.</param>
    public Task<bool> ResolveAsync(RunId run, string step, string? key, Resolution resolution, byte[]? output)
    {
        var found = false;
        return AskAsync(run, actor => found = actor.Decider.Control.Resolve(step, key, resolution, output), () => found);
    }

    /// <summary>Sets what the run may spend, in money and tokens; null: no limit. False: it has ended or is unknown.</summary>
    public Task<bool> SetBudgetAsync(RunId run, decimal? cost, long? tokens) => AskAsync(run, actor => actor.Decider.Control.SetBudget(cost, tokens));

    /// <summary>Does something between two commits, on the thread that writes: removing runs, collecting garbage.</summary>
    public Task<T> MaintainAsync<T>(Func<T> work)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        _threads.BetweenCommits(_ =>
        {
            try
            {
                done.TrySetResult(work());
            }
            catch (StoreException exception)
            {
                done.TrySetException(exception);
            }
        });
        return done.Task;
    }

    /// <summary>What the run does right now; null: it is not in memory (ended, resting, or unknown).</summary>
    public Task<RunActivity?> LookAsync(RunId run)
    {
        var seen = new TaskCompletionSource<RunActivity?>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(() => seen.TrySetResult(_loop.Actors.TryGetValue(run, out var actor) ? RunActivity.Of(actor) : null));
        return seen.Task;
    }

    /// <summary>Stops: what runs is cut off and goes on with the next owner; what has ended is durable.</summary>
    public async ValueTask DisposeAsync() => await _threads.StopAsync().ConfigureAwait(false);

    internal RunLoop Loop => _loop;

    internal EngineParts Parts { get; }

    internal static IEnumerable<StepState> Waiting(RunState state)
    {
        foreach (var scope in OpenScopes.Of(state))
        {
            foreach (var step in scope.Steps.ToArray())
            {
                if (step.Phase == StepPhase.Waiting)
                {
                    yield return step;
                }
            }
        }
    }

    internal Task<bool> AskAsync(RunId run, Action<RunActor> ask, Func<bool>? answer = null)
    {
        var asked = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _loop.Post(
            run,
            actor =>
            {
                if (actor.State.Ended)
                {
                    asked.TrySetResult(false);
                    _loop.Forget(actor);
                    return;
                }

                try
                {
                    ask(actor);
                }
                catch (Exception exception)
                {
                    asked.TrySetException(exception);
                    throw;
                }

                (actor.Replies ??= []).Add(result => asked.TrySetResult(result.Status == RunCommitStatus.Committed && (answer?.Invoke() ?? true)));
            },
            () => asked.TrySetResult(false));
        return asked.Task;
    }

    private void Begin(WorkflowPlan plan, byte[] inputs, RunOptions options, WorkflowRow workflow, string? idempotencyKey, TaskCompletionSource<RunId> started)
    {
        if (idempotencyKey is not null && _ports.Store.FindRunByKey(idempotencyKey) is { } known)
        {
            started.TrySetResult(known);
            return;
        }

        if (_savedWorkflows.Add(workflow.Digest))
        {
            _threads.SaveWorkflow(workflow, started);
        }

        var now = _ports.Time.GetUtcNow().ToUnixTimeMilliseconds();
        var run = new RunId(++_lastRun);
        var actor = _loop.Loader.Create(run, plan, inputs, options, now);
        _loop.Add(actor);
        var created = new RunCreated
        {
            Seq = 1,
            WorkflowDigest = plan.Digest,
            WorkflowName = plan.Name,
            Inputs = inputs,
            Options = options.ToJson(),
            IdempotencyKey = idempotencyKey,
            At = now,
        };
        _loop.Give(actor, Work.Of(owner =>
        {
            (owner.Replies ??= []).Add(result => Started(result, run, idempotencyKey, started));
            owner.Decider.Begin(created);
        }));
    }

    /// <summary>A commit that is said to have failed may have happened; and of two starts with one key at once only one is written.</summary>
    private void Started(RunCommitResult result, RunId run, string? idempotencyKey, TaskCompletionSource<RunId> started)
    {
        if (result.Status == RunCommitStatus.Failed && (_ports.Store.FindRun(run)?.Run ?? (idempotencyKey is null ? null : _ports.Store.FindRunByKey(idempotencyKey))) is { } known)
        {
            started.TrySetResult(known);
            return;
        }

        Reply(result, run, started);
    }

    private static void Reply<T>(RunCommitResult result, T answer, TaskCompletionSource<T> asked)
    {
        if (result.Status == RunCommitStatus.Committed)
        {
            asked.TrySetResult(answer);
        }
        else
        {
            asked.TrySetException(new StoreException("ATL2130", $"the run could not be recorded: {result.Error ?? "another process owns this home now"}", retry: false));
        }
    }
}
