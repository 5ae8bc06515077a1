using Atelier.Workspace.Users;

namespace Atelier.Workspace.Schedules;

/// <summary>A schedule as it is kept.</summary>
public sealed record Schedule
{
    public required ScheduleId Id { get; init; }

    /// <summary>Counts the definitions: what the clock recorded for an earlier one no longer counts.</summary>
    public required long Revision { get; init; }

    public required ScheduleDefinition Definition { get; init; }

    public required ScheduleState State { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>When the definition was last written.</summary>
    public required DateTimeOffset Changed { get; init; }

    /// <summary>Who wrote it last.</summary>
    public UserId? By { get; init; }

    /// <summary>What makes two starts of the same due time one.</summary>
    public string KeyOf(DateTimeOffset due) => $"schedule/{Id}/{due.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
}
