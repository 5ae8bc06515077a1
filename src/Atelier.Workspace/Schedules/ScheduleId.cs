using System.Globalization;

namespace Atelier.Workspace.Schedules;

/// <summary>Names a schedule: <c>c2</c>. Never given to another.</summary>
public readonly record struct ScheduleId(long Value)
{
    /// <summary>Reads <c>c2</c>.</summary>
    public static bool TryParse(string? text, out ScheduleId schedule)
    {
        var ok = long.TryParse(text is ['c', ..] ? text.AsSpan(1) : [], NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0;
        schedule = new ScheduleId(value);
        return ok;
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"c{Value}");
}
