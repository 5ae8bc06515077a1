using Atelier.Workspace.Audit;

namespace Atelier.Workspace.Memory;

internal sealed class MemoryAudit(Lock gate) : IAuditStore
{
    private readonly List<AuditEntry> _entries = [];

    public Task<AuditEntry> AddAsync(NewAuditEntry entry)
    {
        lock (gate)
        {
            var added = new AuditEntry(_entries.Count + 1, entry);
            _entries.Add(added);
            return Task.FromResult(added);
        }
    }

    public IReadOnlyList<AuditEntry> Read(AuditFilter filter)
    {
        lock (gate)
        {
            return [.. Enumerable.Reverse(_entries).Where(entry => Fits(filter, entry)).Take(filter.Limit)];
        }
    }

    private static bool Fits(AuditFilter filter, AuditEntry entry) =>
        !(entry.Seq >= filter.Before)
        && (filter.Actor is null || string.Equals(entry.What.Actor.Name, filter.Actor, StringComparison.OrdinalIgnoreCase))
        && (filter.Action is null || (filter.Action.EndsWith('*') ? entry.What.Action.StartsWith(filter.Action[..^1], StringComparison.Ordinal) : entry.What.Action == filter.Action))
        && (filter.Target is null || entry.What.Target == filter.Target)
        && (filter.Outcome is null || entry.What.Outcome == filter.Outcome)
        && !(entry.What.At < filter.From)
        && !(entry.What.At >= filter.Until);
}
