using Atelier.Engine.Runs;

namespace Atelier.Engine.Records;

/// <summary>What a block's instance is. Numbers are stored.</summary>
public enum BlockKind
{
    /// <summary>Items of a list or source.</summary>
    ForEach = 1,

    /// <summary>Rounds.</summary>
    Repeat = 2,

    /// <summary>One scope: parallel, group, switch branch or inlined workflow.</summary>
    Once = 3,

    /// <summary>The <c>on_failure</c> handler of a step or of the run.</summary>
    OnFailure = 4,

    /// <summary>The <c>finally</c> handler of a step or of the run.</summary>
    Finally = 5,
}

/// <summary>
/// A block's instance as it stands: upserts its whole row of <c>blocks</c> (run, block). Written in the same commit as the item
/// ends it counts, so a restart reads this row instead of the ended items.
/// </summary>
public sealed record BlockRecorded : RunRecord
{
    /// <summary>Number of the instance in the run, from 1.</summary>
    public required int Block { get; init; }

    /// <summary>The scope the block's step belongs to.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the block's step; -1 for handlers of the run itself.</summary>
    public required int Step { get; init; }

    /// <summary>The step's drive.</summary>
    public int Drive { get; init; }

    /// <summary>What it is.</summary>
    public required BlockKind Kind { get; init; }

    /// <summary>For once and handlers: index of the sequence that runs. For others 0.</summary>
    public int Sequence { get; init; }

    /// <summary>For items: the source whose rows are the items; 0: none.</summary>
    public int Source { get; init; }

    /// <summary>For items: the collection's name; null: none.</summary>
    public string? Collection { get; init; }

    /// <summary>True when nothing more happens in it.</summary>
    public bool Closed { get; init; }

    /// <summary>Ended items or rounds by outcome.</summary>
    public OutcomeCounts Counts { get; init; }

    /// <summary>Ordinals below this were opened: all of them have ended but those in <see cref="Open"/>.</summary>
    public long Opened { get; init; }

    /// <summary>Opened ordinals that have not ended: the first, then ascending differences, as unsigned LEB128 (see <see cref="OrdinalSet"/>); null: none.</summary>
    public byte[]? Open { get; init; }

    /// <summary>Order-free hash of (key, outcome, value digest) of the ended items: 32 bytes, sum modulo 2^256; null: nothing yet.</summary>
    public byte[]? SetHash { get; init; }

    /// <summary>State of a loop (best round, scores) or a block's pending failure, UTF-8 JSON; null: none.</summary>
    public byte[]? Detail { get; init; }
}

/// <summary>A source as it stands: upserts its row of <c>sources</c> (run, source).</summary>
public sealed record SourceRecorded : RunRecord
{
    /// <summary>Number in the run, from 1.</summary>
    public required int Source { get; init; }

    /// <summary>The scope of the step that made it.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of that step.</summary>
    public required int Step { get; init; }

    /// <summary>The source whose values these rows share (same ordinals), when a block gives its own keys; 0: own values.</summary>
    public int Values { get; init; }

    /// <summary>Rows recorded so far.</summary>
    public long Count { get; init; }

    /// <summary>Where the next page starts; null: at the beginning, or done.</summary>
    public string? Cursor { get; init; }

    /// <summary>True after the last page.</summary>
    public bool Done { get; init; }

    /// <summary>Rows in all as the source says; null: unknown.</summary>
    public long? Total { get; init; }

    /// <summary>Order-free hash of (key, value digest) of the rows: 32 bytes; null: no row yet.</summary>
    public byte[]? SetHash { get; init; }
}

/// <summary>Rows of one page: inserted into <c>rows</c> (run, source, ordinal).</summary>
public sealed record PageRecorded : RunRecord
{
    /// <summary>Whose rows.</summary>
    public required int Source { get; init; }

    /// <summary>Ordinal of the first.</summary>
    public required long FirstOrdinal { get; init; }

    /// <summary>In source order.</summary>
    public required IReadOnlyList<RowRecord> Rows { get; init; }
}

/// <summary>One row: key and UTF-8 JSON; a null value is found at the same ordinal of <see cref="SourceRecorded.Values"/>.</summary>
public readonly record struct RowRecord(string Key, byte[]? Value);

/// <summary>
/// Items enter their collection: upserts <c>collection_items</c> (collection, key) with value digest, first and last seen. The
/// commit answers which of the ordinals are doubles within this run.
/// </summary>
public sealed record ItemsAdmitted : RunRecord
{
    /// <summary>The block.</summary>
    public required int Block { get; init; }

    /// <summary>Name of the collection; created when new.</summary>
    public required string Collection { get; init; }

    /// <summary>Put before each key, for blocks inside items; empty otherwise.</summary>
    public required string KeyPrefix { get; init; }

    /// <summary>Ordinal of the first.</summary>
    public required long FirstOrdinal { get; init; }

    /// <summary>Keys and value digests (32 bytes) in order.</summary>
    public required IReadOnlyList<AdmittedItem> Items { get; init; }

    /// <summary>True: of equal keys the one with the highest ordinal stays. False: the lowest.</summary>
    public bool KeepLast { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}

/// <summary>Key and value digest (32 bytes).</summary>
public readonly record struct AdmittedItem(string Key, byte[] Digest);

/// <summary>A complete listing was admitted: items of the collection under the prefix that this block did not admit are gone since now.</summary>
public sealed record CollectionListed : RunRecord
{
    /// <summary>The block.</summary>
    public required int Block { get; init; }

    /// <summary>Name of the collection.</summary>
    public required string Collection { get; init; }

    /// <summary>Only keys with this prefix.</summary>
    public required string KeyPrefix { get; init; }

    /// <summary>Unix time in milliseconds.</summary>
    public required long At { get; init; }
}
