using System.Globalization;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Functions;

/// <summary>Time zones by name of the tz database (<c>Europe/Berlin</c>) or as a fixed offset (<c>+05:30</c>, <c>-8:00</c>).</summary>
internal static class TimeZones
{
    /// <summary>The offset to UTC at a moment; null when the zone is unknown.</summary>
    public static int? OffsetSeconds(string zone, CelTimestamp at)
    {
        if (zone is "UTC" or "")
        {
            return 0;
        }

        if (zone[0] is '+' or '-' || char.IsAsciiDigit(zone[0]))
        {
            return Fixed(zone);
        }

        if (zone.Length > 64 || !zone.All(character => char.IsAsciiLetterOrDigit(character) || character is '/' or '_' or '-' or '+')
            || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found))
        {
            return null;
        }

        var moment = DateTime.UnixEpoch.AddSeconds(at.Seconds);
        return (int)found.GetUtcOffset(moment).TotalSeconds;
    }

    private static int? Fixed(string zone)
    {
        var sign = zone[0] == '-' ? -1 : 1;
        var digits = zone.AsSpan(zone[0] is '+' or '-' ? 1 : 0);
        var colon = digits.IndexOf(':');
        if (colon is < 1 or > 2 || digits.Length - colon != 3
            || !int.TryParse(digits[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) || hours > 23
            || !int.TryParse(digits[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) || minutes > 59)
        {
            return null;
        }

        return sign * ((hours * 3600) + (minutes * 60));
    }
}
