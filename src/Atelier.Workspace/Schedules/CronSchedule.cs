namespace Atelier.Workspace.Schedules;

/// <summary>
/// The due times of an expression in a zone. When clocks go forward, a time that does not come is due once at the jump; when they go back, a time that comes twice is
/// due once, the first time. An expression for every hour goes by the hours that pass instead: neither more nor fewer of them.
/// </summary>
public sealed class CronSchedule(CronExpression cron, TimeZoneInfo zone)
{
    // The 29th of February on a given day of the week comes after 40 years at the latest.
    private const int YearsAhead = 50;
    private readonly WallClock _clock = new(zone);

    /// <summary>The next times after a time, at most <paramref name="count"/>.</summary>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset after, int count) => [.. After(after).Take(count)];

    /// <summary>All times after a time, in order, each once, without offset; ends after some decades.</summary>
    public IEnumerable<DateTimeOffset> After(DateTimeOffset after) => cron.IsHourly ? ByHours(after) : ByWallClock(after);

    private IEnumerable<DateTimeOffset> ByWallClock(DateTimeOffset after)
    {
        // A time of the day before may have moved to today.
        var day = DateOnly.FromDateTime(_clock.At(after)).AddDays(-1);
        var last = day.AddYears(YearsAhead);
        var previous = after;
        for (; day < last; day = NextDay(day))
        {
            foreach (var local in TimesOf(day))
            {
                var due = _clock.FirstShows(local);
                if (due > previous)
                {
                    yield return previous = due;
                }
            }
        }
    }

    private DateOnly NextDay(DateOnly day)
    {
        var next = day.AddDays(1);
        return cron.Month.Has(next.Month) ? next : new DateOnly(next.Year, next.Month, 1).AddMonths(1);
    }

    private IEnumerable<DateTime> TimesOf(DateOnly day)
    {
        if (!cron.HasDay(day))
        {
            yield break;
        }

        for (var hour = 0; hour < 24; hour++)
        {
            for (var minute = 0; cron.Hour.Has(hour) && minute < 60; minute++)
            {
                if (cron.Minute.Has(minute))
                {
                    yield return day.ToDateTime(new TimeOnly(hour, minute));
                }
            }
        }
    }

    private IEnumerable<DateTimeOffset> ByHours(DateTimeOffset after)
    {
        var instant = WholeMinute(after);
        var last = instant.AddYears(YearsAhead);
        while (instant < last)
        {
            var local = _clock.At(instant);
            if (cron.Has(local))
            {
                yield return instant;
            }

            instant += cron.HasDay(DateOnly.FromDateTime(local)) ? TimeSpan.FromMinutes(1) : ToNextHour(instant, local);
        }
    }

    // Nothing of the hour counts, unless clocks change within it.
    private TimeSpan ToNextHour(DateTimeOffset instant, DateTime local)
    {
        var step = TimeSpan.FromMinutes(60 - local.Minute);
        return _clock.At(instant + step) - local == step ? step : TimeSpan.FromMinutes(1);
    }

    private static DateTimeOffset WholeMinute(DateTimeOffset after)
    {
        var utc = after.ToUniversalTime();
        return utc - TimeSpan.FromTicks(utc.Ticks % TimeSpan.TicksPerMinute) + TimeSpan.FromMinutes(1);
    }
}
