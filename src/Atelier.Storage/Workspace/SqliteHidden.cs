using Atelier.Storage.Sqlite;
using Atelier.Workspace.Hiding;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteHidden(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : IHiddenWorkflowStore
{
    private const string Columns = "SELECT name, at, user FROM hidden_workflows ";

    public Task HideAsync(HiddenWorkflow workflow) => writer.WriteAsync(connection => connection.Run(
        connection.Of("INSERT OR IGNORE INTO hidden_workflows VALUES (?1, ?2, ?3)").Bind(1, workflow.Name).Bind(2, workflow.At.ToKept()).Bind(3, workflow.By?.Value)));

    public Task<bool> ShowAsync(string name) =>
        writer.WriteAsync(connection => connection.Run(connection.Of("DELETE FROM hidden_workflows WHERE name = ?1").Bind(1, name)) > 0);

    public HiddenWorkflow? Find(string name) =>
        reads.Read(connection => WorkspaceConnection.First(connection.Of(Columns + "WHERE name = ?1").Bind(1, name), Read));

    public IReadOnlyList<HiddenWorkflow> List() => reads.Read(static connection => WorkspaceConnection.All(connection.Of(Columns + "ORDER BY name"), Read));

    private static HiddenWorkflow Read(Statement row) => new(row.Text(0), row.Int64(1).FromKept(), row.Int64OrNull(2) is { } user ? new UserId(user) : null);
}
