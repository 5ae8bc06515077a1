namespace Atelier.Workspace.Schedules;

/// <summary>Why a due time led to no run.</summary>
/// <param name="Due">The due time.</param>
/// <param name="Code">Stable code; null: nothing went wrong, a policy left it out.</param>
/// <param name="Message">For people.</param>
public sealed record ScheduleProblem(DateTimeOffset Due, string? Code, string Message);
