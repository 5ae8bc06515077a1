using Atelier.Engine.Runs;
using Microsoft.Extensions.Logging;

namespace Atelier.Workspace.Schedules;

/// <summary>
/// Starts what is due. Due times are recorded before their runs are started, and a start carries a key made of schedule and due time: so neither a crash between the two
/// nor a clock that is set back starts a run twice.
/// </summary>
public sealed partial class ScheduleClock(IScheduleStore store, IScheduledRuns runs, TimeProvider time, ILogger<ScheduleClock> log)
{
    // Nobody tells when the machine slept or its clock was set.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WhileWaiting = TimeSpan.FromSeconds(1);
    private readonly HashSet<RunId> _cancelAsked = [];
    private TaskCompletionSource _changed = New();

    /// <summary>Says that schedules were added or changed.</summary>
    public void Changed() => Volatile.Read(ref _changed).TrySetResult();

    /// <summary>Runs until cancelled.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var changed = New();
            Volatile.Write(ref _changed, changed);
            try
            {
                var rest = await TickAsync(cancellationToken).ConfigureAwait(false);
                await changed.Task.WaitAsync(rest, time, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException)
            {
                // The rest is over.
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    /// <summary>Starts what is due now, and says how long nothing will be.</summary>
    public async Task<TimeSpan> TickAsync(CancellationToken cancellationToken)
    {
        var rest = LongestRest;
        foreach (var schedule in ListOrNothing())
        {
            try
            {
                var own = await TickAsync(schedule, cancellationToken).ConfigureAwait(false);
                rest = own < rest ? own : rest;
            }
            catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
            {
                // One that cannot be read or written must not hold up the others.
                LogFailed(schedule.Id.ToString(), exception);
                rest = WhileWaiting;
            }
        }

        return rest;
    }

    // A store that cannot be read now is asked again.
    private IReadOnlyList<Schedule> ListOrNothing()
    {
        try
        {
            return store.List();
        }
        catch (IOException exception)
        {
            LogFailed("*", exception);
            return [];
        }
    }

    private async Task<TimeSpan> TickAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var times = TimesOf(schedule.Definition);
        if (!times.Done)
        {
            return await LeaveOutAsync(schedule, times.Refusal).ConfigureAwait(false);
        }

        // What a process that ended had begun comes first: only then are its runs known when the next due time is decided on.
        if (await MoveAsync(schedule, cancellationToken).ConfigureAwait(false) is not { } current)
        {
            return TimeSpan.Zero;
        }

        var now = time.GetUtcNow();
        var gathered = ScheduleSteps.Gather(current.Definition, times.Value, current.State, now);
        if (gathered.Waiting.Count != current.State.Waiting.Count || !gathered.Waiting.SequenceEqual(current.State.Waiting))
        {
            if (!await store.RecordAsync(current.Id, current.Revision, gathered).ConfigureAwait(false)
                || await MoveAsync(current with { State = gathered }, cancellationToken).ConfigureAwait(false) is not { } moved)
            {
                return TimeSpan.Zero;
            }

            current = moved;
        }

        if (current.State.Waiting.Count > 0)
        {
            return WhileWaiting;
        }

        return current.Definition.Enabled && times.Value.After(now).FirstOrDefault() is var next && next > now ? next - now : LongestRest;
    }

    // Null: somebody changed it meanwhile, look again.
    private async Task<Schedule?> MoveAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        while (true)
        {
            var active = schedule.State.Open.Where(runs.IsActive).ToList();
            var state = schedule.State;
            switch (ScheduleSteps.Decide(schedule.Definition.Overlap, state, active))
            {
                case NextMove.Start start:
                    var started = await runs.StartAsync(schedule, start.Due, schedule.KeyOf(start.Due), cancellationToken).ConfigureAwait(false);
                    if (started is ScheduledStart.Later later)
                    {
                        LogLater(schedule.Id.ToString(), later.Code, later.Message);
                        return schedule;
                    }

                    state = started is ScheduledStart.Started { Run: var run }
                        ? ScheduleSteps.Started(state, start.Due, run, active)
                        : ScheduleSteps.LeftOut(state, Problem(start.Due, (ScheduledStart.Refused)started));
                    break;
                case NextMove.Skip skip:
                    state = ScheduleSteps.LeftOut(state, new ScheduleProblem(skip.Due, null, $"left out: {string.Join(", ", active)} had not ended"));
                    break;
                case NextMove.Cancel cancel:
                    await CancelAsync(cancel.Runs, cancellationToken).ConfigureAwait(false);
                    return schedule;
                default:
                    return schedule;
            }

            if (!await store.RecordAsync(schedule.Id, schedule.Revision, state).ConfigureAwait(false))
            {
                return null;
            }

            schedule = schedule with { State = state };
        }
    }

    private async Task CancelAsync(IReadOnlyList<RunId> earlier, CancellationToken cancellationToken)
    {
        _cancelAsked.RemoveWhere(run => !runs.IsActive(run));
        foreach (var run in earlier.Where(_cancelAsked.Add))
        {
            await runs.CancelAsync(run, cancellationToken).ConfigureAwait(false);
        }
    }

    // A zone can vanish with an update of the system's data: said where people look, and tried again.
    private async Task<TimeSpan> LeaveOutAsync(Schedule schedule, WorkspaceRefusal refusal)
    {
        var problem = new ScheduleProblem(schedule.State.Considered, refusal.Code, refusal.Message);
        if (schedule.State.LastProblem != problem)
        {
            await store.RecordAsync(schedule.Id, schedule.Revision, schedule.State with { LastProblem = problem }).ConfigureAwait(false);
        }

        return LongestRest;
    }

    private static ScheduleProblem Problem(DateTimeOffset due, ScheduledStart.Refused refused) => new(due, refused.Code, refused.Message);

    private static Answer<CronSchedule> TimesOf(ScheduleDefinition definition) => ScheduleChecks.TimesOf(definition.Cron, definition.Zone);

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule {Schedule} could not be looked at")]
    private partial void LogFailed(string schedule, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Schedule {Schedule} waits: {Code} {Message}")]
    private partial void LogLater(string schedule, string code, string message);
}
