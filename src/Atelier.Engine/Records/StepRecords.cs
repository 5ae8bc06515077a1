using Atelier.Engine.Runs;

namespace Atelier.Engine.Records;

/// <summary>
/// A step (or, with <see cref="ItemEnd"/> as step, an item or iteration) has its outcome. At most one per (run, scope, step,
/// drive): a row of <c>outcomes</c>.
/// </summary>
public sealed record StepEnded : RunRecord
{
    /// <summary>In place of a step's index: the scope itself ended.</summary>
    public const int ItemEnd = -1;

    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step in the plan, or <see cref="ItemEnd"/>.</summary>
    public required int Step { get; init; }

    /// <summary>0 at first; one more with each retry a person asked for.</summary>
    public int Drive { get; init; }

    /// <summary>The attempt that gave it, from 1; 0 when none ran.</summary>
    public int Attempt { get; init; }

    /// <summary>What became of it.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>Value, UTF-8 JSON; null: none.</summary>
    public byte[]? Output { get; init; }

    /// <summary>Failure, fingerprint, what made it, why it ran: UTF-8 JSON of <see cref="OutcomeDetail"/>; null: nothing to say.</summary>
    public byte[]? Detail { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }

    /// <summary>For reuse across runs; null: not kept.</summary>
    public ResultEntry? Result { get; init; }

    /// <summary>For reuse in the same collection, key and step path; null: not kept.</summary>
    public LedgerEntry? Ledger { get; init; }

    /// <summary>Digests of stored artifacts the output refers to; made durable before the commit.</summary>
    public IReadOnlyList<string> Artifacts { get; init; } = [];
}

/// <summary>State of an attempt's row. Numbers are stored.</summary>
public enum AttemptState
{
    /// <summary>A body was started and has not been heard of.</summary>
    Started = 0,

    /// <summary>A body failed; <see cref="AttemptRecorded.Due"/> says when the next one starts.</summary>
    Failed = 1,

    /// <summary>The last body's outcome is known and handlers run before it is recorded.</summary>
    Settling = 2,

    /// <summary>Parked: waits for something outside; no attempt is spent.</summary>
    Parked = 3,

    /// <summary>The body was stopped with its owner: it counts neither as an attempt nor as cut off.</summary>
    Released = 4,

    /// <summary>A verdict that read the clock, kept so that a restart does not decide anew.</summary>
    Verdict = 5,

    /// <summary>The step was taken up again: outcomes of lower drives no longer count. Attempt 0.</summary>
    Redriven = 6,

    /// <summary>The remote worker that ran the body was not heard of in time: counts as cut off.</summary>
    CutOff = 7,
}

/// <summary>An attempt started, failed, settles or parks: upserts the row of <c>attempts</c> (run, scope, step, drive, attempt).</summary>
public sealed record AttemptRecorded : RunRecord
{
    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step in the plan.</summary>
    public required int Step { get; init; }

    /// <summary>The step's drive.</summary>
    public int Drive { get; init; }

    /// <summary>From 1.</summary>
    public required int Attempt { get; init; }

    /// <summary>What is known.</summary>
    public required AttemptState State { get; init; }

    /// <summary>Unix milliseconds of the next start; null: none.</summary>
    public long? Due { get; init; }

    /// <summary>Failure or settling outcome, UTF-8 JSON.</summary>
    public byte[]? Detail { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>A step's wait began or changed: upserts the row of <c>waits</c> (run, scope, step).</summary>
public sealed record WaitOpened : RunRecord
{
    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step in the plan.</summary>
    public required int Step { get; init; }

    /// <summary>The step's drive.</summary>
    public int Drive { get; init; }

    /// <summary>Unix milliseconds at which it ends by itself; null: never.</summary>
    public long? Due { get; init; }

    /// <summary>The signal that ends it; null: only time.</summary>
    public string? Signal { get; init; }

    /// <summary>Collection key the signal must carry; null: any.</summary>
    public string? Key { get; init; }

    /// <summary>A person must act.</summary>
    public bool Person { get; init; }

    /// <summary>Default output and prompt, UTF-8 JSON.</summary>
    public byte[]? Detail { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>A step's wait is over: deletes its row of <c>waits</c>, and the consumed row of <c>signals</c>.</summary>
public sealed record WaitClosed : RunRecord
{
    /// <summary>Where.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step in the plan.</summary>
    public required int Step { get; init; }

    /// <summary>Id of the signal that ended it; null: time or cancel.</summary>
    public string? SignalId { get; init; }
}

/// <summary>A signal arrived: inserts a row of <c>signals</c> unless (run, name, key, id) is known; it stays until consumed or the run ends.</summary>
public sealed record SignalReceived : RunRecord
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Collection key; null: for any item.</summary>
    public string? Key { get; init; }

    /// <summary>De-duplicates.</summary>
    public required string Id { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public required byte[] Payload { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}
