using Atelier.Language.Cel.Evaluation;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>The parts of timestamps, in UTC or a time zone, and of durations.</summary>
internal static class TimeFunctions
{
    private const long Second = 1_000_000_000;

    public static void Register(StandardLibrary library)
    {
        Part(library, "getFullYear", local => local.Year, null);
        Part(library, "getMonth", local => local.Month - 1, null);
        Part(library, "getDate", local => local.Day, null);
        Part(library, "getDayOfMonth", local => local.Day - 1, null);
        Part(library, "getDayOfWeek", local => local.DayOfWeek, null);
        Part(library, "getDayOfYear", local => local.DayOfYear, null);
        Part(library, "getHours", local => local.SecondOfDay / 3600, duration => duration / (3600 * Second));
        Part(library, "getMinutes", local => local.SecondOfDay / 60 % 60, duration => duration / (60 * Second));
        Part(library, "getSeconds", local => local.SecondOfDay % 60, duration => duration / Second);
        Part(library, "getMilliseconds", local => local.Nanos / 1_000_000, duration => duration / 1_000_000 % 1000);
    }

    private static void Part(StandardLibrary library, string name, Func<LocalTime, int> ofTimestamp, Func<long, long>? ofDuration)
    {
        library.Receiver(name, 0, (arguments, _) => arguments[0] switch
        {
            CelTimestamp timestamp => CelInt.Of(ofTimestamp(LocalTime.At(timestamp, 0))),
            CelDuration duration when ofDuration is not null => CelInt.Of(ofDuration(duration.TotalNanoseconds)),
            _ => null,
        });
        library.Receiver(name, 1, (arguments, context) =>
        {
            if (arguments[0] is not CelTimestamp timestamp || arguments[1] is not CelString zone)
            {
                return null;
            }

            context.Charge(4);
            return TimeZones.OffsetSeconds(zone.Value, timestamp) is { } offset
                ? CelInt.Of(ofTimestamp(LocalTime.At(timestamp, offset)))
                : Errors.Argument($"unknown time zone: {zone.Value}");
        });
    }
}
