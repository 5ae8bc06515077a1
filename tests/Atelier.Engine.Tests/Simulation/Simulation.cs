using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Atelier.Engine.Bodies;
using Atelier.Engine.Decisions;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.State;
using Atelier.Engine.Stores;
using Atelier.Engine.Tests.Driving;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>
/// The whole engine under a scheduler drawn from a seed, with crashes, doubtful commits, delayed and doubled completions and second owners, and
/// judges that say whether a promise was broken.
/// </summary>
internal sealed partial class Simulation : IDisposable
{
    private const int MostSteps = 60_000;
    private readonly Random _random;
    private readonly SimulatedActions _actions;
    private readonly PlantedBug _bug;
    private readonly SimulatedWorkers? _workers;
    private readonly List<DrivenEngine> _zombies = [];
    private readonly List<DrivenEngine> _retired = [];
    private readonly HashSet<(ScopeId, int, int)> _ended = [];
    private readonly HashSet<Body> _ran = [];
    private DrivenEngine _engine;
    private bool _crash;
    private int _faults;
    private int _signals;
    private int _looks;
    private Language.Plans.WorkflowPlan? _plan;
    private RunSnapshot? _stale;
    private List<RunCommit>? _unsynced;

    public Simulation(int seed, int faults, PlantedBug bug = PlantedBug.None, bool remote = false)
    {
        _random = new Random(seed * 7919);
        _actions = new SimulatedActions(seed) { Running = Judge };
        Workflow = GeneratedWorkflow.Of(seed);
        if (remote)
        {
            Workflow = Outside().Replace(Workflow, "$0,\"queue\":\"remote\"");
            _workers = new SimulatedWorkers(_random, _actions) { Owner = () => _engine!, Broken = Broken.Add };
        }

        _faults = faults;
        _bug = bug;
        _engine = New(null);
    }

    /// <summary>The process ends right after this commit; 0: after none.</summary>
    public int CrashAfter { get; init; }

    /// <summary>Commits so far.</summary>
    public int Commits { get; private set; }

    /// <summary>Told of what was committed, in order.</summary>
    public Action<IReadOnlyList<RunRecord>> Recorded { get; init; } = static _ => { };

    /// <summary>Promises that were broken; empty when all is well.</summary>
    public List<string> Broken { get; } = [];

    /// <summary>What happened, for replays.</summary>
    public StringBuilder Log { get; } = new();

    public string Workflow { get; init; }

    /// <summary>What an earlier process committed of the run; empty: it starts anew.</summary>
    public IReadOnlyList<RunCommit> Earlier { get; init; } = [];

    public void Dispose()
    {
        _engine.Dispose();
        _retired.ForEach(static zombie => zombie.Dispose());
    }

    /// <summary>Runs to the end; the outcome and output, or what went wrong.</summary>
    public string Run()
    {
        try
        {
            var run = StartRun();
            for (var step = 0; _engine.Memory.FindRun(run) is not { Phase: RunPhase.Ended } || Pending(); step++)
            {
                if (_engine.Memory.FindRun(run) is null)
                {
                    Broken.Add("a run that was started is not there");
                }

                if (Broken.Count > 0)
                {
                    return "broken";
                }

                if (step > MostSteps)
                {
                    Broken.Add("it does not end");
                    return "broken";
                }

                if (!Step(run) && !Wake(run))
                {
                    break;
                }
            }

            var ended = _engine.End(run);
            if (ended.Row.Phase != RunPhase.Ended)
            {
                Broken.Add("nothing wakes it: " + _engine.Describe());
            }

            Recount(run);
            return $"{ended.Outcome} {Handles().Replace(ended.Output, "items")}";
        }
        catch (CrashException)
        {
            Broken.Add("a crash outside of a step");
            return "broken";
        }
    }

    [GeneratedRegex("\"uses\":\"s\\.(work|once|host)\"")]
    private static partial Regex Outside();

    /// <summary>How often a remote worker was refused.</summary>
    public int Refused => _workers?.Refused ?? 0;

    /// <summary>Numbers of blocks and sources are given in the order of events, which is the scheduler's.</summary>
    [GeneratedRegex(@"\{""\$items"":\{[^}]*\}\}")]
    private static partial Regex Handles();

    private bool Pending() => _engine.Deliveries.Count > 0;

    private RunId StartRun()
    {
        var plan = _plan = _engine.Compile(Workflow);
        var row = new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(Workflow), 0);
        if (Earlier.Count > 0)
        {
            _engine.Memory.SaveWorkflow(row);
            var run = new RunId(1);
            foreach (var commit in Earlier)
            {
                var result = _engine.Memory.Commit([commit with { Lease = new RunLease(run, _engine.Home.Epoch) }])[0];
                _ = result.Status == RunCommitStatus.Committed ? true : throw new InvalidOperationException(result.Error);
            }

            _engine.Restart();
            return run;
        }

