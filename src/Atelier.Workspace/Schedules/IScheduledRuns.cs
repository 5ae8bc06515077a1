using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>What starts and stops the runs of schedules.</summary>
public interface IScheduledRuns
{
    /// <summary>Starts a run; with a key that started one before, answers with that one.</summary>
    Task<ScheduledStart> StartAsync(Schedule schedule, DateTimeOffset due, string idempotencyKey, CancellationToken cancellationToken);

    /// <summary>Whether the run has not ended.</summary>
    bool IsActive(RunId run);

    /// <summary>Asks a run to end. One that has ended is left as it is.</summary>
    Task CancelAsync(RunId run, CancellationToken cancellationToken);
}
