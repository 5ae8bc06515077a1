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
        Open = OrdinalSet.Encode(Ordinals(block)),
        SetHash = block.SetHash.ToBytes(),
        Detail = Detail(block)?.ToJson(),
    };

    /// <summary>Items open in order, so only scopes that were opened again make sorting necessary.</summary>
    private static IEnumerable<long> Ordinals(BlockState block)
    {
        var ordinals = new List<long>(block.Open.Count);
        var sorted = true;
        foreach (var scope in block.Open)
        {
            sorted &= ordinals.Count == 0 || ordinals[^1] < scope.Id.Ordinal;
            ordinals.Add(scope.Id.Ordinal);
        }

        if (!sorted)
        {
            ordinals.Sort();
        }

        return ordinals;
    }

    private static BlockDetail? Detail(BlockState block) =>
        block.Failures is null ? block.Detail : (block.Detail ?? new BlockDetail()) with { Failures = block.Failures };
}
