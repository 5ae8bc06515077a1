namespace Atelier.Models.Batching;

/// <summary>When a batch leaves. Pure.</summary>
internal static class BatchPolicy
{
    /// <summary>Waiting for those who may come back costs at most this share of the run before.</summary>
    private const int ShareOfRun = 10;

    /// <summary>
    /// The moment at which what is queued leaves an idle lane: at once when it is full or when nobody can join. Those who are certain to come (they have the
    /// model and have not asked yet) are waited for up to <paramref name="maxWait"/>; those who were answered by the batch before and may ask again, a tenth
    /// of that batch's time and no longer than <paramref name="maxWait"/>: an idle lane costs more than a batch that is not full.
    /// </summary>
    /// <param name="queued">Questions that could go, 1 or more.</param>
    /// <param name="size">Questions in a batch at most.</param>
    /// <param name="since">When the first of them came, or the lane became idle, whichever was later.</param>
    /// <param name="maxWait">The model's longest wait.</param>
    /// <param name="coming">How many are certain to come.</param>
    /// <param name="returning">How many were answered by the last batch and have not come back.</param>
    /// <param name="lastEnd">When that batch ended.</param>
    /// <param name="lastRun">How long it ran.</param>
    public static TimeSpan LeavesAt(int queued, int size, TimeSpan since, TimeSpan maxWait, int coming, int returning, TimeSpan lastEnd, TimeSpan lastRun)
    {
        if (queued >= size)
        {
            return since;
        }

        if (coming > 0)
        {
            return since + maxWait;
        }

        var patience = TimeSpan.FromTicks(Math.Min(maxWait.Ticks, lastRun.Ticks / ShareOfRun));
        return returning > 0 && lastEnd + patience > since ? lastEnd + patience : since;
    }
}
