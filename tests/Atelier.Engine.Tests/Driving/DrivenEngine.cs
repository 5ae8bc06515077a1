using System.Text;
using System.Text.Json;
using Atelier.Actions;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Bodies;
using Atelier.Engine.Logs;
using Atelier.Engine.Records;
using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Engine.Secrets;
using Atelier.Engine.Slots;
using Atelier.Engine.Stores;
using Atelier.Engine.Stores.Memory;
using Atelier.Hosting.Actions;
using Atelier.Language;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Driving;

/// <summary>
/// A whole engine on the in-memory store without threads of its own: a turn, a commit, a body or an advance of the clock happens when the test
/// says so.
/// </summary>
internal sealed class DrivenEngine : ISecretSource, IStepLog, IDisposable
{
    private readonly List<IAction> _actions;
    private readonly MemoryArtifactStore _artifacts;
    private readonly string _folder = Path.Join(Path.GetTempPath(), $"atelier-driven-{Environment.ProcessId}-{Interlocked.Increment(ref _folders)}");
    private readonly AsyncLocal<HeldBody?> _current = new();
    private int _generation;
    private static int _folders;

    public DrivenEngine(MemoryHome? home = null, FakeTime? time = null, IEnumerable<IAction>? actions = null, Func<IRunStore, IRunStore>? wrap = null, int slots = 4)
    {
        Time = time ?? new FakeTime();
        Home = home ?? new MemoryHome();
        Memory = new MemoryRunStore(Time, Home);
        Store = wrap?.Invoke(Memory) ?? Memory;
        Slots = slots;
        _artifacts = new MemoryArtifactStore(_folder);
        _actions = [.. BuiltInActions.All(new ActionServices()), .. actions ?? []];
        Engine = Make();
    }

    public FakeTime Time { get; }

    public MemoryHome Home { get; }

    public MemoryRunStore Memory { get; }

    public IRunStore Store { get; }

    public int Slots { get; }

    public Dictionary<string, string> Workflows { get; } = [];

    public Dictionary<string, string> SecretValues { get; } = [];

    public List<StepLogLine> Lines { get; } = [];

    /// <summary>Bodies with a slot, in order of getting it.</summary>
    public List<HeldBody> Held { get; } = [];

    public RunEngine Engine { get; private set; }

    public RunLoop Loop => Engine.Loop;

    public CommitQueue Commits => Engine.Parts.Commits;

    /// <summary>Ends of bodies that are on their way to the loop, when <see cref="Delays"/> is set.</summary>
    public List<Action> Deliveries { get; } = [];

    /// <summary>Ends of bodies wait until the driver delivers them, in any order.</summary>
    public bool Delays { get; init; }

    /// <summary>One delivery in so many is made twice; 0: none.</summary>
    public int Doubles { get; init; }

    public bool LosesTimers { get; init; }

    /// <summary>Whether a body that asks this model would put another one away.</summary>
    public Func<string, bool>? Displaces { get; init; }

    public bool LosesCompletions { get; init; }

    public bool RunsTwice { get; init; }

    /// <summary>The plan that was compiled last.</summary>
    public WorkflowPlan? Compiled { get; private set; }

    /// <summary>Most bodies that had a slot at once.</summary>
    public int MostHeld { get; private set; }

    public void Dispose()
    {
        Held.ForEach(static held => held.CutOff());
        _artifacts.Dispose();
    }

    public void Add(IAction action)
    {
        _actions.Add(action);
        Registry = new ActionRegistry(_actions);
    }

    public ActionRegistry Registry { get; private set; } = new([]);

    public ScriptedAction On(string name, Func<Call, ActionResult<JsonElement>> body)
    {
        var action = new ScriptedAction(name, (call, _) => new(body(call)));
        Add(action);
        return action;
    }

    /// <summary>An action that ends only when it is cancelled.</summary>
    public void AddHanging(string name) => Add(new ScriptedAction(name, async (call, token) =>
    {
        var cancelled = new TaskCompletionSource();
        await using var registration = token.Register(() => cancelled.TrySetResult());
        Held.Single(held => held.Body.Address == call.Context.Address && held.Running is not null && !held.Running.IsCompleted).Hangs = true;
        await cancelled.Task;
        throw new OperationCanceledException(token);
    }));

