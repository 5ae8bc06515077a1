namespace Atelier.Workspace.Schedules;

/// <summary>
/// Times in five fields (minute, hour, day of month, month, day of week), as in Vixie cron. When both day fields are restricted a day counts that either of them
/// has; when one begins with <c>*</c> a day counts that both have.
/// </summary>
public sealed class CronExpression
{
    private static readonly Dictionary<string, string> Nicknames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    private const int MaxLength = 200;
    private const ulong EveryHour = (1UL << 24) - 1;
    private CronExpression(string text, IReadOnlyList<CronField> fields)
    {
        Text = text;
        Minute = fields[0];
        Hour = fields[1];
        Day = fields[2];
        Month = fields[3];
        Weekday = fields[4];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>
    /// Whether it names every hour: then it goes on by the hour when clocks are changed, and any other goes by the clock on the wall.
    /// </summary>
    public bool IsHourly => Hour.Mask == EveryHour;

    /// <summary>Whether a day counts that either of the two day fields has.</summary>
    public bool EitherDay => !Day.Star && !Weekday.Star;

    /// <summary>0 to 59.</summary>
    public CronField Minute { get; }

    /// <summary>0 to 23.</summary>
    public CronField Hour { get; }

    /// <summary>1 to 31.</summary>
    public CronField Day { get; }

    /// <summary>1 to 12.</summary>
    public CronField Month { get; }

    /// <summary>0 (Sunday) to 6.</summary>
    public CronField Weekday { get; }

    /// <summary>Reads five fields or a nickname such as <c>@daily</c>.</summary>
    public static Answer<CronExpression> Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            return Refused($"the text has more than {MaxLength} characters");
        }

        var trimmed = text.Trim();
        if (trimmed.StartsWith('@') && !Nicknames.ContainsKey(trimmed))
        {
            return Refused(trimmed.Equals("@reboot", StringComparison.OrdinalIgnoreCase) ? "`@reboot` is no time" : $"`{trimmed}` is none of {string.Join(' ', Nicknames.Keys)}");
        }

        var parts = Nicknames.GetValueOrDefault(trimmed, trimmed).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length != 5)
        {
            return Refused($"five fields are needed, here {(parts.Length == 1 ? "is 1" : $"are {parts.Length}")}");
        }

        var fields = new CronField[5];
        for (var index = 0; index < 5; index++)
        {
            (fields[index], var problem) = CronFieldText.Read(parts[index], CronFieldKind.InOrder[index]);
            if (problem is not null)
            {
                return Refused(problem);
            }
        }

        var cron = new CronExpression(trimmed, fields);
        return cron.CanFire() ? cron : new WorkspaceRefusal(WorkspaceCodes.CronNeverFires, $"`{trimmed}` names days that no year has", "choose another day or month");
    }

    /// <summary>Whether the day counts.</summary>
    public bool HasDay(DateOnly day)
    {
        if (!Month.Has(day.Month))
        {
            return false;
        }

        bool byDay = Day.Has(day.Day), byWeekday = Weekday.Has((int)day.DayOfWeek);
        return EitherDay ? byDay || byWeekday : byDay && byWeekday;
    }

    /// <summary>Whether it names this time of a clock on the wall.</summary>
    public bool Has(DateTime local) => Minute.Has(local.Minute) && Hour.Has(local.Hour) && HasDay(DateOnly.FromDateTime(local));

    /// <inheritdoc />
    public override string ToString() => Text;

    // Days of the month that the chosen months never have; a day of the week that may stand for it always comes.
    private bool CanFire()
    {
        if (EitherDay)
        {
            return true;
        }

        for (var month = 1; month <= 12; month++)
        {
            for (var day = 1; Month.Has(month) && day <= DateTime.DaysInMonth(2000, month); day++)
            {
                if (Day.Has(day))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static WorkspaceRefusal Refused(string problem) =>
        new(WorkspaceCodes.CronRefused, problem, "write minute, hour, day of month, month and day of week, such as `30 6 * * mon-fri`, or a nickname such as `@daily`");
}
