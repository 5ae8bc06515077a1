using Atelier.Engine.Runs;

namespace Atelier.Engine.Records;

/// <summary>
/// Something that changed a run, durable once its commit returned. <see cref="Seq"/> counts the changes of one run in commit
/// order; folding the records of a run in that order gives its state. Closed: the types in this folder are all there are.
/// </summary>
public abstract record RunRecord
{
    /// <summary>Position in the run's history, from 1, without gaps.</summary>
    public required long Seq { get; init; }
}

/// <summary>A run began. Creates its row.</summary>
public sealed record RunCreated : RunRecord
{
    /// <summary>The definition's digest; its text is in <c>workflows</c>.</summary>
    public required string WorkflowDigest { get; init; }

    /// <summary>For lists.</summary>
    public required string WorkflowName { get; init; }

    /// <summary>Checked inputs, UTF-8 JSON.</summary>
    public required byte[] Inputs { get; init; }

    /// <summary>Limits and overrides of this run, UTF-8 JSON; null: none.</summary>
    public byte[]? Options { get; init; }

    /// <summary>The same key never starts two runs; null: none.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>The run's phase, outcome or rest changed. Overwrites these columns of its row.</summary>
public sealed record RunChanged : RunRecord
{
    /// <summary>Where it stands now.</summary>
    public required RunPhase Phase { get; init; }

    /// <summary>Set when ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Outputs when ended, UTF-8 JSON.</summary>
    public byte[]? Output { get; init; }

    /// <summary>Failures, UTF-8 JSON list; null: none.</summary>
    public byte[]? Errors { get; init; }

    /// <summary>The drive of the root: raised when an ended run is taken up again.</summary>
    public int Drive { get; init; }

    /// <summary>The outcome of the body while handlers run, UTF-8 JSON; null: no handler runs.</summary>
    public byte[]? Settling { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>What the run has spent changed, or what it may spend. Overwrites this column of its row.</summary>
public sealed record RunSpent : RunRecord
{
    /// <summary><see cref="Spending.RunSpending"/> as UTF-8 JSON.</summary>
    public required byte[] Spending { get; init; }
}

/// <summary>
/// The run rests or wakes. At rest nothing happens before <see cref="Wake"/> or a message, so a new owner need not load it.
/// </summary>
public sealed record RunRested : RunRecord
{
    /// <summary>True: rests. False: active.</summary>
    public required bool Resting { get; init; }

    /// <summary>Unix milliseconds of the first timer; null: only a message wakes it.</summary>
    public long? Wake { get; init; }
}
