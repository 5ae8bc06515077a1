using Atelier.Engine.Records;
using Atelier.Engine.Runs;
using Atelier.Engine.State;

namespace Atelier.Engine.Decisions;

/// <summary>A block's row as its state says.</summary>
internal static class BlockRecords
{
    public static BlockRecorded Of(BlockState block, long seq) => new()
    {
        Seq = seq,
        Block = block.Number,
        Scope = block.Owner.Scope?.Id ?? ScopeId.Root,
        Step = block.Owner.Plan.Index,
        Drive = block.Drive,
        Kind = block.Kind,
        Sequence = block.Sequence.Index,
        Source = block.Source?.Number ?? 0,
        Collection = block.Collection,
        Closed = block.Closed,
        Counts = block.Counts,
        Opened = block.Opened,
        Open = OrdinalSet.Encode(block.Open.Select(static scope => scope.Id.Ordinal).Order()),
        SetHash = block.SetHash.ToBytes(),
        Detail = Detail(block)?.ToJson(),
    };

    private static BlockDetail? Detail(BlockState block) =>
        block.Failures is null ? block.Detail : (block.Detail ?? new BlockDetail()) with { Failures = block.Failures };
}
