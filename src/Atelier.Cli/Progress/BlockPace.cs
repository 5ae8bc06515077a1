using Atelier.Engine.Running;

namespace Atelier.Cli.Progress;

/// <summary>How fast a block's items end, and when the last one will.</summary>
internal sealed class BlockPace(TimeProvider time)
{
    private readonly long _started = time.GetTimestamp();
    private long? _first;

    /// <summary>Items a second since this was made, and the time left; null: not known yet.</summary>
    public (double Rate, TimeSpan? Left) Of(BlockActivity block)
    {
        var ended = block.Counts.Ended;
        _first ??= ended;
        var seconds = time.GetElapsedTime(_started).TotalSeconds;
        var rate = seconds < 0.5 ? 0 : (ended - _first.Value) / seconds;
        var total = TotalOf(block);
        return (rate, rate > 0 && total is { } all ? TimeSpan.FromSeconds(Math.Max(0, all - ended) / rate) : null);
    }

    /// <summary>Items in all; null: the listing goes on and does not say.</summary>
    public static long? TotalOf(BlockActivity block) => block.Complete ? block.Known : block.Total;
}
