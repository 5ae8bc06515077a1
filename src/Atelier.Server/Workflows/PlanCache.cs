using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Language.Plans;

namespace Atelier.Server.Workflows;

/// <summary>Plans of registered versions, compiled once: the same digest is always the same plan. Keeps the last <see cref="Kept"/>.</summary>
internal sealed class PlanCache(OwnedHome home)
{
    private const int Kept = 128;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _order = [];

    /// <summary>A version with its plan; null: it is not registered.</summary>
    /// <exception cref="StoreException">It does not compile with the actions of this process.</exception>
    public Entry? Find(string digest)
    {
        lock (_gate)
        {
            if (_entries.TryGetValue(digest, out var known))
            {
                _order.Remove(known);
                _order.AddFirst(known);
                return known.Value;
            }
        }

        if (home.Store.FindWorkflow(digest) is not { } row)
        {
            return null;
        }

        var entry = new Entry(row, home.Versions.Compile(row));
        lock (_gate)
        {
            if (_entries.TryAdd(digest, new LinkedListNode<Entry>(entry)))
            {
                _order.AddFirst(_entries[digest]);
            }

            while (_entries.Count > Kept)
            {
                _entries.Remove(_order.Last!.Value.Row.Digest);
                _order.RemoveLast();
            }
        }

        return entry;
    }

    /// <summary>A registered version.</summary>
    public sealed record Entry(WorkflowRow Row, WorkflowPlan Plan);
}
