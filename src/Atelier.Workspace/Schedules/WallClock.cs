namespace Atelier.Workspace.Schedules;

/// <summary>
/// A clock on the wall of a zone. Worked out from offsets alone, so that days which a country left out, and changes of the zone's own offset, count like any other
/// change of the clock.
/// </summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // Further than any offset: before and after the change of clocks that may surround a time.
    private static readonly TimeSpan Around = TimeSpan.FromHours(27);

    public DateTime At(DateTimeOffset instant) => instant.UtcDateTime + zone.GetUtcOffset(instant);

    /// <summary>When it shows this time for the first time; where clocks jump over it: the moment of the jump.</summary>
    public DateTimeOffset FirstShows(DateTime local)
    {
        var asUtc = new DateTimeOffset(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), TimeSpan.Zero);
        TimeSpan before = zone.GetUtcOffset(asUtc - Around), after = zone.GetUtcOffset(asUtc + Around);
        var early = asUtc - before;
        if (before == after || zone.GetUtcOffset(early) == before)
        {
            return early;
        }

        var late = asUtc - after;
        return zone.GetUtcOffset(late) == after ? late : Jump(late, early, after);
    }

    // Of the two times one is before the jump and the other not: clocks went from before to after between them.
    private DateTimeOffset Jump(DateTimeOffset low, DateTimeOffset high, TimeSpan after)
    {
        while (high - low > TimeSpan.FromSeconds(1))
        {
            var middle = low + TimeSpan.FromSeconds(Math.Floor((high - low).TotalSeconds / 2));
            (low, high) = zone.GetUtcOffset(middle) == after ? (low, middle) : (middle, high);
        }

        return high;
    }
}
