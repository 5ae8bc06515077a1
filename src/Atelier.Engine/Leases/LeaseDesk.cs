using System.Text.Json;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Bodies;
using Atelier.Engine.Slots;
using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>
/// Where remote workers take bodies and say what became of them. Bodies come from the queues of the slots, by the same turns; all that goes on
/// around a body (recorded results, secrets, breakers, budgets, time) goes on here, and only the action itself on the worker. A body is handed over
/// once its start is durable. Thread-safe.
/// </summary>
public sealed class LeaseDesk
{
    /// <summary>How long bodies that are ready wait for others of the same claim.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(20);

    /// <summary>How much longer than it wanted a claim waits for bodies that are on their way to it.</summary>
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(2);

    /// <summary>How long a body that is ready waits for a claim.</summary>
    private static readonly TimeSpan ReadyTime = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private readonly SlotPool _pool;
    private readonly TimeProvider _time;
    private readonly WorkerBook _workers = new();
    private readonly LinkedList<PendingClaim> _pending = [];
    private readonly List<Lease> _ready = [];
    private readonly Dictionary<string, Lease> _out = new(StringComparer.Ordinal);
    private readonly RecentVerdicts _recent = new();
    private readonly ITimer _timer;
    private DateTimeOffset _due = DateTimeOffset.MaxValue;
    private long _last;
    private bool _closed;

