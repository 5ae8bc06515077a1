using Atelier.Workspace.Schedules;

namespace Atelier.Workspace.Memory;

internal sealed class MemorySchedules(Lock gate) : IScheduleStore
{
    private readonly SortedDictionary<long, Schedule> _schedules = [];
    private long _last;

    public Task<Schedule> AddAsync(NewSchedule schedule)
    {
        lock (gate)
        {
            var id = new ScheduleId(++_last);
            return Task.FromResult(_schedules[id.Value] = new Schedule
            {
                Id = id,
                Revision = 1,
                Definition = schedule.Definition,
                State = ScheduleState.From(schedule.At),
                Created = schedule.At,
                Changed = schedule.At,
                By = schedule.By,
            });
        }
    }

    public Task<Schedule?> ChangeAsync(ScheduleId schedule, NewSchedule definition)
    {
        lock (gate)
        {
            if (Find(schedule) is not { } present)
            {
                return Task.FromResult<Schedule?>(null);
            }

            return Task.FromResult<Schedule?>(_schedules[schedule.Value] = present with
            {
                Revision = present.Revision + 1,
                Definition = definition.Definition,
                State = present.State.BegunAnew(definition.At),
                Changed = definition.At,
                By = definition.By,
            });
        }
    }

    public Task<bool> RecordAsync(ScheduleId schedule, long revision, ScheduleState state)
    {
        lock (gate)
        {
            if (Find(schedule) is not { } present || present.Revision != revision)
            {
                return Task.FromResult(false);
            }

            _schedules[schedule.Value] = present with { State = state };
            return Task.FromResult(true);
        }
    }

    public Task<bool> RemoveAsync(ScheduleId schedule)
    {
        lock (gate)
        {
            return Task.FromResult(_schedules.Remove(schedule.Value));
        }
    }

    public Schedule? Find(ScheduleId schedule)
    {
        lock (gate)
        {
            return _schedules.GetValueOrDefault(schedule.Value);
        }
    }

    public IReadOnlyList<Schedule> List()
    {
        lock (gate)
        {
            return [.. _schedules.Values];
        }
    }
}
