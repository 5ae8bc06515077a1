namespace Atelier.Engine.Leases;

/// <summary>What was said of the last completions, for workers that did not hear it and ask again. The desk's lock guards it.</summary>
internal sealed class RecentVerdicts
{
    private const int Most = 8192;
    private readonly Dictionary<string, (string User, string Worker, LeaseVerdict Verdict)> _verdicts = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public void Add(string user, string worker, Lease lease)
    {
        if (_verdicts.TryAdd(lease.Id, (user, worker, lease.Verdict)))
        {
            _order.Enqueue(lease.Id);
        }

        while (_order.Count > Most)
        {
            _verdicts.Remove(_order.Dequeue());
        }
    }

    /// <summary>Null: nothing was said, or too long ago.</summary>
    public Task<bool>? Find(string user, string worker, string id) =>
        _verdicts.TryGetValue(id, out var known) && known.User == user && known.Worker == worker ? known.Verdict.Given : null;

    /// <summary>What was not recorded never will be.</summary>
    public void RefuseOpen()
    {
        foreach (var (_, _, verdict) in _verdicts.Values)
        {
            verdict.Give(recorded: false);
        }
    }
}
