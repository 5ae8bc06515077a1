using Atelier.Workspace.Users;

namespace Atelier.Workspace.Schedules;

/// <summary>A definition that somebody wrote at some time.</summary>
public sealed record NewSchedule(ScheduleDefinition Definition, DateTimeOffset At, UserId? By);
