using Atelier.Engine.Runs;
using Atelier.Storage.Sqlite;
using Atelier.Workspace.Acceptances;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteAcceptances(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : IAcceptanceStore
{
    public Task AcceptAsync(Acceptance acceptance) => writer.WriteAsync(connection => connection.Run(
        connection.Of("INSERT OR IGNORE INTO acceptances VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)").Bind(1, acceptance.Run.Value).Bind(2, acceptance.Block).Bind(3, acceptance.Code)
            .Bind(4, acceptance.Shape).Bind(5, acceptance.At.ToKept()).Bind(6, acceptance.By).Bind(7, acceptance.Note)));

    public Task<bool> TakeBackAsync(RunId run, int block, string code, string shape) => writer.WriteAsync(connection => connection.Run(
        connection.Of("DELETE FROM acceptances WHERE run = ?1 AND block = ?2 AND code = ?3 AND shape = ?4").Bind(1, run.Value).Bind(2, block).Bind(3, code).Bind(4, shape)) > 0);

    public IReadOnlyList<Acceptance> Of(RunId run) => reads.Read(connection => WorkspaceConnection.All(
        connection.Of("SELECT block, code, shape, at, by, note FROM acceptances WHERE run = ?1 ORDER BY block, code, shape").Bind(1, run.Value),
        row => new Acceptance(run, row.Int32(0), row.Text(1), row.Text(2), row.Int64(3).FromKept(), row.Text(4), row.TextOrNull(5))));
}
