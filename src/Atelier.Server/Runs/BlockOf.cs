using Atelier.Api.Runs;
using Atelier.Engine.Records;
using Atelier.Engine.Stores;
using Atelier.Language.Plans;

namespace Atelier.Server.Runs;

/// <summary>Blocks of runs as the API shows them.</summary>
internal static class BlockOf
{
    /// <summary>A block; <paramref name="key"/> names the items it is in.</summary>
    public static BlockResponse Row(OuterBlock outer, WorkflowPlan plan, string? key = null)
    {
        var block = outer.Block;
        return new BlockResponse
        {
            Block = block.Block,
            Path = PathOf(block, plan),
            Kind = KindOf(block, plan),
            Key = key,
            Collection = block.Collection,
            Counts = RunSummaries.CountsOf(block.Counts),
            Open = OpenItems(block),
            Known = outer.Source?.Count ?? block.Opened,
            Complete = outer.Source?.Done ?? block.Closed,
            Total = outer.Source?.Total,
            Closed = block.Closed,
        };
    }

    /// <summary>Items or rounds that were begun and have not ended.</summary>
    public static long OpenItems(BlockRecorded block) => OrdinalSet.Decode(block.Open).LongCount();

    /// <summary>Path of a block's step; empty for handlers of the run itself.</summary>
    public static string PathOf(BlockRecorded block, WorkflowPlan plan) => block.Step < 0 ? string.Empty : plan.Steps[block.Step].Path;

    private static string KindOf(BlockRecorded block, WorkflowPlan plan) => block.Kind switch
    {
        BlockKind.ForEach => "for_each",
        BlockKind.Repeat => "repeat",
        BlockKind.OnFailure => "on_failure",
        BlockKind.Finally => "finally",
        _ => plan.Steps[block.Step] switch
        {
            ParallelPlan => "parallel",
            SwitchPlan => "switch",
            CallPlan => "run",
            _ => "group",
        },
    };
}
