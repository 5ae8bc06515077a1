namespace Atelier.Workspace.Users;

/// <summary>Users and what verifies their passwords. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface IUserStore
{
    /// <summary>Adds a user; null: another one has the name.</summary>
    Task<User?> AddAsync(NewUser user, PasswordHash password);

    /// <summary>Adds a user where there is none at all; null: there is one.</summary>
    Task<User?> AddFirstAsync(NewUser user, PasswordHash password);

    /// <summary>Writes display name, role and whether they are disabled. A disabled user's sessions end with it.</summary>
    Task<UserWrite> SaveAsync(User user);

    /// <summary>Removes a user with all sessions and tokens. The number is never given again.</summary>
    Task<UserWrite> RemoveAsync(UserId user);

    /// <summary>Sets what verifies the password; every session of the user ends with it. False: there is no such user.</summary>
    Task<bool> SetPasswordAsync(UserId user, PasswordHash password, bool mustChange);

    /// <summary>Replaces what verifies the same password, by a stronger form; sessions stay.</summary>
    Task RenewPasswordAsync(UserId user, PasswordHash password);

    User? Find(UserId user);

    /// <summary>Small and large letters are the same.</summary>
    User? FindByName(string name);

    PasswordHash? FindPassword(UserId user);

    /// <summary>Remembers a request, some time after the call; a crash may lose it.</summary>
    void NoteSeen(UserId user, DateTimeOffset at);

    /// <summary>All, by name.</summary>
    IReadOnlyList<User> List();
}
