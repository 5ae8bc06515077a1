using Atelier.Api.Security;
using Atelier.Storage.Sqlite;
using Atelier.Workspace.Access;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteTokens(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : ITokenStore
{
    private const string Columns = "SELECT id, owner, name, scopes, created, expires, used, revoked FROM tokens ";

    public Task<AccessToken> AddAsync(NewToken token, SecretDigest digest) => writer.WriteAsync(connection =>
    {
        connection.Of("INSERT INTO tokens (owner, digest, name, scopes, created, expires) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, token.Owner.Value).Bind(2, digest.Bytes).Bind(3, token.Name).Bind(4, (long)token.Scopes).Bind(5, token.Created.ToKept()).Bind(6, token.Expires.ToKept()).Run();
        return Find(connection, digest)!;
    });

    public AccessToken? Find(SecretDigest digest) => reads.Read(connection => Find(connection, digest));

    public AccessToken? Find(TokenId token) =>
        reads.Read(connection => WorkspaceConnection.First(connection.Of(Columns + "WHERE id = ?1").Bind(1, token.Value), Read));

    public IReadOnlyList<AccessToken> List(UserId? owner) => reads.Read(connection => WorkspaceConnection.All(
        owner is { } user ? connection.Of(Columns + "WHERE owner = ?1 ORDER BY id DESC").Bind(1, user.Value) : connection.Of(Columns + "ORDER BY id DESC"), Read));

    public Task<bool> RevokeAsync(TokenId token, DateTimeOffset at) => writer.WriteAsync(connection =>
        connection.Run(connection.Of("UPDATE tokens SET revoked = ?2 WHERE id = ?1 AND revoked IS NULL").Bind(1, token.Value).Bind(2, at.ToKept())) > 0);

    public void NoteUse(TokenId token, DateTimeOffset at) =>
        writer.WriteSoon(connection => connection.Of("UPDATE tokens SET used = ?2 WHERE id = ?1").Bind(1, token.Value).Bind(2, at.ToKept()).Run());

    private static AccessToken? Find(WorkspaceConnection connection, SecretDigest digest) =>
        WorkspaceConnection.First(connection.Of(Columns + "WHERE digest = ?1").Bind(1, digest.Bytes), Read);

    private static AccessToken Read(Statement row) => new()
    {
        Id = new TokenId(row.Int64(0)),
        Owner = new UserId(row.Int64(1)),
        Name = row.Text(2),
        Scopes = (Scope)row.Int32(3),
        Created = row.Int64(4).FromKept(),
        Expires = row.Int64OrNull(5).FromKept(),
        LastUsed = row.Int64OrNull(6).FromKept(),
        Revoked = row.Int64OrNull(7).FromKept(),
    };
}
