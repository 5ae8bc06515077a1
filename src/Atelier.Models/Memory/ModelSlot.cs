namespace Atelier.Models.Memory;

/// <summary>A model as the budget sees it. Times are since any fixed moment.</summary>
/// <param name="Key">Which loaded model; see <see cref="Files.KnownModel.Key"/>.</param>
/// <param name="Name">For people.</param>
/// <param name="Device">Whose memory it takes.</param>
internal sealed record ModelSlot(string Key, string Name, string Device)
{
    private static readonly TimeSpan ShortestWindow = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWindow = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestLinger = TimeSpan.FromMilliseconds(250);

    /// <summary>Bytes it takes: estimated, later the most that was measured.</summary>
    public long Need { get; init; }

    /// <summary>How long it takes to load: estimated, later measured.</summary>
    public TimeSpan LoadTime { get; init; }

    /// <summary>How long it keeps its memory when others wait; null: by <see cref="LoadTime"/>.</summary>
    public TimeSpan? Window { get; init; }

    /// <summary>After how long without use it leaves.</summary>
    public TimeSpan Idle { get; init; }

    /// <summary>Leaves only when nothing else can.</summary>
    public bool Pinned { get; init; }

    public SlotPhase Phase { get; init; }

    /// <summary>Bytes counted for it now; 0 when absent.</summary>
    public long Held { get; init; }

    /// <summary>Questions that have it; it never leaves with one.</summary>
    public int InUse { get; init; }

    /// <summary>Questions that wait for it.</summary>
    public int Waiting { get; init; }

    /// <summary>Since when the first of them waits.</summary>
    public TimeSpan WaitingSince { get; init; }

    /// <summary>When it was loaded.</summary>
    public TimeSpan ReadySince { get; init; }

    /// <summary>When a question last got or gave it back.</summary>
    public TimeSpan LastUsed { get; init; }

    /// <summary>Loaded past a larger model that waits for longer: it has no window of its own.</summary>
    public bool Bypassed { get; init; }

    /// <summary>Bytes needed while it loads: a tenth more than afterwards, measured.</summary>
    public long Peak => PeakOf(Need);

    /// <summary>The same for any size.</summary>
    public static long PeakOf(long need) => need + (need / 10);

    /// <summary>How long it keeps its memory while others wait: loads then cost at most a tenth of the time.</summary>
    public TimeSpan Turn => Window ?? TimeSpan.FromTicks(Math.Clamp(LoadTime.Ticks * 10, ShortestWindow.Ticks, LongestWindow.Ticks));

    /// <summary>From when on it may be put away for another, in use or not: its window is over, or it rests longer than a pause between two questions.</summary>
    public TimeSpan YieldsAt
    {
        get
        {
            var over = Bypassed ? ReadySince : ReadySince + Turn;
            var linger = TimeSpan.FromTicks(Math.Min(LongestLinger.Ticks, LoadTime.Ticks / 10));
            return InUse > 0 || over < LastUsed + linger ? over : LastUsed + linger;
        }
    }
}
