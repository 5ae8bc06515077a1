using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Hosting.Homes;
using Atelier.Hosting.Owners;
using Atelier.Server.Runs;
using Atelier.Server.Workflows;
using Atelier.Workspace;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Schedules;

namespace Atelier.Server.Schedules;

/// <summary>Starts the runs of schedules as a request would, and leaves an entry in the audit log for each.</summary>
internal sealed class ScheduledRuns(OwnedHome home, WorkflowNames names, RunStarter starter, TimeProvider time) : IScheduledRuns
{
    public async Task<ScheduledStart> StartAsync(Schedule schedule, DateTimeOffset due, string idempotencyKey, CancellationToken cancellationToken)
    {
        var definition = schedule.Definition;
        try
        {
            if (names.Find(definition.Workflow, definition.Version) is not { } version)
            {
                return new ScheduledStart.Refused(ServerCodes.NotFound, $"there is no workflow `{definition.Workflow}`{(definition.Version is null ? string.Empty : $" of the version {definition.Version}")}");
            }

            var (run, refusal) = await starter.StartAsync(version, JsonElement.Parse(definition.Inputs), definition.Options, idempotencyKey, cancellationToken).ConfigureAwait(false);
            if (run is not { } started)
            {
                return new ScheduledStart.Refused(refusal!.Code, refusal.Mistakes is [var first, ..] ? $"{refusal.Detail}: {first.Message}" : refusal.Detail);
            }

            await home.Workspace.Audit.AddAsync(new NewAuditEntry
            {
                At = time.GetUtcNow(),
                Actor = new AuditActor(null, $"schedule {schedule.Id}"),
                Action = "schedule.start",
                Target = started.ToString(),
                Outcome = AuditOutcome.Done,
                Detail = AuditDetail.Of(("workflow", definition.Workflow), ("due", due)),
            }).ConfigureAwait(false);
            return new ScheduledStart.Started(started);
        }
        catch (StoreException exception)
        {
            return exception.Retry ? new ScheduledStart.Later(exception.Code, exception.Message) : new ScheduledStart.Refused(exception.Code, exception.Message);
        }
    }

    public bool IsActive(RunId run) => home.Store.FindRun(run) is { Phase: not RunPhase.Ended };

    public Task CancelAsync(RunId run, CancellationToken cancellationToken) => home.AskAsync(new OwnerRequest.Steer(run.ToString(), Steering.Cancel), cancellationToken);
}
