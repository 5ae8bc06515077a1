using Atelier.Storage.Sqlite;
using Atelier.Workspace.Audit;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteAudit(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : IAuditStore
{
    private const string Insert = """
        INSERT INTO audit (at, user, name, token, token_name, address, action, target, outcome, status, detail, request) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
        """;

    public Task<AuditEntry> AddAsync(NewAuditEntry entry) => writer.WriteAsync(connection =>
    {
        connection.Of(Insert)
            .Bind(1, entry.At.ToKept()).Bind(2, entry.Actor.User?.Value).Bind(3, entry.Actor.Name).Bind(4, entry.Actor.Token?.Value).Bind(5, entry.Actor.TokenName)
            .Bind(6, entry.Address).Bind(7, entry.Action).Bind(8, entry.Target).Bind(9, (long)entry.Outcome).Bind(10, entry.Status).Bind(11, entry.Detail).Bind(12, entry.RequestId).Run();
        return new AuditEntry(WorkspaceConnection.Number(connection.Of("SELECT last_insert_rowid()"))!.Value, entry);
    });

    public IReadOnlyList<AuditEntry> Read(AuditFilter filter) => reads.Read(connection =>
    {
        var statement = connection.Of(Query(filter));
        if (filter.Before is { } before)
        {
            statement.Bind(1, before);
        }

        if (filter.Actor is { } actor)
        {
            statement.Bind(2, actor);
        }

        if (filter.Action is { } action)
        {
            // Everything that begins so: up to the greatest text with that beginning.
            statement.Bind(3, action.TrimEnd('*')).Bind(4, action.EndsWith('*') ? action[..^1] + '\uFFFF' : action);
        }

        if (filter.Target is { } target)
        {
            statement.Bind(5, target);
        }

        if (filter.Outcome is { } outcome)
        {
            statement.Bind(6, (long)outcome);
        }

        if (filter.From is { } from)
        {
            statement.Bind(7, from.ToKept());
        }

        if (filter.Until is { } until)
        {
            statement.Bind(8, until.ToKept());
        }

        return WorkspaceConnection.All(statement.Bind(9, filter.Limit), ReadEntry);
    });

    // Only the conditions that are asked for, so that the index of the narrowest is used; 128 texts at most.
    private static string Query(AuditFilter filter)
    {
        var conditions = new List<string>();
        Add(filter.Before, "seq < ?1");
        Add(filter.Actor, "name = ?2");
        Add(filter.Action, filter.Action?.EndsWith('*') == true ? "action >= ?3 AND action < ?4" : "action = ?3");
        Add(filter.Target, "target = ?5");
        Add(filter.Outcome, "outcome = ?6");
        Add(filter.From, "at >= ?7");
        Add(filter.Until, "at < ?8");
        var where = conditions.Count == 0 ? string.Empty : $"WHERE {string.Join(" AND ", conditions)} ";
        return $"SELECT seq, at, user, name, token, token_name, address, action, target, outcome, status, detail, request FROM audit {where}ORDER BY seq DESC LIMIT ?9";

        void Add(object? value, string condition)
        {
            if (value is not null)
            {
                conditions.Add(condition);
            }
        }
    }

    private static AuditEntry ReadEntry(Statement row) => new(row.Int64(0), new NewAuditEntry
    {
        At = row.Int64(1).FromKept(),
        Actor = new AuditActor(
            row.Int64OrNull(2) is { } user ? new UserId(user) : null, row.TextOrNull(3), row.Int64OrNull(4) is { } token ? new TokenId(token) : null, row.TextOrNull(5)),
        Address = row.TextOrNull(6),
        Action = row.Text(7),
        Target = row.TextOrNull(8),
        Outcome = (AuditOutcome)row.Int32(9),
        Status = row.Int32(10),
        Detail = row.TextOrNull(11),
        RequestId = row.TextOrNull(12),
    });
}
