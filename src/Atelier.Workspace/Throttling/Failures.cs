namespace Atelier.Workspace.Throttling;

/// <summary>Failures in a row.</summary>
internal readonly record struct Failures(int Count, DateTimeOffset Last)
{
    /// <summary>How long from now until the next try may come.</summary>
    public TimeSpan Wait(ThrottleRule rule, DateTimeOffset now)
    {
        // A clock that was set back must not lock anybody out for the difference.
        var passed = now < Last ? TimeSpan.Zero : now - Last;
        var wait = rule.WaitAfter(Count) - passed;
        return passed >= rule.Forgets || wait < TimeSpan.Zero ? TimeSpan.Zero : wait;
    }

    /// <summary>With one more.</summary>
    public Failures Again(ThrottleRule rule, DateTimeOffset now) => now - Last >= rule.Forgets ? new Failures(1, now) : new Failures(Math.Min(Count + 1, 1_000), now);

    /// <summary>With one less: a try that was counted beforehand and succeeded.</summary>
    public Failures TakeBack() => this with { Count = Math.Max(0, Count - 1) };
}
