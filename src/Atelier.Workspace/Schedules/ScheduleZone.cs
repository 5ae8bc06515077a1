namespace Atelier.Workspace.Schedules;

/// <summary>Time zones by their IANA names. They come from the system's data (<c>tzdata</c>), so that a change of law needs no change here.</summary>
public static class ScheduleZone
{
    /// <summary>Known on every machine.</summary>
    public const string Utc = "UTC";

    private const int MaxLength = 64;

    /// <summary>The zone, or that this machine does not know it.</summary>
    public static Answer<TimeZoneInfo> Find(string name)
    {
        if (name == Utc)
        {
            return TimeZoneInfo.Utc;
        }

        if (name.Length is > 0 and <= MaxLength && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.Id == name)
        {
            return zone;
        }

        return HasData
            ? new WorkspaceRefusal(WorkspaceCodes.ZoneUnknown, "there is no such time zone", "use a name of the IANA database such as `Europe/Berlin`, or `UTC`")
            : new WorkspaceRefusal(WorkspaceCodes.ZoneUnknown, "this machine has no data of time zones and knows only UTC", "install the system's `tzdata` package, or use `UTC`");
    }

    private static bool HasData => TimeZoneInfo.TryFindSystemTimeZoneById("Europe/Berlin", out _);
}
