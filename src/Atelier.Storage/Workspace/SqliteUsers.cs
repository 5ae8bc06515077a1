using Atelier.Api.Security;
using Atelier.Storage.Sqlite;
using Atelier.Workspace.Users;

namespace Atelier.Storage.Workspace;

internal sealed class SqliteUsers(WorkspaceWriter writer, ReadPool<WorkspaceConnection> reads) : IUserStore
{
    private const string Columns = "SELECT id, name, display_name, role, created, disabled, seen, must_change FROM users ";

    public Task<User?> AddAsync(NewUser user, PasswordHash password) =>
        writer.WriteAsync(connection => FindByName(connection, user.Name) is null ? Add(connection, user, password) : null);

    public Task<User?> AddFirstAsync(NewUser user, PasswordHash password) =>
        writer.WriteAsync(connection => WorkspaceConnection.Number(connection.Of("SELECT id FROM users LIMIT 1")) is null ? Add(connection, user, password) : null);

    public Task<UserWrite> SaveAsync(User user) => writer.WriteAsync(connection =>
    {
        if (Find(connection, user.Id) is null)
        {
            return UserWrite.Missing;
        }

        if (!HasAdmin(connection, user.Id) && user is not { Role: Role.Admin, Disabled: null })
        {
            return UserWrite.LastAdmin;
        }

        connection.Of("UPDATE users SET display_name = ?2, role = ?3, disabled = ?4 WHERE id = ?1")
            .Bind(1, user.Id.Value).Bind(2, user.DisplayName).Bind(3, (long)user.Role).Bind(4, user.Disabled.ToKept()).Run();
        if (user.Disabled is not null)
        {
            SqliteSessions.EndAll(connection, user.Id);
        }

        return UserWrite.Saved;
    });

    public Task<UserWrite> RemoveAsync(UserId user) => writer.WriteAsync(connection =>
    {
        if (Find(connection, user) is null)
        {
            return UserWrite.Missing;
        }

        if (!HasAdmin(connection, user))
        {
            return UserWrite.LastAdmin;
        }

        connection.Of("DELETE FROM users WHERE id = ?1").Bind(1, user.Value).Run();
        connection.Of("DELETE FROM tokens WHERE owner = ?1").Bind(1, user.Value).Run();
        SqliteSessions.EndAll(connection, user);
        return UserWrite.Saved;
    });

    public Task<bool> SetPasswordAsync(UserId user, PasswordHash password, bool mustChange) => writer.WriteAsync(connection =>
    {
        var set = connection.Run(connection.Of("UPDATE users SET password = ?2, must_change = ?3 WHERE id = ?1").Bind(1, user.Value).Bind(2, password.ToText()).Bind(3, mustChange ? 1 : 0)) > 0;
        SqliteSessions.EndAll(connection, user);
        return set;
    });

    public Task RenewPasswordAsync(UserId user, PasswordHash password) =>
        writer.WriteAsync(connection => connection.Run(connection.Of("UPDATE users SET password = ?2 WHERE id = ?1").Bind(1, user.Value).Bind(2, password.ToText())));

    public void NoteSeen(UserId user, DateTimeOffset at) =>
        writer.WriteSoon(connection => connection.Of("UPDATE users SET seen = ?2 WHERE id = ?1").Bind(1, user.Value).Bind(2, at.ToKept()).Run());

    public User? Find(UserId user) => reads.Read(connection => Find(connection, user));

    public User? FindByName(string name) => reads.Read(connection => FindByName(connection, name));

    public PasswordHash? FindPassword(UserId user) => reads.Read(connection =>
        WorkspaceConnection.First(connection.Of("SELECT password FROM users WHERE id = ?1").Bind(1, user.Value), static row => PasswordHash.Parse(row.Text(0))));

    public IReadOnlyList<User> List() => reads.Read(static connection => WorkspaceConnection.All(connection.Of(Columns + "ORDER BY name"), Read));

    private static User Add(WorkspaceConnection connection, NewUser user, PasswordHash password)
    {
        connection.Of("INSERT INTO users (name, display_name, role, created, must_change, password) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")
            .Bind(1, user.Name).Bind(2, user.DisplayName).Bind(3, (long)user.Role).Bind(4, user.Created.ToKept()).Bind(5, user.MustChangePassword ? 1 : 0).Bind(6, password.ToText()).Run();
        return FindByName(connection, user.Name)!;
    }

    private static User? Find(WorkspaceConnection connection, UserId user) => WorkspaceConnection.First(connection.Of(Columns + "WHERE id = ?1").Bind(1, user.Value), Read);

    private static User? FindByName(WorkspaceConnection connection, string name) => WorkspaceConnection.First(connection.Of(Columns + "WHERE name = ?1").Bind(1, name), Read);

    // Whether somebody else may administer.
    private static bool HasAdmin(WorkspaceConnection connection, UserId besides) =>
        WorkspaceConnection.Number(connection.Of("SELECT id FROM users WHERE id <> ?1 AND role = ?2 AND disabled IS NULL LIMIT 1").Bind(1, besides.Value).Bind(2, (long)Role.Admin)) is not null;

    private static User Read(Statement row) => new()
    {
        Id = new UserId(row.Int64(0)),
        Name = row.Text(1),
        DisplayName = row.Text(2),
        Role = (Role)row.Int32(3),
        Created = row.Int64(4).FromKept(),
        Disabled = row.Int64OrNull(5).FromKept(),
        LastSeen = row.Int64OrNull(6).FromKept(),
        MustChangePassword = row.Boolean(7),
    };
}
