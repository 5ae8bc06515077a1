using Atelier.Engine.Runs;

namespace Atelier.Workspace.Schedules;

/// <summary>What a schedule does next, and where it stands afterwards. Pure.</summary>
public static class ScheduleSteps
{
    // Runs of a schedule that lets them overlap are not waited for, so they are not counted for ever.
    private const int MaxOpen = 100;

    /// <summary>Takes up what has become due up to now.</summary>
    public static ScheduleState Gather(ScheduleDefinition definition, CronSchedule times, ScheduleState state, DateTimeOffset now)
    {
        if (now <= state.Considered)
        {
            return state;
        }

        var due = definition.Enabled ? DueTimes.Between(times, definition.CatchUp, state.Considered, now) : [];
        if (due.Count == 0)
        {
            return state with { Considered = now };
        }

        // Only the newest one matters where each replaces the one before.
        var most = definition.Overlap == OverlapPolicy.CancelPrevious ? 1 : DueTimes.Most;
        IReadOnlyList<DateTimeOffset> waiting = [.. state.Waiting, .. due];
        if (waiting.Count <= most)
        {
            return state with { Considered = now, Waiting = waiting };
        }

        var problem = most == 1 ? state.LastProblem : new ScheduleProblem(waiting[^(most + 1)], null, $"more than {most} runs were due; earlier ones are left out");
        return state with { Considered = now, Waiting = [.. waiting.TakeLast(most)], LastProblem = problem };
    }

    /// <summary>What to do about the first due time, where these of its runs have not ended.</summary>
    public static NextMove Decide(OverlapPolicy policy, ScheduleState state, IReadOnlyList<RunId> active)
    {
        if (state.Waiting.Count == 0)
        {
            return new NextMove.Rest();
        }

        var due = state.Waiting[0];
        return active.Count == 0 ? new NextMove.Start(due) : policy switch
        {
            OverlapPolicy.Skip => new NextMove.Skip(due),
            OverlapPolicy.Queue => new NextMove.Hold(),
            OverlapPolicy.CancelPrevious => new NextMove.Cancel(active),
            _ => new NextMove.Start(due),
        };
    }

    /// <summary>A run was started for a due time.</summary>
    public static ScheduleState Started(ScheduleState state, DateTimeOffset due, RunId run, IReadOnlyList<RunId> active) => state with
    {
        Waiting = Without(state, due),
        Open = [.. active.Where(other => other != run).Append(run).TakeLast(MaxOpen)],
        LastDue = due,
        LastRun = run,
        LastProblem = null,
    };

    /// <summary>A due time leads to no run.</summary>
    public static ScheduleState LeftOut(ScheduleState state, ScheduleProblem problem) => state with { Waiting = Without(state, problem.Due), LastProblem = problem };

    private static IReadOnlyList<DateTimeOffset> Without(ScheduleState state, DateTimeOffset due) => [.. state.Waiting.Where(other => other != due)];
}
