namespace Atelier.Workspace.Schedules;

/// <summary>What a field may hold.</summary>
/// <param name="Name">For people.</param>
/// <param name="Min">Least value.</param>
/// <param name="Max">Greatest value.</param>
/// <param name="Words">Names of values from <paramref name="Min"/> on; empty: none.</param>
internal sealed record CronFieldKind(string Name, int Min, int Max, IReadOnlyList<string> Words)
{
    public static CronFieldKind Minute { get; } = new("minute", 0, 59, []);

    public static CronFieldKind Hour { get; } = new("hour", 0, 23, []);

    public static CronFieldKind DayOfMonth { get; } = new("day of month", 1, 31, []);

    public static CronFieldKind Month { get; } = new("month", 1, 12, ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]);

    /// <summary>0 and 7 are Sunday.</summary>
    public static CronFieldKind DayOfWeek { get; } = new("day of week", 0, 7, ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]);

    public static IReadOnlyList<CronFieldKind> InOrder { get; } = [Minute, Hour, DayOfMonth, Month, DayOfWeek];
}
