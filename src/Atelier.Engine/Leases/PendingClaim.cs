using Atelier.Engine.Bodies;
using Atelier.Engine.Slots;

namespace Atelier.Engine.Leases;

/// <summary>A claim that has not been answered. The desk's lock guards it.</summary>
internal sealed class PendingClaim(KnownWorker worker, WorkerClaim claim)
{
    private readonly TaskCompletionSource<IReadOnlyList<LeaseOffer>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public KnownWorker Worker { get; } = worker;

    public WorkerClaim Claim { get; } = claim;

    public BodyWants Wants { get; } = new(claim.Queues, claim.Offers.ToHashSet(StringComparer.Ordinal));

    /// <summary>Bodies that were taken for it and are not ready to be handed over.</summary>
    public int Starting { get; set; }

    /// <summary>Bodies that are ready to be handed over.</summary>
    public List<Lease> Ready { get; } = [];

    public bool Answered { get; private set; }

    /// <summary>Fires when the wait is over, or when those that are ready have waited long enough for the others.</summary>
    public ITimer? Timer { get; set; }

    /// <summary>The timer now counts for those that are ready.</summary>
    public bool Lingers { get; set; }

    /// <summary>Its wait was over, and it waits on for bodies that are on their way.</summary>
    public bool Extended { get; set; }

    public Task<IReadOnlyList<LeaseOffer>> Task => _answer.Task;

    public int Room => Answered ? 0 : Claim.Max - Starting - Ready.Count;

    /// <summary>How much of its slots is taken, with what is on its way.</summary>
    public double Load => (Worker.Busy + Starting + Ready.Count) / (double)Worker.Claim.Slots;

    public bool Accepts(Body body) => Wants.Offers.Contains(body.Offer) && Wants.Queues.Contains(body.Queue);

    public void Answer(IReadOnlyList<LeaseOffer> offers)
    {
        Answered = true;
        Timer?.Dispose();
        _answer.TrySetResult(offers);
    }
}
