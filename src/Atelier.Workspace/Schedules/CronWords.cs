using System.Globalization;

namespace Atelier.Workspace.Schedules;

/// <summary>Says in words when an expression is due: <c>at 06:30 on Monday to Friday</c>.</summary>
public static class CronWords
{
    private static readonly string[] Months = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    private static readonly string[] Days = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

    public static string Of(CronExpression cron)
    {
        var words = Times(cron);
        string? day = cron.Day.IsAll(1, 31) ? null : "on day " + Values(cron.Day, 1, 31, Number) + " of the month";
        string? weekday = cron.Weekday.IsAll(0, 6) ? null : "on " + Values(cron.Weekday, 0, 6, static value => Days[value]);

        // Where either field may name the day, one that names all of them leaves nothing to say.
        if ((day ?? weekday) is { } days && !(cron.EitherDay && (day is null || weekday is null)))
        {
            words += " " + (day is null || weekday is null ? days : $"{day} {(cron.EitherDay ? "or" : "that is also")} {weekday}");
        }

        return cron.Month.IsAll(1, 12) ? words : $"{words} in {Values(cron.Month, 1, 12, static value => Months[value])}";
    }

    private static string Times(CronExpression cron)
    {
        var minutes = cron.Minute.Values(0, 59).ToList();
        var hours = cron.Hour.Values(0, 23).ToList();
        if (hours.Count == 24)
        {
            return minutes.Count == 60 ? "every minute" : Step(minutes, 60) is { } step ? $"every {step} minutes" : $"every hour at minute {Values(cron.Minute, 0, 59, Number)}";
        }

        return minutes.Count * hours.Count <= 6
            ? "at " + Join([.. hours.SelectMany(hour => minutes.Select(minute => string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{minute:00}")))])
            : $"{(minutes.Count == 60 ? "every minute" : Step(minutes, 60) is { } every ? $"every {every} minutes" : $"at minute {Values(cron.Minute, 0, 59, Number)}")} of hour {Values(cron.Hour, 0, 23, Number)}";
    }

    private static int? Step(List<int> values, int all)
    {
        var step = values.Count > 1 ? values[1] - values[0] : 0;
        return step > 1 && values[0] == 0 && all % step == 0 && values.Count == all / step && values.Select((value, index) => value == index * step).All(static same => same) ? step : null;
    }

    // Runs of three or more are said as ranges.
    private static string Values(CronField field, int min, int max, Func<int, string> word)
    {
        var parts = new List<string>();
        for (var value = min; value <= max; value++)
        {
            if (!field.Has(value))
            {
                continue;
            }

            var end = value;
            while (end < max && field.Has(end + 1))
            {
                end++;
            }

            if (end - value >= 2)
            {
                parts.Add($"{word(value)} to {word(end)}");
                value = end;
            }
            else
            {
                parts.Add(word(value));
            }
        }

        return Join(parts);
    }

    private static string Join(IReadOnlyList<string> parts) => parts.Count switch
    {
        1 => parts[0],
        _ => $"{string.Join(", ", parts.Take(parts.Count - 1))} and {parts[^1]}",
    };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
