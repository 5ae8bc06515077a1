using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>What became of the start of a scheduled run. Closed.</summary>
public abstract record ScheduledStart
{
    private ScheduledStart()
    {
    }

    /// <summary>It is recorded, now or before.</summary>
    public sealed record Started(RunId Run) : ScheduledStart;

    /// <summary>It cannot be started as the schedule stands: no such workflow, inputs that do not fit.</summary>
    public sealed record Refused(string Code, string Message) : ScheduledStart;

    /// <summary>Not now, as when the disk is full: it is tried again.</summary>
    public sealed record Later(string Code, string Message) : ScheduledStart;
}
