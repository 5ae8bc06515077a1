using Atelier.Api.Events;
using Atelier.Engine.Running;

namespace Atelier.Cli.Servers.Rows;

/// <summary>What a run does, as progress views have it.</summary>
internal static class ActivityRows
{
    public static RunActivity Of(RunEvent state)
    {
        var row = RunRows.Of(state.Run);
        return new RunActivity(
            row.Phase,
            row.Resting,
            [.. state.Blocks.Where(static block => block is { Kind: "for_each", Closed: false }).Select(static block => new BlockActivity(block.Path, BlockRows.CountsOf(block.Counts), (int)block.Open, block.Known, block.Complete, block.Total))],
            state.Running,
            [.. state.Waits.Select(static wait => $"{wait.Step}: {wait.Text}{(wait.Count == 1 ? string.Empty : $" ({wait.Count} items)")}")]);
    }

    /// <summary>Whether nothing happens any more before somebody does something: it is paused, or waits without a time, or for a person until a deadline.</summary>
    public static bool Rests(RunEvent state)
    {
        var run = state.Run;
        return run.State == "paused" || (run.State == "waiting" && (run.Wake is not { } wake || state.Waits.Any(wait => wait.Kind == "person" && wait.Due == wake)));
    }
}
