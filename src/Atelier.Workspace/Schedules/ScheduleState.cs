using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>Where a schedule stands: what its clock recorded.</summary>
public sealed record ScheduleState
{
    /// <summary>Every due time up to here was decided on.</summary>
    public required DateTimeOffset Considered { get; init; }

    /// <summary>
    /// Due times that are to be started, in order: written before anything is started, taken out after. What stands here after a crash is started again with the same
    /// idempotency key, which answers with the run that was started before.
    /// </summary>
    public IReadOnlyList<DateTimeOffset> Waiting { get; init; } = [];

    /// <summary>Runs that were started and are not known to have ended.</summary>
    public IReadOnlyList<RunId> Open { get; init; } = [];

    /// <summary>The last due time that led to a run; null: none yet.</summary>
    public DateTimeOffset? LastDue { get; init; }

    /// <summary>Its run.</summary>
    public RunId? LastRun { get; init; }

    /// <summary>Why the last due time led to no run, or what was left out; null: all went well.</summary>
    public ScheduleProblem? LastProblem { get; init; }

    /// <summary>A schedule that begins now.</summary>
    public static ScheduleState From(DateTimeOffset now) => new() { Considered = now };

    /// <summary>As it stands when its definition changes: what was due before is not made up for, its runs stay known.</summary>
    public ScheduleState BegunAnew(DateTimeOffset now) => this with { Considered = now, Waiting = [], LastProblem = null };
}
