using Atelier.Engine.Running;
using Atelier.Engine.Runs;
using Atelier.Models.Memory;
using Atelier.Storage.Artifacts;

namespace Atelier.Hosting.Owners;

/// <summary>What the owner answers: one JSON object a line.</summary>
public sealed record OwnerReply
{
    /// <summary>Why it was not done; null: it was.</summary>
    public OwnerProblem? Problem { get; init; }

    /// <summary>For changes: false when there was nothing to change.</summary>
    public bool Done { get; init; }

    /// <summary>For starts: the run.</summary>
    public string? Run { get; init; }

    /// <summary>For a followed run: what it does; null: it has ended or rests out of memory.</summary>
    public RunActivity? Activity { get; init; }

    /// <summary>For a followed run: true when it has ended.</summary>
    public bool Ended { get; init; }

    /// <summary>For retries: items and steps taken up.</summary>
    public RetryResult? Retried { get; init; }

    /// <summary>For a collection of garbage: what it did.</summary>
    public GarbageReport? Garbage { get; init; }

    /// <summary>For requests about models: what is in memory now.</summary>
    public MemorySnapshot? Models { get; init; }

    /// <summary>For lists of secrets: names with the time they were set, Unix milliseconds.</summary>
    public IReadOnlyDictionary<string, long>? Secrets { get; init; }

    /// <summary>Process id of the owner.</summary>
    public int Owner { get; init; }

    internal static OwnerReply Of(bool done) => new() { Done = done };

    internal static OwnerReply Refused(string code, string message) => new() { Problem = new OwnerProblem(code, message) };
}

/// <summary>Why something was refused: stable code and one sentence.</summary>
public sealed record OwnerProblem(string Code, string Message);
