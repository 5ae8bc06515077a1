namespace Atelier.Workspace.Tests.Schedules;

/// <summary>Zones of this machine that change their clocks in different ways.</summary>
internal static class Zones
{
    private static readonly string[] Names =
        ["UTC", "Europe/Berlin", "America/New_York", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Casablanca", "America/Havana", "Asia/Beirut", "Pacific/Auckland", "Pacific/Chatham",
        "Europe/Dublin", "Antarctica/Troll", "America/St_Johns"];

    public static IReadOnlyList<TimeZoneInfo> Known() =>
        [.. Names.Select(static name => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null).OfType<TimeZoneInfo>()];

    /// <summary>When clocks were changed in three years.</summary>
    public static IReadOnlyList<DateTimeOffset> Changes(TimeZoneInfo zone)
    {
        var changes = new List<DateTimeOffset>();
        var hour = new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
        for (var offset = zone.GetUtcOffset(hour); hour.Year < 2028; hour = hour.AddHours(1))
        {
            if (zone.GetUtcOffset(hour) != offset)
            {
                offset = zone.GetUtcOffset(hour);
                changes.Add(hour);
            }
        }

        return changes;
    }
}
