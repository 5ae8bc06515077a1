namespace Atelier.Workspace.Throttling;

/// <summary>How failures turn into waiting.</summary>
/// <param name="Free">Failures that cost nothing.</param>
/// <param name="First">The wait after the next one; each further one doubles it.</param>
/// <param name="Longest">No wait is longer: whoever waits that long may try again, always.</param>
/// <param name="Forgets">Without a failure for so long, none is remembered.</param>
public sealed record ThrottleRule(int Free, TimeSpan First, TimeSpan Longest, TimeSpan Forgets)
{
    /// <summary>For a name: strangers can make its user wait, so the longest wait is one that a person sits out.</summary>
    public static ThrottleRule Name { get; } = new(5, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(30));

    /// <summary>For an address: those behind it try often and are not the user.</summary>
    public static ThrottleRule Address { get; } = new(10, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15), TimeSpan.FromHours(2));

    /// <summary>How long after the last of <paramref name="failures"/> the next try may come.</summary>
    public TimeSpan WaitAfter(int failures)
    {
        var over = failures - Free;
        return over <= 0 ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Min(Longest.Ticks, First.Ticks * Math.Pow(2, over - 1)));
    }
}
