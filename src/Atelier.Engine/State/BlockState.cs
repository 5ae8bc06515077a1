using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Language.Plans;

namespace Atelier.Engine.State;

/// <summary>An open instance of a block.</summary>
internal sealed class BlockState(int number, BlockKind kind, StepState owner, SequencePlan sequence)
{
    /// <summary>Number in the run, from 1; 0 for the workflow's own body.</summary>
    public int Number { get; } = number;

    public BlockKind Kind { get; } = kind;

    /// <summary>The step it runs for.</summary>
    public StepState Owner { get; } = owner;

    public SequencePlan Sequence { get; } = sequence;

    public int Drive { get; init; }

    /// <summary>For handlers of the run: the scope whose steps they read.</summary>
    public ScopeState? Around { get; init; }

    /// <summary>For items: whose rows they are.</summary>
    public SourceState? Source { get; set; }

    public string? Collection { get; set; }

    public OutcomeCounts Counts { get; set; }

    /// <summary>Open scopes in ordinal order (reopened ones last).</summary>
    public LinkedList<ScopeState> Open { get; } = [];

    /// <summary>Ordinals below this were opened.</summary>
    public long Opened { get; set; }

    /// <summary>Ordinals below this were asked to be admitted.</summary>
    public long AskedFor { get; set; }

    /// <summary>A load or admission of rows is under way.</summary>
    public bool Loading { get; set; }

    /// <summary>Admitted rows that are not open yet, bounded by one page.</summary>
    public Queue<PendingItem> Pending { get; } = new();

    /// <summary>Steps held back by <c>parallel</c>.</summary>
    public Queue<StepState> Gated { get; } = new();

    /// <summary>Open items with a running body.</summary>
    public int BusyItems { get; set; }

    /// <summary>Starts nothing new and ends when nothing is open.</summary>
    public bool Stopping { get; set; }

    public bool Cancelled { get; set; }

    public bool Closed { get; set; }

    /// <summary>Every row was admitted once, for <c>on_duplicate: last</c>.</summary>
    public bool Surveyed { get; set; }

    /// <summary>What failed in it, capped at <see cref="MaxFailures"/>.</summary>
    public List<FailureRecord>? Failures { get; set; }

    public SetHash SetHash { get; set; }

    public BlockDetail? Detail { get; set; }

    /// <summary>A rejection on its way out of a loop, branch or group.</summary>
    public string? Rejection { get; set; }

    /// <summary>The round before, for loops, UTF-8 JSON.</summary>
    public byte[]? Previous { get; set; }

    /// <summary>The round that just ended, until its verdict is known.</summary>
    public byte[]? RoundValue { get; set; }

    /// <summary>The best round so far.</summary>
    public byte[]? BestValue { get; set; }

    /// <summary>Failures kept with a block; the rest is with the items.</summary>
    public const int MaxFailures = 20;

    public ForEachPlan ForEach => (ForEachPlan)Owner.Plan;

    public RepeatPlan Repeat => (RepeatPlan)Owner.Plan;

    public void AddFailures(List<FailureRecord>? failures)
    {
        if (failures is null)
        {
            return;
        }

        Failures ??= [];
        Failures.AddRange(failures.Take(MaxFailures - Failures.Count));
    }
}

/// <summary>An admitted row: <paramref name="StaysOrdinal"/> is set when another ordinal has its key.</summary>
internal readonly record struct PendingItem(long Ordinal, string Key, byte[]? Value, long? StaysOrdinal);
