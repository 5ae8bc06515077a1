namespace Atelier.Language.Cel.Values;

/// <summary>Days since 1970-01-01 and the Gregorian calendar, also for the years 0 and 10000 that a time zone may reach.</summary>
internal static class Calendar
{
    private const int DaysPerEra = 146_097;

    // Years are counted from March, so that the leap day is the last day of a year; 719,468 days lie between 0000-03-01 and 1970-01-01.
    private const int DaysToEpoch = 719_468;

    public static long ToDays(int year, int month, int day)
    {
        var marchYear = month <= 2 ? year - 1 : year;
        var era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400;
        var yearOfEra = marchYear - (era * 400);
        var dayOfYear = (((153 * (month + (month > 2 ? -3 : 9))) + 2) / 5) + day - 1;
        var dayOfEra = (yearOfEra * 365) + (yearOfEra / 4) - (yearOfEra / 100) + dayOfYear;
        return ((long)era * DaysPerEra) + dayOfEra - DaysToEpoch;
    }

    public static (int Year, int Month, int Day) FromDays(long days)
    {
        var shifted = days + DaysToEpoch;
        var era = (shifted >= 0 ? shifted : shifted - (DaysPerEra - 1)) / DaysPerEra;
        var dayOfEra = (int)(shifted - (era * DaysPerEra));
        var yearOfEra = (dayOfEra - (dayOfEra / 1_460) + (dayOfEra / 36_524) - (dayOfEra / 146_096)) / 365;
        var dayOfYear = dayOfEra - ((365 * yearOfEra) + (yearOfEra / 4) - (yearOfEra / 100));
        var marchMonth = ((5 * dayOfYear) + 2) / 153;
        var day = dayOfYear - (((153 * marchMonth) + 2) / 5) + 1;
        var month = marchMonth + (marchMonth < 10 ? 3 : -9);
        var year = yearOfEra + (int)(era * 400) + (month <= 2 ? 1 : 0);
        return (year, month, day);
    }
}
