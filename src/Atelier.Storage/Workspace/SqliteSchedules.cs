using Atelier.Storage.Sqlite;
using Atelier.Workspace.Schedules;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteSchedules(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : IScheduleStore
{
    private const string Columns = "SELECT id, revision, definition, state, created, changed, user FROM schedules ";

    public Task<Schedule> AddAsync(NewSchedule schedule) => writer.WriteAsync(connection =>
    {
        connection.Of("INSERT INTO schedules (revision, definition, state, created, changed, user) VALUES (1, ?1, ?2, ?3, ?3, ?4)")
            .Bind(1, ScheduleJson.ToKept(schedule.Definition)).Bind(2, ScheduleJson.ToKept(ScheduleState.From(schedule.At))).Bind(3, schedule.At.ToKept()).Bind(4, schedule.By?.Value).Run();
        return Find(connection, new ScheduleId(WorkspaceConnection.Number(connection.Of("SELECT last_insert_rowid()"))!.Value))!;
    });

    public Task<Schedule?> ChangeAsync(ScheduleId schedule, NewSchedule definition) => writer.WriteAsync(connection =>
    {
        if (Find(connection, schedule) is not { } present)
        {
            return null;
        }

        connection.Of("UPDATE schedules SET revision = revision + 1, definition = ?2, state = ?3, changed = ?4, user = ?5 WHERE id = ?1")
            .Bind(1, schedule.Value).Bind(2, ScheduleJson.ToKept(definition.Definition)).Bind(3, ScheduleJson.ToKept(present.State.BegunAnew(definition.At)))
            .Bind(4, definition.At.ToKept()).Bind(5, definition.By?.Value).Run();
        return Find(connection, schedule);
    });

    public Task<bool> RecordAsync(ScheduleId schedule, long revision, ScheduleState state) => writer.WriteAsync(connection =>
        connection.Run(connection.Of("UPDATE schedules SET state = ?3 WHERE id = ?1 AND revision = ?2").Bind(1, schedule.Value).Bind(2, revision).Bind(3, ScheduleJson.ToKept(state))) > 0);

    public Task<bool> RemoveAsync(ScheduleId schedule) =>
        writer.WriteAsync(connection => connection.Run(connection.Of("DELETE FROM schedules WHERE id = ?1").Bind(1, schedule.Value)) > 0);

    public Schedule? Find(ScheduleId schedule) => reads.Read(connection => Find(connection, schedule));

    public IReadOnlyList<Schedule> List() => reads.Read(static connection => WorkspaceConnection.All(connection.Of(Columns + "ORDER BY id"), Read));

    private static Schedule? Find(WorkspaceConnection connection, ScheduleId schedule) =>
        WorkspaceConnection.First(connection.Of(Columns + "WHERE id = ?1").Bind(1, schedule.Value), Read);

    private static Schedule Read(Statement row) => new()
    {
        Id = new ScheduleId(row.Int64(0)),
        Revision = row.Int64(1),
        Definition = ScheduleJson.ToDefinition(row.Span(2)),
        State = ScheduleJson.ToState(row.Span(3)),
        Created = row.Int64(4).FromKept(),
        Changed = row.Int64(5).FromKept(),
        By = row.Int64OrNull(6) is { } user ? new UserId(user) : null,
    };
}
