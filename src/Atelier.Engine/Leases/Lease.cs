using Atelier.Engine.Bodies;
using Atelier.Sdk;

namespace Atelier.Engine.Leases;

/// <summary>
/// One body in the hands of a remote worker. It is handed over once its start is durable; a completion counts while the lease is known to the
/// desk, even after its time. The desk's lock guards what can be set.
/// </summary>
internal sealed class Lease(LeaseDesk desk, string id, Body body, PendingClaim claim)
{
    private readonly TaskCompletionSource<LeaseAnswer> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Id { get; } = id;

    public Body Body { get; } = body;

    /// <summary>The claim it was taken for, or is ready for.</summary>
    public PendingClaim Claim { get; set; } = claim;

    public LeasePhase Phase { get; set; }

    /// <summary>The input with secrets resolved, UTF-8 JSON.</summary>
    public byte[] Input { get; private set; } = [];

    /// <summary>Longest time of the body.</summary>
    public TimeSpan? Limit { get; private set; }

    public BodyContext? Context { get; private set; }

    /// <summary>It can be handed over, or was.</summary>
    public bool HasArrived { get; set; }

    /// <summary>The worker is asked to stop.</summary>
    public bool Cancelled { get; set; }

    /// <summary>When it was handed over, or last heard of.</summary>
    public DateTimeOffset Heard { get; set; }

    public DateTimeOffset Expires { get; set; }

    /// <summary>True once nothing more can come from the worker.</summary>
    public bool IsAnswered => _answer.Task.IsCompleted;

    /// <summary>Whether the worker's completion was recorded.</summary>
    public LeaseVerdict Verdict { get; } = new();

    /// <summary>Hands the body over and waits for what becomes of it.</summary>
    public async Task<LeaseAnswer> AskAsync(byte[] input, TimeSpan? limit, BodyContext context, CancellationToken cancellationToken)
    {
        Input = input;
        Limit = limit;
        Context = context;
        await using var registration = cancellationToken.Register(() => desk.Cancel(this));
        desk.Arrived(this);
        return await _answer.Task.ConfigureAwait(false);
    }

    /// <summary>What the worker is told of it.</summary>
    public LeaseOffer ToOffer() => new()
    {
        Lease = Id,
        Address = Body.Address,
        Action = Body.Descriptor.Name,
        Version = Body.Descriptor.Version,
        Offer = Body.Offer,
        Input = Input,
        IdempotencyKey = Context!.IdempotencyKey,
        BaseFolder = Context.BaseFolder,
        Timeout = Limit,
        Expires = Expires,
    };

    /// <summary>Takes lines for the step's log.</summary>
    public void Log(IReadOnlyList<(StepLogLevel Level, string Text)> lines)
    {
        foreach (var (level, text) in lines)
        {
            Context!.Log(level, text);
        }
    }

    /// <summary>False: something else came before.</summary>
    public bool TryAnswer(LeaseAnswer answer) => _answer.TrySetResult(answer);
}

/// <summary>Where a lease is.</summary>
internal enum LeasePhase
{
    /// <summary>Its body looks for a recorded result, or its start is being recorded.</summary>
    Starting,

    /// <summary>It can be handed over.</summary>
    Ready,

    /// <summary>A worker has it.</summary>
    Out,

    /// <summary>Its body has ended.</summary>
    Over,
}
