namespace Atelier.Workspace.Schedules;

/// <summary>Which due times of a stretch count, however long it was.</summary>
public static class DueTimes
{
    /// <summary>Due times made up for, or waiting, at most.</summary>
    public const int Most = 100;

    /// <summary>How late one may be without counting as missed.</summary>
    public static readonly TimeSpan OnTime = TimeSpan.FromMinutes(1);

    // A clock that stood for a year must not be stepped through minute by minute to find the last time.
    private static readonly TimeSpan[] Windows = [TimeSpan.FromHours(3), TimeSpan.FromDays(4), TimeSpan.FromDays(120), TimeSpan.FromDays(3_000)];

    /// <summary>Those after <paramref name="after"/> up to <paramref name="until"/> that the policy keeps, in order.</summary>
    public static IReadOnlyList<DateTimeOffset> Between(CronSchedule times, CatchUpPolicy policy, DateTimeOffset after, DateTimeOffset until) => policy switch
    {
        CatchUpPolicy.None => Latest(times, after > until - OnTime ? after : until - OnTime, until, 1),
        CatchUpPolicy.Last => Latest(times, after, until, 1),
        _ => Latest(times, after, until, Most),
    };

    private static IReadOnlyList<DateTimeOffset> Latest(CronSchedule times, DateTimeOffset after, DateTimeOffset until, int most)
    {
        foreach (var window in Windows)
        {
            var from = until - window;
            var found = In(times, from > after ? from : after, until);
            if (found.Count >= most || from <= after)
            {
                return [.. found.TakeLast(most)];
            }
        }

        return [.. In(times, after, until).TakeLast(most)];
    }

    private static List<DateTimeOffset> In(CronSchedule times, DateTimeOffset after, DateTimeOffset until) => [.. times.After(after).TakeWhile(due => due <= until)];
}
