using System.Diagnostics.CodeAnalysis;
using Atelier.Engine.Bodies;
using Atelier.Sdk;

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
    private readonly Dictionary<string, int> _offers = new(StringComparer.Ordinal);
    private string? _granted;
    private int _overtaken;
    private int _busy;
    private int _taken;
    private int _here;

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
        Count(body, 1);
    }

    public void Release() => _busy--;

    /// <summary>The next body, when a slot of this process is free and one waits for it.</summary>
    public Body? TryTake()
    {
        if (_busy >= slots || _here == 0)
        {
            return null;
        }

        var held = false;
        if (_overtaken < Window && TryTake(line => IsHere(line) && (line.Affinity is not { } affinity || May(affinity, ref held)), null, out var body))
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

        _busy++;
        Taken(body);
        return body;
    }

    /// <summary>The next body that a remote worker can run; null: none waits.</summary>
    /// <param name="offers">What the worker can run.</param>
    /// <param name="prefer">The model it asked last; null: none.</param>
    public Body? TryTake(IReadOnlySet<string> offers, string? prefer)
    {
        if (!_offers.Keys.Any(offers.Contains) || !TryTake(line => line.Place != ActionPlace.Owner && offers.Contains(line.Offer), prefer, out var body))
        {
            return null;
        }

        Taken(body);
        return body;
    }

    /// <summary>Takes a body out that will never be taken by its turn. Marked as begun before.</summary>
    public void Withdraw(Body body)
    {
        if (_priorities.TryGetValue(body.Plan.Priority, out var runs) && runs.FirstOrDefault(share => share.Run == body.Actor) is { } share)
        {
            share.Withdraw(body);
            Count(body, -1);
            if (share.Count == 0)
            {
                runs.Remove(share);
            }

            if (runs.Count == 0)
            {
                _priorities.Remove(body.Plan.Priority);
            }
        }
    }

    private static bool IsHere(BodyLine line) => line.Place != ActionPlace.Worker;

    private void Taken(Body body)
    {
        body.Begun = true;
        Count(body, -1);
        _taken++;
    }

    private void Count(Body body, int by)
    {
        Waiting += by;
        _here += body.Place == ActionPlace.Worker ? 0 : by;
        if (body.Place == ActionPlace.Owner)
        {
            return;
        }

        var left = _offers.GetValueOrDefault(body.Offer) + by;
        if (left == 0)
        {
            _offers.Remove(body.Offer);
        }
        else
        {
            _offers[body.Offer] = left;
        }
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
                if (share.LongestOf(line => IsHere(line) && displaces(line.Affinity!)) is { } affinity)
                {
                    _granted = affinity;
                    return TryTake(line => IsHere(line) && line.Affinity == affinity, null, out body);
                }
            }
        }

        return TryTake(IsHere, null, out body);
    }

    private bool TryTake(Func<BodyLine, bool> may, string? prefer, [NotNullWhen(true)] out Body? body)
    {
        foreach (var (priority, runs) in _priorities)
        {
            foreach (var node in InTurn(runs))
            {
                if (!node.Value.TryTake(may, prefer, out body))
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
}
