using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>A run's row.</summary>
public sealed record RunRow
{
    /// <summary>Which run.</summary>
    public required RunId Run { get; init; }

    /// <summary>Digest of its definition.</summary>
    public required string WorkflowDigest { get; init; }

    /// <summary>Name of its workflow.</summary>
    public required string WorkflowName { get; init; }

    /// <summary>UTF-8 JSON.</summary>
    public required byte[] Inputs { get; init; }

    /// <summary>UTF-8 JSON; null: none.</summary>
    public byte[]? Options { get; init; }

    /// <summary>Where it stands.</summary>
    public RunPhase Phase { get; init; }

    /// <summary>Set when ended.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Outputs, UTF-8 JSON.</summary>
    public byte[]? Output { get; init; }

    /// <summary>Failures, UTF-8 JSON list.</summary>
    public byte[]? Errors { get; init; }

    /// <summary>The root's drive.</summary>
    public int Drive { get; init; }

    /// <summary>Outcome of the body while handlers run.</summary>
    public byte[]? Settling { get; init; }

    /// <summary>Last sequence number given.</summary>
    public long Seq { get; init; }

    /// <summary>Unix milliseconds.</summary>
    public long Started { get; init; }

    /// <summary>Unix milliseconds of the last change; of the end when ended.</summary>
    public long Changed { get; init; }

    /// <summary>True at rest.</summary>
    public bool Resting { get; init; }

    /// <summary>Unix milliseconds of the first timer, at rest.</summary>
    public long? Wake { get; init; }

    /// <summary><see cref="Spending.RunSpending"/> as UTF-8 JSON; null: nothing was spent.</summary>
    public byte[]? Spending { get; init; }
}

/// <summary>
/// What folding a run needs: its row, open blocks and their sources, what is recorded in its open scopes (the root, and of every
/// open block the scopes that have not ended), waits and unconsumed signals.
/// </summary>
public sealed record RunSnapshot
{
    /// <summary>The run's row.</summary>
    public required RunRow Run { get; init; }

    /// <summary>Blocks that are not closed, by number.</summary>
    public required IReadOnlyList<BlockRecorded> Blocks { get; init; }

    /// <summary>All sources, by number.</summary>
    public required IReadOnlyList<SourceRecorded> Sources { get; init; }

    /// <summary>Outcomes whose scope is open, by (scope, step, drive).</summary>
    public required IReadOnlyList<StepEnded> Outcomes { get; init; }

    /// <summary>Attempts whose scope is open, by (scope, step, drive, attempt).</summary>
    public required IReadOnlyList<AttemptRecorded> Attempts { get; init; }

    /// <summary>Open waits.</summary>
    public required IReadOnlyList<WaitOpened> Waits { get; init; }

    /// <summary>Signals nobody has consumed.</summary>
    public required IReadOnlyList<SignalReceived> Signals { get; init; }

    /// <summary>Signals that a wait has taken: the same again is known.</summary>
    public IReadOnlyList<SignalName> Consumed { get; init; } = [];

    /// <summary>Highest block number ever given in the run.</summary>
    public required int LastBlock { get; init; }
}

/// <summary>What tells a signal of a run from others.</summary>
public readonly record struct SignalName(string Name, string? Key, string Id);

/// <summary>An unfinished run in a list of them.</summary>
/// <param name="Run">Which.</param>
/// <param name="Resting">True: need not be loaded before <paramref name="Wake"/>.</param>
/// <param name="Wake">Unix milliseconds; null: only a message.</param>
public readonly record struct UnfinishedRun(RunId Run, bool Resting, long? Wake);

/// <summary>A row of a source with its position.</summary>
public readonly record struct SourceItem(long Ordinal, string Key, byte[]? Value);

/// <summary>An item of a block as listed: key, position, outcome, value, detail.</summary>
/// <param name="Ordinal">0-based position.</param>
/// <param name="Key">Its key.</param>
/// <param name="Outcome">None: not ended.</param>
/// <param name="Output">The block's yield for it, UTF-8 JSON.</param>
/// <param name="Detail">UTF-8 JSON of <see cref="OutcomeDetail"/>.</param>
/// <param name="At">Unix milliseconds of the end; 0: not ended.</param>
/// <param name="Drive">Its drive.</param>
public readonly record struct BlockItem(long Ordinal, string Key, Outcome Outcome, byte[]? Output, byte[]? Detail, long At, int Drive);
