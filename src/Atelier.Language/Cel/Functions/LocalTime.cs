using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>A timestamp as a calendar and a clock show it.</summary>
internal readonly record struct LocalTime(int Year, int Month, int Day, int DayOfYear, int DayOfWeek, int SecondOfDay, int Nanos)
{
    private const int SecondsPerDay = 86_400;

    public static LocalTime At(CelTimestamp timestamp, int offsetSeconds)
    {
        var seconds = timestamp.Seconds + offsetSeconds;
        var ofDay = (int)(((seconds % SecondsPerDay) + SecondsPerDay) % SecondsPerDay);
        var days = (seconds - ofDay) / SecondsPerDay;
        var (year, month, day) = Calendar.FromDays(days);

        // 1970-01-01 was a Thursday (4); days before it are negative.
        var dayOfWeek = (int)((((days + 4) % 7) + 7) % 7);
        return new LocalTime(year, month, day, (int)(days - Calendar.ToDays(year, 1, 1)), dayOfWeek, ofDay, timestamp.Nanos);
    }
}