    public WorkflowPlan Compile(string yaml)
    {
        var options = new CompileOptions { Actions = Registry, Resolve = (reference, _) => Workflows.TryGetValue(reference, out var text) ? new ResolvedWorkflow(text, reference) : null };
        var result = WorkflowCompiler.Compile(yaml, "test.yaml", options);
        return Compiled = result.Plan ?? throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    public RunId Start(string yaml, object? inputs = null, RunOptions? options = null, string? key = null)
    {
        var plan = Compile(yaml);
        var row = new WorkflowRow(plan.Digest, plan.Name, null, null, Encoding.UTF8.GetBytes(yaml), 0);
        var started = Engine.StartRunAsync(plan, JsonSerializer.SerializeToUtf8Bytes(inputs ?? new { }), options ?? RunOptions.None, row, key);
        DriveUntil(() => started.IsCompleted);
        return started.GetAwaiter().GetResult();
    }

    /// <summary>Starts a run and drives it to its end.</summary>
    public Ended Run(string yaml, object? inputs = null, RunOptions? options = null)
    {
        var run = Start(yaml, inputs, options);
        return Finish(run);
    }

    public Ended Finish(RunId run)
    {
        DriveUntil(() => Store.FindRun(run) is { Phase: RunPhase.Ended });
        return End(run);
    }

    public Ended End(RunId run) => new(Store.FindRun(run)!, Store);

    /// <summary>Waits for a reply of the engine.</summary>
    public T Ask<T>(Task<T> asked)
    {
        DriveUntil(() => asked.IsCompleted, advance: false);
        return asked.GetAwaiter().GetResult();
    }

    /// <summary>The process ends without a word and another takes the home.</summary>
    public void Restart()
    {
        foreach (var held in Held.ToArray())
        {
            held.CutOff();
        }

        foreach (var actor in Loop.Actors.Values)
        {
            actor.Dead = true;
        }

        Held.Clear();
        lock (Deliveries)
        {
            Deliveries.Clear();
            _generation++;
        }

        Engine = Make();
    }

    /// <summary>Drives until nothing happens without the clock moving.</summary>
    public void Settle()
    {
        while (Step())
        {
        }
    }

    public void DriveUntil(Func<bool> reached, bool advance = true)
    {
        for (var steps = 0; !reached(); steps++)
        {
            if (steps > 2_000_000)
            {
                throw new InvalidOperationException("the engine does not come to rest: " + Describe());
            }

            if (Step() || reached())
            {
                continue;
            }

            if (!advance || NextDue() is not { } due)
            {
                throw new InvalidOperationException("nothing is left to do, yet the state was not reached: " + Describe());
            }

            Time.Advance(TimeSpan.FromMilliseconds(Math.Max(1, due - Time.Milliseconds)));
            WaitForBodies();
        }
    }

    public long? NextDue() => (Loop.NextDue(), Time.NextDue) switch
    {
        ({ } loop, { } timer) => Math.Min(loop, timer),
        var (loop, timer) => loop ?? timer,
    };

    /// <summary>One thing that can happen now, in a fixed order of preference; false: nothing can.</summary>
    public bool Step()
    {
        if (Loop.Turn())
        {
            return true;
        }

        if (Commit())
        {
            return true;
        }

        if (Held.FirstOrDefault(static held => held.Running is null) is { } held)
        {
            Let(held);
            return true;
        }

        return Collect();
    }

    /// <summary>One thing that can happen now, of the generator's choice; false: nothing can.</summary>
    public bool Shuffled(Random random)
    {
        var first = random.Next(5);
        for (var kind = 0; kind < 5; kind++)
        {
            var did = ((first + kind) % 5) switch
            {
                0 or 4 => Loop.Turn(),
                1 => Commit(),
                2 => LetAny(random),
                _ => DeliverAny(random),
            };
            WaitForBodies();
            if (did)
            {
                Collect();
                return true;
            }
        }

        return Collect();
    }

    private bool Commit()
    {
        var work = Commits.HasWork;
        if (Commits.CommitNext() is not { } group)
        {
            return work;
        }

        Loop.Post(() => Loop.Committed(group));
        return true;
    }

    private bool LetAny(Random random)
    {
        var waiting = Held.Where(static held => held.Running is null).ToList();
        if (waiting.Count == 0)
        {
            return false;
        }

        var held = waiting[random.Next(waiting.Count)];
        if (RunsTwice && random.Next(10) == 0)
        {
            _current.Value = held;
            held.Running = Engine.Parts.Effects.ExecuteAsync(held.Body);
            _current.Value = null;
            WaitForBodies();
        }

        Let(held);
        return true;
    }

    private bool DeliverAny(Random random)
    {
        if (Deliveries.Count == 0)
        {
            return false;
        }

        Action delivery;
        lock (Deliveries)
        {
            var chosen = random.Next(Deliveries.Count);
            delivery = Deliveries[chosen];
            if (Doubles == 0 || random.Next(Doubles) != 0)
            {
                Deliveries.RemoveAt(chosen);
            }
        }

        if (!LosesCompletions || random.Next(10) != 0)
        {
            Loop.Post(delivery);
        }

        return true;
    }

    /// <summary>Lets a body run to its end, or to where it waits for something.</summary>
    public void Let(HeldBody held)
    {
        _current.Value = held;
        held.Running = Engine.Parts.Effects.ExecuteAsync(held.Body);
        _current.Value = null;
        WaitForBodies();
        Collect();
    }

    /// <summary>The body on whose behalf the caller runs; null: an inline one.</summary>
    public HeldBody? Current => _current.Value;

    public string? Find(string name) => SecretValues.GetValueOrDefault(name);

    public void Write(in StepLogLine line)
    {
        lock (Lines)
        {
            Lines.Add(line);
        }
    }

    /// <summary>Gives back the slots of bodies that have ended.</summary>
    private bool Collect()
    {
        WaitForBodies();
        var ended = Held.Where(static held => held.Running is { IsCompleted: true }).ToList();
        foreach (var held in ended)
        {
            Held.Remove(held);
            held.Done.SetResult();
        }

        return ended.Count > 0;
    }

    private void WaitForBodies()
    {
        if (!SpinWait.SpinUntil(() => Held.TrueForAll(static held => held.Running is null || held.IsStable), TimeSpan.FromSeconds(20)))
        {
            throw new InvalidOperationException("a body neither ends nor waits for anything known");
        }
    }

    private RunEngine Make()
    {
        Registry = new ActionRegistry(_actions);
        var engine = new RunEngine(
            new EnginePorts
            {
                Store = Store,
                Artifacts = _artifacts,
                Actions = new Catalog(this),
                Plans = row => Compile(Encoding.UTF8.GetString(row.Sources)),
                Secrets = this,
                Log = this,
                Time = Time,
            },
            new EngineOptions { WorkFolder = Path.Join(_folder, "work"), BaseFolder = _folder, Slots = new Dictionary<string, int> { ["cpu"] = Slots, ["fast"] = 16, ["one"] = 1 } },
            _ => new SlotPool(new Dictionary<string, int> { ["cpu"] = Slots, ["fast"] = 16, ["one"] = 1 }, 4, Hold, model => Displaces?.Invoke(model) == true) { RemoteQueues = new HashSet<string> { "remote" } });
        var record = engine.Parts.Bodies.RecordStart!;
        engine.Parts.Bodies.RecordStart = (body, awaited) =>
        {
            var recording = record(body, awaited);
            if (Held.Find(held => held.Body == body) is { } held)
            {
                held.Recording = recording;
            }

            return recording;
        };
        if (Delays)
        {
            var generation = ++_generation;
            engine.Parts.Effects.Post = work => Deliver(generation, work);
        }

        if (LosesTimers)
        {
            var timer = engine.Parts.Effects.Timer;
            var timers = 0;
            engine.Parts.Effects.Timer = (actor, step, due) =>
            {
                if (++timers % 3 != 0)
                {
                    timer(actor, step, due);
                }
            };
        }

        engine.Open();
        return engine;
    }

    /// <summary>Kept in the order of the bodies' slots, so that a seed gives the same order each time.</summary>
    private void Deliver(int generation, Action work)
    {
        lock (Deliveries)
        {
            // A body of a process that is gone may still end on its thread.
            if (generation == _generation)
            {
                Deliveries.Add(work);
            }
        }
    }

    private Task Hold(Body body)
    {
        var held = new HeldBody(body);
        Held.Add(held);
        MostHeld = Math.Max(MostHeld, Held.Count);
        return held.Done.Task;
    }

    internal string Describe()
    {
        var text = new StringBuilder();
        foreach (var (run, actor) in Loop.Actors)
        {
            text.AppendLine($"{run}: {actor.State.Phase}, active {actor.State.Active}, uncommitted {actor.Uncommitted}, mailbox {actor.Mailbox.Count}");
            foreach (var block in actor.State.Blocks.Values.Where(static block => block.Kind == BlockKind.ForEach))
            {
                text.AppendLine($"  block {block.Number} {block.Owner.Plan.Path}: pending {block.Pending.Count} open {block.Open.Count} asked {block.AskedFor} of {block.Source?.Count} done {block.Source?.Done} gated {block.Gated.Count} busy {block.BusyItems} loading {block.Loading} stopping {block.Stopping}");
            }

            foreach (var scope in State.OpenScopes.Of(actor.State))
            {
                foreach (var step in scope.Steps)
                {
                    text.AppendLine($"  {scope.Id} {step.Plan.Path}: {step.Phase} {step.Outcome} due {step.Due} {step.ParkedFor}");
                }

                text.AppendLine($"  {scope.Id} unended {scope.Unended} in flight {scope.InFlight} stopping {scope.Stopping} closing {scope.Closing}");
            }
        }

        return text.Append($"held {Held.Count}, stalled {Commits.Stalled}").ToString();
    }

    /// <summary>The registry of the moment: tests add actions late.</summary>
    private sealed class Catalog(DrivenEngine engine) : IActionSource
    {
        public IReadOnlyList<string> Names => engine.Registry.Names;

        public ActionDescriptor? Find(string name) => engine.Registry.Find(name);

        public IAction? Get(string name) => engine.Registry.Get(name);
    }
}