        while (true)
        {
            var started = _engine.Engine.StartRunAsync(plan, "{}"u8.ToArray(), RunOptions.None, row, "once");
            for (var step = 0; step < 200 && !started.IsCompleted; step++)
            {
                var engine = _engine;
                Step(null);
                if (engine != _engine)
                {
                    break;
                }
            }

            if (started is { IsCompletedSuccessfully: true })
            {
                return started.Result;
            }
        }
    }

    /// <summary>One event of the scheduler's choice; false: there was none.</summary>
    private bool Step(RunId? run)
    {
        try
        {
            if (_faults > 0 && _random.Next(40) == 0)
            {
                Fault();
            }

            foreach (var zombie in _zombies.Where(_ => _random.Next(4) == 0))
            {
                zombie.Shuffled(_random);
            }

            if (run is { } known && _random.Next(60) == 0)
            {
                Signal(known, again: _random.Next(3) == 0);
            }

            if (_random.Next(200) == 0)
            {
                _engine.Time.Advance(TimeSpan.FromMilliseconds(_random.Next(3000)));
            }

            var did = (_workers is not null && _random.Next(3) == 0 && _workers.Act()) | _engine.Shuffled(_random);
            did = did || _workers?.Act() == true;
            if (_crash)
            {
                throw new CrashException();
            }

            return did;
        }
        catch (CrashException)
        {
            _crash = false;
            Log.AppendLine("crash");
            _unsynced = null;
            _engine.Restart();
            return true;
        }
    }

    /// <summary>Nothing happens by itself: lets time pass, or does what people would.</summary>
    private bool Wake(RunId run)
    {
        foreach (var actor in _engine.Loop.Actors.Values)
        {
            if (RunLoop.Asleep(actor, _engine.Time.Milliseconds) is { Count: > 0 } lost)
            {
                Broken.Add("asleep: " + string.Join(", ", lost) + "\n" + _engine.Describe());
                return false;
            }
        }

        if (_workers is not null && _engine.Loop.Actors.ContainsKey(run) && Resolve(run))
        {
            return true;
        }

        if (_engine.NextDue() is { } due)
        {
            _engine.Time.Advance(TimeSpan.FromMilliseconds(Math.Max(1, due - _engine.Time.Milliseconds)));
            return true;
        }

        return Resolve(run) || Signal(run, again: false);
    }

    private bool Resolve(RunId run)
    {
        if (!_engine.Loop.Actors.TryGetValue(run, out var actor))
        {
            // At rest it is not in memory; whoever looks for parked steps loads it.
            _engine.Loop.Post(run, static _ => { });
            return ++_looks < 1000;
        }

        // Who says that nothing was done has made sure that no process is left that could still do it.
        _workers?.StopAll();
        _zombies.ForEach(static zombie => zombie.Held.ForEach(static held => held.CutOff()));
        _zombies.Clear();
        foreach (var scope in OpenScopes.Of(actor.State))
        {
            foreach (var step in scope.StepsAndUndos)
            {
                if (step is { Phase: StepPhase.Parked, ParkedAt: null })
                {
                    var key = $"{run}-{scope.Id.Value:x}-{step.Plan.Index}-{step.Drive}";


                    // What may run again says itself what it comes to, which may be a failure.
                    var value = 0;
                    var done = step.Plan is Language.Plans.ActionStepPlan { Action: "s.once" } && _actions.Made.TryGetValue(key, out value);
                    Log.AppendLine($"resolve {key} {done}");
                    _ = _engine.Engine.ResolveAsync(run, step.Plan.Path, KeyPath.Of(scope), done ? Resolution.Done : Resolution.Again, JsonSerializer.SerializeToUtf8Bytes(value));
                    return true;
                }
            }
        }

        return false;
    }

    private bool Signal(RunId run, bool again)
    {
        if (!Workflow.Contains("\"signal\":", StringComparison.Ordinal) || _signals > 500)
        {
            return false;
        }

        _ = _engine.Engine.SignalAsync(run, "go", null, $"{(again ? _signals : ++_signals)}", "true"u8.ToArray());
        return true;
    }

    private void Fault()
    {
        _faults--;
        switch (_random.Next(4))
        {
            case 0:
                Log.AppendLine("crash now");
                throw new CrashException();
            case 1 when _zombies.Count < 2:
                Log.AppendLine("second owner");
                _zombies.Add(_engine);
                _retired.Add(_engine);
                _engine = New(_engine);
                break;
            default:
                _fault = (CommitFault)_random.Next(1, 6);
                Log.AppendLine($"commit fault {_fault}");
                break;
        }
    }

    private CommitFault _fault;

    private DrivenEngine New(DrivenEngine? before)
    {
        FaultyStore? store = null;
        DrivenEngine? made = null;
        made = new DrivenEngine(before?.Home, before?.Time, _actions.All(), inner => store = new FaultyStore(inner))
        {
            Delays = true,
            Doubles = _bug == PlantedBug.DoubleClaim ? 0 : _faults > 0 ? 10 : 0,
            LosesTimers = _bug == PlantedBug.LostTimer,
            LosesCompletions = _bug == PlantedBug.LostCompletion,
            RunsTwice = _bug == PlantedBug.DoubleClaim,
        };
        store!.Committing = parts => Commit(made, store, parts);
        store.Loading = run => _bug == PlantedBug.StaleRead ? _stale ??= store.Inner.Load(run) : store.Inner.Load(run);
        return made;
    }

    private IReadOnlyList<RunCommitResult> Commit(DrivenEngine engine, FaultyStore store, IReadOnlyList<RunCommit> parts)
    {
        var fault = engine == _engine ? _fault : CommitFault.None;
        _fault = engine == _engine ? CommitFault.None : _fault;
        switch (fault)
        {
            case CommitFault.CrashBefore:
                _crash = true;
                throw new StoreException("SIM", "crash before", retry: true);
            case CommitFault.FailsBefore:
                throw new StoreException("SIM", "failed before", retry: false);
            case CommitFault.FailsBeforeForNow:
                throw new StoreException("SIM", "failed before, for now", retry: true);
        }

        var results = PlantedCommits.Apply(_bug, _random, store.Inner, parts, engine.Home.Epoch, ref _unsynced);
        Commits++;
        for (var index = 0; index < parts.Count; index++)
        {
            Recorded(parts[index].Records);
            Judge(engine, parts[index], results[index]);
        }

        switch (Commits == CrashAfter ? CommitFault.CrashAfter : fault)
        {
            case CommitFault.CrashAfter:
                _crash = true;
                throw new StoreException("SIM", "crash after", retry: true);
            case CommitFault.FailsAfter:
                throw new StoreException("SIM", "failed after", retry: false);
        }

        return results;
    }

    private void Judge(DrivenEngine engine, RunCommit part, RunCommitResult result)
    {
        if (result.Status != RunCommitStatus.Committed)
        {
            return;
        }

        if (engine != _engine)
        {
            Broken.Add("an owner that lost the home wrote");
        }

        foreach (var ended in part.Records.OfType<StepEnded>())
        {
            if (!_ended.Add((ended.Scope, ended.Step, ended.Drive)))
            {
                Broken.Add($"two outcomes of {ended.Scope} {ended.Step}");
            }
        }

        Recount(part.Lease.Run);
    }

    /// <summary>A body runs: what it needs is durable, it has its place, and what must not run twice does not.</summary>
    private void Judge(Call call)
    {
        var engine = _engine;
        var held = engine.Current;
        var step = held?.Body.Step;
        lock (Broken)
        {
            if (call.Context.IdempotencyKey is { } key && _actions.Effects.GetValueOrDefault(key) > 0 && call.Text("site").Length > 0 && IsOnce(call))
            {
                Broken.Add($"{call.Context.Address} ran twice");
            }

            if (held is null || step is null || held.Body.Actor.Dead)
            {
                return;
            }

            if (!_ran.Add(held.Body))
            {
                Broken.Add($"{call.Context.Address} was claimed twice");
            }

            var durable = engine.Memory.ReadOutcomes(held.Body.Actor.Id, [step.Scope!.Id]);
            foreach (var slot in step.Plan.Needs.IsDefault ? [] : step.Plan.Needs)
            {
                var needed = step.Scope.Sequence.Steps[slot];
                if (!durable.Any(row => row.Step == needed.Index))
                {
                    Broken.Add($"{call.Context.Address} runs before the outcome of {needed.Path} is durable");
                }
            }

            if (engine.Held.Count(static held => held.Body.Lease is null) > engine.Slots)
            {
                Broken.Add("more bodies than slots");
            }
        }

        Parallel(engine, step);
    }

    private bool IsOnce(Call call) =>
        _plan!.Steps.OfType<Language.Plans.ActionStepPlan>().Any(plan => plan.Path == call.Step && plan.Action == "s.once");

    private void Parallel(DrivenEngine engine, StepState step)
    {
        for (var scope = step.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Block is { Kind: BlockKind.ForEach } block && block.ForEach.Parallel is { } limit && block.BusyItems > limit)
            {
                Broken.Add($"{block.BusyItems} items of {block.Owner.Plan.Path} have bodies, {limit} may");
            }
        }
    }

    /// <summary>Every block's row says of its items what their own rows say.</summary>
    private void Recount(RunId run)
    {
        var stored = _engine.Home.Runs.GetValueOrDefault(run.Value);
        foreach (var block in stored?.Blocks.Values.Where(static block => block.Kind == BlockKind.ForEach) ?? [])
        {
            var counts = default(OutcomeCounts);
            var open = OrdinalSet.Decode(block.Open).ToHashSet();
            for (var ordinal = 0L; ordinal < block.Opened; ordinal++)
            {
                var end = stored!.Newest(ScopeId.Of(block.Block, ordinal), StepEnded.ItemEnd);
                counts = end is null ? counts : counts.Add(end.Outcome);
                if (end is null == !open.Contains(ordinal))
                {
                    Broken.Add($"block {block.Block}: item {ordinal} is {(end is null ? "neither open nor ended" : "open and ended")}");
                }
            }

            if (counts != block.Counts)
            {
                Broken.Add($"block {block.Block} counts {block.Counts}, its items {counts}");
            }
        }
    }
}
