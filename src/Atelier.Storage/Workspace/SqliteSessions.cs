using Atelier.Storage.Sqlite;
using Atelier.Workspace.Access;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteSessions(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : ISessionStore
{
    private const string Columns = "SELECT id, user, created, seen, address, agent FROM sessions ";

    public Task<UserSession> AddAsync(NewSession session, SecretDigest digest) => writer.WriteAsync(connection =>
    {
        connection.Of("INSERT INTO sessions (user, digest, created, seen, address, agent) VALUES (?1, ?2, ?3, ?3, ?4, ?5)")
            .Bind(1, session.User.Value).Bind(2, digest.Bytes).Bind(3, session.Created.ToKept()).Bind(4, session.Address).Bind(5, session.Agent).Run();
        connection.Of("DELETE FROM sessions WHERE user = ?1 AND id NOT IN (SELECT id FROM sessions WHERE user = ?1 ORDER BY id DESC LIMIT ?2)")
            .Bind(1, session.User.Value).Bind(2, UserSession.Most).Run();
        return Find(connection, digest)!;
    });

    public UserSession? Find(SecretDigest digest) => reads.Read(connection => Find(connection, digest));

    public IReadOnlyList<UserSession> List(UserId user) =>
        reads.Read(connection => WorkspaceConnection.All(connection.Of(Columns + "WHERE user = ?1 ORDER BY id DESC").Bind(1, user.Value), Read));

    public Task<bool> EndAsync(UserId user, SessionId session) => writer.WriteAsync(connection =>
        connection.Run(connection.Of("DELETE FROM sessions WHERE id = ?1 AND user = ?2").Bind(1, session.Value).Bind(2, user.Value)) > 0);

    public Task<int> EndAllAsync(UserId user) => writer.WriteAsync(connection => EndAll(connection, user));

    public Task<int> SweepAsync(DateTimeOffset now) => writer.WriteAsync(connection =>
        connection.Run(connection.Of("DELETE FROM sessions WHERE seen <= ?1 OR created <= ?2").Bind(1, (now - UserSession.Idle).ToKept()).Bind(2, (now - UserSession.Longest).ToKept())));

    public void NoteSeen(SessionId session, DateTimeOffset at) =>
        writer.WriteSoon(connection => connection.Of("UPDATE sessions SET seen = ?2 WHERE id = ?1").Bind(1, session.Value).Bind(2, at.ToKept()).Run());

    /// <summary>Part of a change that says a user's sessions end.</summary>
    public static int EndAll(WorkspaceConnection connection, UserId user) => connection.Run(connection.Of("DELETE FROM sessions WHERE user = ?1").Bind(1, user.Value));

    private static UserSession? Find(WorkspaceConnection connection, SecretDigest digest) =>
        WorkspaceConnection.First(connection.Of(Columns + "WHERE digest = ?1").Bind(1, digest.Bytes), Read);

    private static UserSession Read(Statement row) => new()
    {
        Id = new SessionId(row.Int64(0)),
        User = new UserId(row.Int64(1)),
        Created = row.Int64(2).FromKept(),
        LastSeen = row.Int64(3).FromKept(),
        Address = row.Text(4),
        Agent = row.Text(5),
    };
}
