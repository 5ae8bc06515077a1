using Atelier.Engine.Records;
using Atelier.Engine.Runs;

namespace Atelier.Engine.Stores;

/// <summary>Proof that this process may write a run: the store refuses an epoch that is not the current one.</summary>
public readonly record struct RunLease(RunId Run, long Epoch);

/// <summary>Changes of one run inside a commit, in order.</summary>
public sealed record RunCommit(RunLease Lease, IReadOnlyList<RunRecord> Records);

/// <summary>What became of one run's part of a commit.</summary>
public enum RunCommitStatus
{
    /// <summary>Durable.</summary>
    Committed,

    /// <summary>Another owner has the run: nothing of this part was written.</summary>
    Fenced,

    /// <summary>This part could not be written (its savepoint was rolled back); others of the group were.</summary>
    Failed,
}

/// <summary>Answer for one run's part of a commit.</summary>
/// <param name="Status">What became of it.</param>
/// <param name="Doubles">For each <see cref="ItemsAdmitted"/> with doubles: block and superseded ordinals.</param>
/// <param name="Error">For <see cref="RunCommitStatus.Failed"/>: why.</param>
public sealed record RunCommitResult(RunCommitStatus Status, IReadOnlyList<BlockDoubles> Doubles, string? Error = null)
{
    /// <summary>Durable, without doubles.</summary>
    public static RunCommitResult Committed { get; } = new(RunCommitStatus.Committed, []);

    /// <summary>Refused.</summary>
    public static RunCommitResult Fenced { get; } = new(RunCommitStatus.Fenced, []);
}

/// <summary>Ordinals of a block that do not become items because another one has their key.</summary>
/// <param name="Block">The block.</param>
/// <param name="Superseded">Ordinal that is left out, and the one that stays.</param>
public sealed record BlockDoubles(int Block, IReadOnlyList<(long Ordinal, long Stays)> Superseded);

/// <summary>The store could not commit, or cannot say whether it did: every run of the group is folded again.</summary>
public sealed class StoreException(string code, string message, bool retry, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>Stable code, <c>ATL3###</c>.</summary>
    public string Code { get; } = code;

    /// <summary>True when trying later may help (disk full, busy); false: the home cannot be used.</summary>
    public bool Retry { get; } = retry;
}
