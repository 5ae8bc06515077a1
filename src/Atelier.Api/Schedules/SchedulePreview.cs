namespace Atelier.Api.Schedules;

/// <summary>When a schedule would start.</summary>
public sealed record SchedulePreview
{
    /// <summary>The next times.</summary>
    public required IReadOnlyList<DateTimeOffset> Next { get; init; }

    /// <summary>In words.</summary>
    public required string Text { get; init; }
}
