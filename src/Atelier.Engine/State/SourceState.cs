using Atelier.Engine.Records;

namespace Atelier.Engine.State;

/// <summary>Rows of a paged step or of a list, as far as they are recorded.</summary>
internal sealed class SourceState(int number, StepState owner)
{
    public int Number { get; } = number;

    public StepState Owner { get; } = owner;

    public long Count { get; set; }

    public string? Cursor { get; set; }

    public bool Done { get; set; }

    public long? Total { get; set; }

    public SetHash SetHash { get; set; }

    /// <summary>Blocks that take items from it.</summary>
    public List<BlockState> Consumers { get; } = [];

    /// <summary>The rows that are copied into it; null: a paged step's own, or a list's.</summary>
    public Values.ItemsValue? CopyOf { get; set; }

    /// <summary>True when it belongs to a for_each, not to a paged step.</summary>
    public bool IsCopy => Owner.Plan is Language.Plans.ForEachPlan;

    public SourceRecorded ToRecord(long seq) => new()
    {
        Seq = seq,
        Source = Number,
        Scope = Owner.Scope!.Id,
        Step = Owner.Plan.Index,
        Count = Count,
        Cursor = Cursor,
        Done = Done,
        Total = Total,
        SetHash = SetHash.ToBytes(),
    };
}
