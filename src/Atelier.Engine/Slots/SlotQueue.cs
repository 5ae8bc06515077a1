using System.Diagnostics.CodeAnalysis;
using Atelier.Engine.Bodies;

namespace Atelier.Engine.Slots;

/// <summary>
/// One queue: who waits, by priority and run, and how many run. Bodies whose model would put another one away wait until nothing else does, but no
/// longer than a window. Its owner's lock guards it.
/// </summary>
/// <param name="slots">Bodies at once.</param>
/// <param name="displaces">Whether starting a body of this affinity would put another model away.</param>
internal sealed class SlotQueue(int slots, Func<string, bool> displaces)
{
    /// <summary>One place in so many goes to runs that are not light, when light ones wait.</summary>
    private const int RestShare = 10;

    /// <summary>A run with no more waiting bodies than this is light.</summary>
    private const int Light = 16;

    /// <summary>Bodies that may overtake those of a model that is not loaded.</summary>
    private const int Window = 1000;

    private readonly SortedDictionary<int, LinkedList<RunShare>> _priorities = new(Comparer<int>.Create(static (x, y) => y.CompareTo(x)));
    private string? _granted;
    private int _overtaken;
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
        share.Add(body);
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

        var held = false;
        if (_overtaken < Window && TryTake(affinity => May(affinity, ref held), out var body))
        {
            _overtaken = held ? _overtaken + 1 : 0;
        }
        else if (TryTakeHeld(out body))
        {
            _overtaken = 0;
        }
        else
        {
            return null;
        }

        Waiting--;
        _busy++;
        _taken++;
        return body;
    }

    private bool May(string affinity, ref bool held)
    {
        if (_granted is not null && !displaces(_granted))
        {
            _granted = null;
        }

        // Until the model whose turn it is has been loaded no other starts, or those it is to replace would never be idle.
        var may = _granted is null ? !displaces(affinity) : affinity == _granted;
        held |= !may;
        return may;
    }

    /// <summary>Lets the model that most bodies of the first run wait for be loaded in place of others.</summary>
    private bool TryTakeHeld([NotNullWhen(true)] out Body? body)
    {
        body = null;
        foreach (var runs in _priorities.Values)
        {
            foreach (var share in runs)
            {
                if (share.LongestOf(displaces) is { } affinity)
                {
                    _granted = affinity;
                    return TryTake(other => other == affinity, out body);
                }
            }
        }

        return TryTake(static _ => true, out body);
    }

    private bool TryTake(MayStart may, [NotNullWhen(true)] out Body? body)
    {
        foreach (var (priority, runs) in _priorities)
        {
            foreach (var node in InTurn(runs))
            {
                if (!node.Value.TryTake(affinity => may(affinity), out body))
                {
                    continue;
                }

                runs.Remove(node);
                if (node.Value.Count > 0)
                {
                    runs.AddLast(node);
                }
                else if (runs.Count == 0)
                {
                    _priorities.Remove(priority);
                }

                return true;
            }
        }

        body = null;
        return false;
    }

    /// <summary>Runs in the order in which they may take: light ones first, except one time in ten.</summary>
    private IEnumerable<LinkedListNode<RunShare>> InTurn(LinkedList<RunShare> runs)
    {
        if (_taken % RestShare != 0)
        {
            for (var node = runs.First; node is not null; node = node.Next)
            {
                if (node.Value.Count <= Light)
                {
                    yield return node;
                }
            }
        }

        for (var node = runs.First; node is not null; node = node.Next)
        {
            yield return node;
        }
    }

    private delegate bool MayStart(string affinity);
}
