using Atelier.Models.Memory;

namespace Atelier.Models.Tests.Memory;

/// <summary>
/// The budget under a clock of its own: loads, unloads and answers take time there, and every decision is checked as it is made. Questions of a model come one
/// after the other from some callers, who ask again as soon as they are answered.
/// </summary>
internal sealed class MemoryWorld(long limit)
{
    private readonly PriorityQueue<Action, (TimeSpan At, int Order)> _agenda = new();
    private readonly Dictionary<string, Queue<(TimeSpan Asked, Action Then)>> _waiting = [];
    private readonly Dictionary<string, TimeSpan> _loadTimes = [];
    private MemoryState _state = MemoryState.Of([KeyValuePair.Create("cpu", limit)]);
    private int _order;

    public TimeSpan Now { get; private set; }

    public MemoryState State => _state;

    public TimeSpan LongestWait { get; private set; }

    public Dictionary<string, int> Loads { get; } = [];

    public Dictionary<string, int> Answers { get; } = [];

    public int Waiting => _waiting.Values.Sum(static queue => queue.Count);

    public void Add(string name, long need, TimeSpan loadTime, bool pinned = false, TimeSpan? window = null)
    {
        _waiting[name] = new Queue<(TimeSpan, Action)>();
        _loadTimes[name] = loadTime;
        Happened(new MemoryEvent.Known(new ModelSlot(name, name, "cpu") { Need = need, LoadTime = loadTime, Pinned = pinned, Window = window, Idle = TimeSpan.FromHours(1) }));
    }

    /// <summary>A caller that asks a model until <paramref name="until"/>, each question taking a time.</summary>
    public void Caller(string name, TimeSpan from, TimeSpan each, TimeSpan until) => At(from, () => Ask(name, each, until));

    /// <summary>Lets the world go on until nothing more happens.</summary>
    public void Run(TimeSpan until)
    {
        while (_agenda.TryPeek(out _, out var next) && next.At <= until)
        {
            var act = _agenda.Dequeue();
            Now = next.At;
            act();
        }

        Now = until;
    }

    public void Happened(MemoryEvent what)
    {
        _state = MemoryFold.Apply(_state, what, Now);
        Settle();
    }

    private void At(TimeSpan at, Action act) => _agenda.Enqueue(act, (at, _order++));

    private void Ask(string name, TimeSpan each, TimeSpan until)
    {
        _waiting[name].Enqueue((Now, () => At(Now + each, () =>
        {
            Answers[name] = Answers.GetValueOrDefault(name) + 1;
            Happened(new MemoryEvent.Released(name));
            if (Now < until)
            {
                Ask(name, each, until);
            }
        })));
        Happened(new MemoryEvent.Asked(name));
    }

    private void Settle()
    {
        while (true)
        {
            var (decision, wake) = MemoryPlanner.Next(_state, Now);
            if (decision is null)
            {
                if (wake is { } at)
                {
                    At(at > Now ? at : Now + TimeSpan.FromTicks(1), Settle);
                }

                return;
            }

            _state = MemoryFold.Apply(_state, Do(decision), Now);
            Check();
        }
    }

    private MemoryEvent Do(MemoryDecision decision)
    {
        switch (decision)
        {
            case MemoryDecision.Grant grant:
                while (_waiting[grant.Key].TryDequeue(out var question))
                {
                    LongestWait = Now - question.Asked > LongestWait ? Now - question.Asked : LongestWait;
                    question.Then();
                }

                return new MemoryEvent.Granted(grant.Key);
            case MemoryDecision.Load load:
                Loads[load.Key] = Loads.GetValueOrDefault(load.Key) + 1;
                At(Now + _loadTimes[load.Key], () => Happened(new MemoryEvent.Loaded(load.Key, _state.Slots[load.Key].Need, _loadTimes[load.Key])));
                return new MemoryEvent.LoadStarted(load.Key, load.Bypassed);
            case MemoryDecision.Unload unload:
                Assert(_state.Slots[unload.Key].InUse == 0, $"{unload.Key} is in use");
                At(Now + TimeSpan.FromMilliseconds(100), () => Happened(new MemoryEvent.Unloaded(unload.Key)));
                return new MemoryEvent.UnloadStarted(unload.Key);
            default:
                return new MemoryEvent.Left(((MemoryDecision.Leave)decision).Key);
        }
    }

    private void Check()
    {
        Assert(_state.HeldOn("cpu") <= limit, $"{_state.HeldOn("cpu")} of {limit} are held");
        Assert(_state.Slots.Values.All(static slot => slot is { InUse: >= 0, Waiting: >= 0 }), "something is counted below nothing");
    }

    private static void Assert(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException(what);
        }
    }
}
