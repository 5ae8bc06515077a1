using Atelier.Engine.Bodies;
using Atelier.Engine.Running;

namespace Atelier.Engine.Slots;

/// <summary>One queue: who waits, by priority and run, and how many run. Its owner's lock guards it.</summary>
internal sealed class SlotQueue(int slots)
{
    /// <summary>One place in so many goes to runs that are not light, when light ones wait.</summary>
    private const int RestShare = 10;

    private readonly SortedDictionary<int, LinkedList<RunShare>> _priorities = new(Comparer<int>.Create(static (x, y) => y.CompareTo(x)));
    private int _busy;
    private int _taken;

    public int Waiting { get; private set; }

    public void Add(Body body)
    {
        var priority = body.Plan.Priority;
        if (!_priorities.TryGetValue(priority, out var runs))
        {
            _priorities[priority] = runs = [];
        }

        var share = runs.FirstOrDefault(share => share.Run == body.Actor) ?? runs.AddLast(new RunShare(body.Actor)).Value;
        share.Bodies.Enqueue(body);
        Waiting++;
    }

    public void Release() => _busy--;

    /// <summary>The next body, when a slot is free and one waits.</summary>
    public Body? TryTake()
    {
        if (_busy >= slots || Waiting == 0)
        {
            return null;
        }

        foreach (var (priority, runs) in _priorities)
        {
            if (Choose(runs) is not { } node)
            {
                continue;
            }

            var body = node.Value.Bodies.Dequeue();
            runs.Remove(node);
            if (node.Value.Bodies.Count > 0)
            {
                runs.AddLast(node);
            }
            else if (runs.Count == 0)
            {
                _priorities.Remove(priority);
            }

            Waiting--;
            _busy++;
            _taken++;
            return body;
        }

        return null;
    }

    private LinkedListNode<RunShare>? Choose(LinkedList<RunShare> runs)
    {
        if (_taken % RestShare != 0)
        {
            for (var node = runs.First; node is not null; node = node.Next)
            {
                if (node.Value.Bodies.Count <= 16)
                {
                    return node;
                }
            }
        }

        return runs.First;
    }

    private sealed record RunShare(RunActor Run)
    {
        public Queue<Body> Bodies { get; } = new();
    }
}
