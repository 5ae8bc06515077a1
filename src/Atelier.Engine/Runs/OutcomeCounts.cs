namespace Atelier.Engine.Runs;

/// <summary>Ended items of a block by outcome.</summary>
public readonly record struct OutcomeCounts(long Succeeded, long Empty, long Rejected, long Failed, long Skipped, long Cancelled)
{
    /// <summary>All ended items.</summary>
    public long Ended => Succeeded + Empty + Rejected + Failed + Skipped + Cancelled;

    /// <summary>The counts with one more (or, with -1, one less) of an outcome.</summary>
    public OutcomeCounts Add(Outcome outcome, long by = 1) => outcome switch
    {
        Outcome.Succeeded => this with { Succeeded = Succeeded + by },
        Outcome.Empty => this with { Empty = Empty + by },
        Outcome.Rejected => this with { Rejected = Rejected + by },
        Outcome.Failed => this with { Failed = Failed + by },
        Outcome.Skipped => this with { Skipped = Skipped + by },
        Outcome.Cancelled => this with { Cancelled = Cancelled + by },
        _ => this,
    };
}
