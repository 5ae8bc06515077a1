using Atelier.Workspace.Schedules;

namespace Atelier.Workspace.Tests.Schedules;

/// <summary>Due times the slow way: a clock on the wall is looked at every minute, as a cron daemon does.</summary>
internal static class MinuteStepper
{
    public static IReadOnlyList<DateTimeOffset> Due(CronExpression cron, TimeZoneInfo zone, DateTimeOffset after, DateTimeOffset until)
    {
        var due = new List<DateTimeOffset>();

        // Long enough before that what the clock has shown already is known.
        var instant = after.AddDays(-2);
        var latest = Shown(zone, instant.AddMinutes(-1));
        for (; instant < until; instant = instant.AddMinutes(1))
        {
            var shown = Shown(zone, instant);
            bool fires;
            if (cron.IsHourly)
            {
                fires = cron.Has(shown);
            }
            else
            {
                // The clock jumped: what it left out counts now. It was set back: what it showed before does not count again.
                fires = false;
                for (var time = latest.AddMinutes(1); time <= shown; time = time.AddMinutes(1))
                {
                    fires |= cron.Has(time);
                }
            }

            latest = shown > latest ? shown : latest;
            if (fires && instant > after)
            {
                due.Add(instant);
            }
        }

        return due;
    }

    private static DateTime Shown(TimeZoneInfo zone, DateTimeOffset instant) => instant.UtcDateTime + zone.GetUtcOffset(instant);
}