    internal LeaseDesk(SlotPool pool, TimeProvider time)
    {
        _pool = pool;
        _time = time;
        _timer = time.CreateTimer(_ => Sweep(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        pool.Queued = Queued;
    }

    /// <summary>The epoch of the engine's ownership: part of the names of leases.</summary>
    internal long Epoch { get; set; }

    /// <summary>Takes bodies, waiting for the first as long as the claim says. Empty: none came in time. Cancelling leaves the bodies to other claims.</summary>
    public Task<IReadOnlyList<LeaseOffer>> ClaimAsync(WorkerClaim claim, CancellationToken cancellationToken)
    {
        PendingClaim pending;
        lock (_lock)
        {
            pending = new PendingClaim(_workers.Hear(claim, _time.GetUtcNow()), claim);
            if (_closed || claim.Max <= 0)
            {
                return Task.FromResult<IReadOnlyList<LeaseOffer>>([]);
            }

            _pending.AddLast(pending);
            TakeReadyNeedsLock(pending);
        }

        Fill(pending);
        lock (_lock)
        {
            pending.Timer = pending.Answered ? null : _time.CreateTimer(_ => TimeUp(pending), null, pending.Lingers ? Linger : claim.Wait, Timeout.InfiniteTimeSpan);
        }

        if (cancellationToken.CanBeCanceled)
        {
            var registration = cancellationToken.Register(() => GiveUp(pending));
            _ = pending.Task.ContinueWith(_ => registration.Unregister(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        return pending.Task;
    }

    /// <summary>Extends leases; says of each whether the worker is to go on.</summary>
    public IReadOnlyList<LeaseStanding> Heartbeat(string user, string worker, IReadOnlyList<LeaseProgress> beats)
    {
        var standings = new List<LeaseStanding>(beats.Count);
        foreach (var beat in beats)
        {
            Lease? lease;
            var isEnding = false;
            var now = _time.GetUtcNow();
            lock (_lock)
            {
                lease = FindNeedsLock(user, worker, beat.Lease);
                if (lease is not null)
                {
                    lease.Heard = now;
                    lease.Expires = now + lease.Claim.Claim.Lease;
                }
                else
                {
                    // Its completion is being recorded, or was, and the worker has not heard of it yet.
                    isEnding = _recent.Find(user, worker, beat.Lease) is { } verdict && !(verdict.IsCompletedSuccessfully && !verdict.Result);
                }
            }

            lease?.Log(beat.Lines);
            lease?.Context!.Progress(beat.Fraction, beat.Text);
            standings.Add(lease is null
                ? new LeaseStanding(beat.Lease, isEnding ? LeaseState.Held : LeaseState.Lost, isEnding ? now : null)
                : new LeaseStanding(beat.Lease, lease.Cancelled ? LeaseState.Cancelled : LeaseState.Held, lease.Expires));
        }

        return standings;
    }

    /// <summary>Takes what became of bodies; answers when that is durable. False: the lease was lost, somebody else has the body or will. Saying the same again gives the same answer.</summary>
    public async Task<IReadOnlyList<bool>> CompleteAsync(string user, string worker, IReadOnlyList<LeaseCompletion> completions, CancellationToken cancellationToken)
    {
        var settling = new List<Task<bool>>(completions.Count);
        foreach (var completion in completions)
        {
            settling.Add(Complete(user, worker, completion));
        }

        return await Task.WhenAll(settling).WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens bytes that the input of a lease names, from the store or from a linked file; null: it names none of this digest, or the lease is lost.</summary>
    /// <exception cref="ArtifactException">They are gone, or have changed.</exception>
    public async ValueTask<(Stream Content, Artifact Artifact)?> OpenReadAsync(string user, string leaseId, string digest, CancellationToken cancellationToken)
    {
        Lease? lease;
        lock (_lock)
        {
            lease = _out.GetValueOrDefault(leaseId);
        }

        if (lease is null || lease.Claim.Worker.User != user || ArtifactReferences.In(JsonElement.Parse(lease.Input)).FirstOrDefault(known => known.Digest == digest) is not { } artifact)
        {
            return null;
        }

        return (await lease.Context!.Artifacts.OpenReadAsync(artifact, cancellationToken).ConfigureAwait(false), artifact);
    }

    /// <summary>Whether a worker claimed lately.</summary>
    public bool Knows(string user, string worker)
    {
        lock (_lock)
        {
            return _workers.Knows(user, worker);
        }
    }

    /// <summary>Workers that were heard of lately, by name.</summary>
    public IReadOnlyList<WorkerStanding> Workers()
    {
        lock (_lock)
        {
            return _workers.List(_time.GetUtcNow());
        }
    }

    /// <summary>The owner stops: what workers have is cut off as what runs here is, and nothing more is given.</summary>
    internal void Close()
    {
        List<Lease> leases;
        List<PendingClaim> claims;
        lock (_lock)
        {
            _closed = true;
            leases = [.. _out.Values, .. _ready, .. _pending.SelectMany(static claim => claim.Ready)];
            claims = [.. _pending];
            _pending.Clear();
            claims.ForEach(static claim => claim.Answer([]));
        }

        leases.ForEach(static lease => lease.TryAnswer(new LeaseAnswer.Cancelled()));
    }

    /// <summary>Nothing is recorded any more: completions that wait are refused.</summary>
    internal void End()
    {
        _timer.Dispose();
        lock (_lock)
        {
            _recent.RefuseOpen();
        }
    }

    /// <summary>The body can be handed over.</summary>
    internal void Arrived(Lease lease)
    {
        var claim = lease.Claim;
        lock (_lock)
        {
            claim.Starting--;
            lease.Phase = LeasePhase.Ready;
            if (_closed || lease.Cancelled)
            {
                lease.TryAnswer(new LeaseAnswer.Cancelled());
            }
            else
            {
                PlaceNeedsLock(lease);
            }

            AnswerWhenReadyNeedsLock(claim);
            lease.HasArrived = true;
        }
    }

    /// <summary>The body is to stop.</summary>
    internal void Cancel(Lease lease)
    {
        lock (_lock)
        {
            lease.Cancelled = true;
            if (lease.Phase == LeasePhase.Ready)
            {
                lease.Claim.Ready.Remove(lease);
                _ready.Remove(lease);
                lease.TryAnswer(new LeaseAnswer.Cancelled());
                AnswerWhenReadyNeedsLock(lease.Claim);
            }
        }
    }

    private void Queued(Body body)
    {
        PendingClaim? chosen = null;
        lock (_lock)
        {
            foreach (var claim in _pending)
            {
                if (claim.Room > 0 && (chosen is null || claim.Load < chosen.Load) && claim.Accepts(body))
                {
                    chosen = claim;
                }
            }
        }

        if (chosen is not null)
        {
            Fill(chosen);
        }
    }

    /// <summary>Takes bodies for a claim as long as it has room.</summary>
    private void Fill(PendingClaim claim)
    {
        while (true)
        {
            Lease lease;
            lock (_lock)
            {
                if (claim.Room <= 0 || _pool.TryTake(claim.Wants, claim.Worker.Affinity) is not { } body)
                {
                    AnswerWhenReadyNeedsLock(claim);
                    return;
                }

                lease = new Lease(this, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Epoch}-{++_last}"), body, claim);
                body.Lease = lease;
                claim.Starting++;
                claim.Worker.Affinity = body.Affinity ?? claim.Worker.Affinity;
            }

            _ = RunAsync(lease);
        }
    }

    private async Task RunAsync(Lease lease)
    {
        await _pool.RunTakenAsync(lease.Body).ConfigureAwait(false);
        var claim = lease.Claim;
        lock (_lock)
        {
            if (lease.Phase == LeasePhase.Out && _out.Remove(lease.Id))
            {
                lease.Claim.Worker.Busy--;
            }

            claim.Starting -= lease.Phase == LeasePhase.Starting ? 1 : 0;
            lease.Phase = LeasePhase.Over;
        }

        Fill(claim);
    }

    private void PlaceNeedsLock(Lease lease)
    {
        if (lease.Claim.Answered)
        {
            lease.Claim = _pending.FirstOrDefault(claim => claim.Room > 0 && claim.Accepts(lease.Body)) ?? lease.Claim;
        }

        if (!lease.Claim.Answered)
        {
            lease.Claim.Ready.Add(lease);
            AnswerWhenReadyNeedsLock(lease.Claim);
            return;
        }

        _ready.Add(lease);
        lease.Expires = _time.GetUtcNow() + ReadyTime;
        ArmNeedsLock(lease.Expires);
    }

    private void TakeReadyNeedsLock(PendingClaim claim)
    {
        for (var index = 0; index < _ready.Count && claim.Room > 0;)
        {
            var lease = _ready[index];
            if (!claim.Accepts(lease.Body))
            {
                index++;
                continue;
            }

            _ready.RemoveAt(index);
            lease.Claim = claim;
            claim.Ready.Add(lease);
        }
    }

    private void AnswerWhenReadyNeedsLock(PendingClaim claim)
    {
        if (claim.Answered)
        {
            return;
        }

        if (claim.Ready.Count > 0 && claim.Starting > 0)
        {
            claim.Lingers = true;
            claim.Timer?.Change(Linger, Timeout.InfiniteTimeSpan);
        }
        else if (claim.Ready.Count > 0 || (claim.Starting == 0 && claim.Claim.Wait <= TimeSpan.Zero))
        {
            AnswerNeedsLock(claim);
        }
    }

    private void AnswerNeedsLock(PendingClaim claim)
    {
        var now = _time.GetUtcNow();
        var offers = new List<LeaseOffer>(claim.Ready.Count);
        foreach (var lease in claim.Ready)
        {
            lease.Phase = LeasePhase.Out;
            lease.Heard = now;
            lease.Expires = now + claim.Claim.Lease;
            _out.Add(lease.Id, lease);
            claim.Worker.Busy++;
            offers.Add(lease.ToOffer());
        }

        if (claim.Ready.Count > 0)
        {
            ArmNeedsLock(now + claim.Claim.Lease);
        }

        _pending.Remove(claim);
        claim.Answer(offers);
    }

    private void TimeUp(PendingClaim claim)
    {
        lock (_lock)
        {
            if (claim.Answered)
            {
                return;
            }

            if (claim is { Ready.Count: 0, Starting: > 0, Extended: false })
            {
                claim.Extended = true;
                claim.Timer?.Change(StartTime, Timeout.InfiniteTimeSpan);
                return;
            }

            AnswerNeedsLock(claim);
        }
    }

    /// <summary>Whoever claimed is gone: what is ready goes to others.</summary>
    private void GiveUp(PendingClaim claim)
    {
        lock (_lock)
        {
            if (claim.Answered)
            {
                return;
            }

            _pending.Remove(claim);
            claim.Answer([]);
            foreach (var lease in claim.Ready)
            {
                PlaceNeedsLock(lease);
            }

            claim.Ready.Clear();
        }
    }

    /// <summary>One of <see cref="CompleteAsync"/>.</summary>
    internal Task<bool> Complete(string user, string worker, LeaseCompletion completion)
    {
        Lease? lease;
        lock (_lock)
        {
            lease = FindNeedsLock(user, worker, completion.Lease);
            if (lease is null || lease.IsAnswered)
            {
                return _recent.Find(user, worker, completion.Lease) ?? Task.FromResult(false);
            }

            _recent.Add(user, worker, lease);
        }

        lease.Log(completion.Lines);
        var answer = WorkerAnswers.Of(lease, completion);
        if (!lease.TryAnswer(answer))
        {
            lease.Verdict.Give(recorded: false);
        }
        else if (answer is not LeaseAnswer.Result)
        {
            // What it gives back it is rid of; there is no outcome to wait for.
            lease.Verdict.Give(recorded: true);
        }

        return lease.Verdict.Given;
    }

    private Lease? FindNeedsLock(string user, string worker, string id)
    {
        var known = _workers.Hear(user, worker, _time.GetUtcNow());
        return _out.TryGetValue(id, out var lease) && lease.Claim.Worker == known ? lease : null;
    }

    private void ArmNeedsLock(DateTimeOffset due)
    {
        if (due < _due)
        {
            _due = due;
            var left = due - _time.GetUtcNow();
            _timer.Change(left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>Ends leases whose worker was not heard of, and gives back bodies for which nobody came.</summary>
    private void Sweep()
    {
        List<(Lease Lease, LeaseAnswer Answer)> over = [];
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            _due = DateTimeOffset.MaxValue;
            foreach (var lease in _out.Values)
            {
                if (lease.Expires <= now && !lease.IsAnswered)
                {
                    over.Add((lease, WorkerAnswers.Silent(lease, now)));
                }
            }

            foreach (var lease in _ready.Where(lease => lease.Expires <= now).ToList())
            {
                _ready.Remove(lease);
                over.Add((lease, WorkerAnswers.NeverTaken()));
            }

            foreach (var (lease, _) in over)
            {
                if (_out.Remove(lease.Id))
                {
                    lease.Claim.Worker.Busy--;
                }
            }

            var next = _out.Values.Where(static lease => !lease.IsAnswered).Concat(_ready).Select(static lease => lease.Expires).DefaultIfEmpty(DateTimeOffset.MaxValue).Min();
            if (next < DateTimeOffset.MaxValue)
            {
                ArmNeedsLock(next);
            }
        }

        over.ForEach(static lost => lost.Lease.TryAnswer(lost.Answer));
    }
}
