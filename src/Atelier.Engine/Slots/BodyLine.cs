using Atelier.Engine.Bodies;
using Atelier.Sdk;

namespace Atelier.Engine.Slots;

/// <summary>Bodies of one run in one queue that the same takers may take: those of one model, or of one offer without a model; oldest first.</summary>
internal sealed class BodyLine(string? affinity, string offer, ActionPlace place)
{
    /// <summary>The model they ask; null: none.</summary>
    public string? Affinity { get; } = affinity;

    /// <summary>What a remote worker must offer to take them.</summary>
    public string Offer { get; } = offer;

    /// <summary>Where they may run.</summary>
    public ActionPlace Place { get; } = place;

    private readonly Queue<(long Number, Body Body)> _bodies = new();

    public int Count => _bodies.Count;

    /// <summary>Position in the queue of the oldest.</summary>
    public long Oldest => _bodies.Peek().Number;

    public void Add(long number, Body body) => _bodies.Enqueue((number, body));

    public Body Take()
    {
        var body = _bodies.Dequeue().Body;
        DropBegun();
        return body;
    }

    /// <summary>Leaves out those at the front that were withdrawn.</summary>
    public void DropBegun()
    {
        while (_bodies.TryPeek(out var next) && next.Body.Begun)
        {
            _bodies.Dequeue();
        }
    }
}
