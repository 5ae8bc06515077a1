namespace Atelier.Workspace.Schedules;

/// <summary>Schedules and where they stand. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface IScheduleStore
{
    /// <summary>Adds one, which begins at its time.</summary>
    Task<Schedule> AddAsync(NewSchedule schedule);

    /// <summary>
    /// Replaces the definition; the schedule begins anew at that time, so that what was due before is not made up for. Open runs stay known. Null: there is none.
    /// </summary>
    Task<Schedule?> ChangeAsync(ScheduleId schedule, NewSchedule definition);

    /// <summary>Records where it stands; false, and nothing is written: it is gone, or its revision is another.</summary>
    Task<bool> RecordAsync(ScheduleId schedule, long revision, ScheduleState state);

    /// <summary>False: there is none.</summary>
    Task<bool> RemoveAsync(ScheduleId schedule);

    Schedule? Find(ScheduleId schedule);

    /// <summary>All, by number.</summary>
    IReadOnlyList<Schedule> List();
}
