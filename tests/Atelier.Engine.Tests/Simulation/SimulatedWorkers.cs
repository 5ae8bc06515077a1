using System.Text.Json;
using Atelier.Engine.Leases;
using Atelier.Engine.Tests.Driving;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Simulation;

/// <summary>
/// Remote workers that claim, work, fall silent, come back, give back, and speak to owners that are no more, as the seed has it; and a judge of what
/// they are told.
/// </summary>
internal sealed class SimulatedWorkers(Random random, SimulatedActions actions)
{
    private const string User = "sim";
    private static readonly string[] Names = ["a", "b", "c"];
    private readonly List<(string Worker, DrivenEngine Engine, Task<IReadOnlyList<LeaseOffer>> Asked)> _claims = [];
    private readonly List<(string Worker, DrivenEngine Engine, LeaseOffer Offer)> _held = [];
    private readonly List<(string Key, DrivenEngine Engine, bool Final, Task<bool> Asked)> _completions = [];
    private readonly HashSet<string> _done = [];

    /// <summary>The owner of the moment.</summary>
    public required Func<DrivenEngine> Owner { get; init; }

    /// <summary>Told of each promise that was broken.</summary>
    public required Action<string> Broken { get; init; }

    /// <summary>How often a completion was refused.</summary>
    public int Refused { get; private set; }

    /// <summary>One thing that a worker does; false: none has anything to do.</summary>
    public bool Act()
    {
        Listen();
        if (_held.Count > 0 && random.Next(3) != 0)
        {
            Work(random.Next(_held.Count));
            return true;
        }

        var worker = Names[random.Next(Names.Length)];
        if (_claims.Exists(claim => claim.Worker == worker && claim.Engine == Owner()))
        {
            return _held.Count > 0;
        }

        _claims.Add((worker, Owner(), Owner().Engine.Leases.ClaimAsync(
            new WorkerClaim
            {
                Worker = worker,
                User = User,
                Queues = ["remote"],
                Offers = ["s.work", "s.once", "s.host"],
                Slots = 2,
                Max = random.Next(1, 4),
                Wait = TimeSpan.FromSeconds(random.Next(4) == 0 ? 5 : 0),
                Lease = TimeSpan.FromSeconds(30),
            },
            CancellationToken.None)));
        return Listen() || _held.Count > 0;
    }

    /// <summary>Somebody made sure that nobody is still at what was lost.</summary>
    public void StopAll() => _held.Clear();

    private void Work(int index)
    {
        var (worker, engine, offer) = _held[index];
        var what = random.Next(12);
        switch (what)
        {
            case 0:
                // It falls silent: it may come back after its lease, and does not know that.
                return;
            case 1:
                _held.RemoveAt(index);
                return;
            case 2:
                engine.Engine.Leases.Heartbeat(User, worker, [new LeaseProgress(offer.Lease)]);
                return;
            case 3:
                _held.RemoveAt(index);
                Complete(worker, engine, offer, new LeaseEnd.HandedBack(Begun: false), final: false);
                return;
        }

        if (engine.Engine.Leases.Heartbeat(User, worker, [new LeaseProgress(offer.Lease)])[0].State == LeaseState.Lost && random.Next(2) == 0)
        {
            _held.RemoveAt(index);
            return;
        }

        // A worker that was told, or asks, stops; one that was stopped itself does what it was at, too late.
        if (offer.Action == "s.once" && engine.Engine.Leases.Heartbeat(User, worker, [new LeaseProgress(offer.Lease)])[0].State != LeaseState.Held)
        {
            _held.RemoveAt(index);
            return;
        }

        var call = new Call(JsonElement.Parse(offer.Input), new RemoteContext(offer));
        var result = actions.RunRemote(call);
        _held.RemoveAt(index);
        if (random.Next(8) == 0)
        {
            // It is killed after it had its effect, before it could say so.
            return;
        }

        var final = result is ActionResult<JsonElement>.Succeeded;
        Complete(worker, engine, offer, new LeaseEnd.Result(result), final);
        if (random.Next(6) == 0)
        {
            Complete(worker, engine, offer, new LeaseEnd.Result(result), final: false);
        }
    }

    private void Complete(string worker, DrivenEngine engine, LeaseOffer offer, LeaseEnd end, bool final) =>
        _completions.Add((offer.IdempotencyKey, engine, final, engine.Engine.Leases.Complete(User, worker, new LeaseCompletion(offer.Lease, end))));

    /// <summary>Hears what was answered in the meantime.</summary>
    private bool Listen()
    {
        foreach (var claim in _claims.Where(static claim => claim.Asked.IsCompleted).ToList())
        {
            _claims.Remove(claim);
            _held.AddRange(claim.Asked.GetAwaiter().GetResult().Select(offer => (claim.Worker, claim.Engine, offer)));
        }

        foreach (var completion in _completions.Where(static completion => completion.Asked.IsCompleted).ToList())
        {
            _completions.Remove(completion);
            if (!completion.Asked.GetAwaiter().GetResult())
            {
                Refused++;
            }
            else if (completion.Final && !_done.Add(completion.Key))
            {
                Broken($"two completions of {completion.Key} were taken");
            }
        }

        return _held.Count > 0;
    }

    private sealed class RemoteContext(LeaseOffer offer) : ActionContext
    {
        public override StepAddress Address => offer.Address;

        public override string IdempotencyKey => offer.IdempotencyKey;

        public override TimeProvider Time => throw new NotSupportedException();

        public override IArtifacts Artifacts => throw new NotSupportedException();

        public override IRunControl Runs => throw new NotSupportedException();

        public override string BaseFolder => throw new NotSupportedException();

        public override string WorkFolder => throw new NotSupportedException();

        public override void Log(StepLogLevel level, string message)
        {
        }

        public override void Progress(double? fraction, string? text)
        {
        }

        public override IAsyncEnumerable<Row> ReadRowsAsync(Rows rows, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
