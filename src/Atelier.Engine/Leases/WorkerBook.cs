namespace Atelier.Engine.Leases;

/// <summary>Remote workers that were heard of lately. The desk's lock guards it.</summary>
internal sealed class WorkerBook
{
    /// <summary>How long a worker without leases is remembered.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(10);

    private readonly Dictionary<(string User, string Name), KnownWorker> _workers = [];

    /// <summary>Notes that a worker was heard of; null: it never claimed.</summary>
    public KnownWorker? Hear(string user, string name, DateTimeOffset now)
    {
        if (_workers.TryGetValue((user, name), out var worker))
        {
            worker.Seen = now;
        }

        return worker;
    }

    public bool Knows(string user, string name) => _workers.ContainsKey((user, name));

    /// <summary>Notes what a worker asks for.</summary>
    public KnownWorker Hear(WorkerClaim claim, DateTimeOffset now)
    {
        if (!_workers.TryGetValue((claim.User, claim.Worker), out var worker))
        {
            Forget(now);
            _workers[(claim.User, claim.Worker)] = worker = new KnownWorker(claim, now);
        }

        worker.Seen = now;
        worker.Claim = claim;
        return worker;
    }

    /// <summary>Workers by name.</summary>
    public IReadOnlyList<WorkerStanding> List(DateTimeOffset now)
    {
        Forget(now);
        return
        [
            .. _workers.Values.OrderBy(static worker => worker.Name, StringComparer.Ordinal).ThenBy(static worker => worker.User, StringComparer.Ordinal).Select(static worker => new WorkerStanding
            {
                Name = worker.Name,
                User = worker.User,
                Address = worker.Claim.Address,
                Queues = worker.Claim.Queues,
                Slots = worker.Claim.Slots,
                Busy = worker.Busy,
                Connected = worker.Connected,
                Seen = worker.Seen,
            }),
        ];
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var worker in _workers.Values.Where(worker => worker.Busy == 0 && worker.Seen < now - Memory).ToList())
        {
            _workers.Remove((worker.User, worker.Name));
        }
    }
}
