using Atelier.Api.Security;

namespace Atelier.Workspace.Users;

/// <summary>Adds and changes users.</summary>
public sealed class UserDesk(IWorkspaceStore store, TimeProvider time, RandomBytes random)
{
    /// <summary>The name of the first user.</summary>
    public const string FirstName = "admin";

    /// <summary>
    /// Where nobody can sign in yet, adds <see cref="FirstName"/> and answers with the password, which is kept nowhere: the caller shows it once. Null: there are users.
    /// </summary>
    public async Task<string?> AddFirstAsync()
    {
        if (store.Users.List().Count > 0)
        {
            return null;
        }

        var password = GeneratedPassword.Create(random);
        var user = new NewUser(FirstName, "Administrator", Role.Admin, time.GetUtcNow(), MustChangePassword: true);
        return await store.Users.AddFirstAsync(user, PasswordHash.Of(password, random)).ConfigureAwait(false) is null ? null : password;
    }

    /// <summary>Adds a user. Without a password one is generated.</summary>
    public async Task<Answer<AddedUser>> AddAsync(string name, string? displayName, Role role, string? password)
    {
        var shown = displayName ?? name;
        var generated = password is null ? GeneratedPassword.Create(random) : null;
        if ((UserRules.CheckName(name) ?? UserRules.CheckDisplayName(shown) ?? UserRules.CheckPassword(name, password ?? generated!)) is { } refusal)
        {
            return refusal;
        }

        var hash = PasswordHash.Of(password ?? generated!, random);
        return await store.Users.AddAsync(new NewUser(name, shown, role, time.GetUtcNow(), MustChangePassword: generated is not null), hash).ConfigureAwait(false) is { } user
            ? new AddedUser(user, generated)
            : new WorkspaceRefusal(WorkspaceCodes.UserNameTaken, $"there is a user {name}", "choose another name");
    }

    /// <summary>Changes what is not null. Disabling ends the user's sessions, and their tokens no longer count.</summary>
    public async Task<Answer<User>> ChangeAsync(UserId id, string? displayName, Role? role, bool? disabled)
    {
        if (store.Users.Find(id) is not { } user)
        {
            return NoSuchUser(id);
        }

        if (displayName is not null && UserRules.CheckDisplayName(displayName) is { } refusal)
        {
            return refusal;
        }

        var changed = user with
        {
            DisplayName = displayName ?? user.DisplayName,
            Role = role ?? user.Role,
            Disabled = disabled is not { } off ? user.Disabled : off ? user.Disabled ?? time.GetUtcNow() : null,
        };
        return await store.Users.SaveAsync(changed).ConfigureAwait(false) switch
        {
            UserWrite.Saved => store.Users.Find(id)!,
            UserWrite.LastAdmin => LastAdmin(user),
            _ => NoSuchUser(id),
        };
    }

    /// <summary>Sets a password for somebody else, generated where none is given. Every session of the user ends.</summary>
    public async Task<Answer<AddedUser>> SetPasswordAsync(UserId id, string? password)
    {
        if (store.Users.Find(id) is not { } user)
        {
            return NoSuchUser(id);
        }

        var generated = password is null ? GeneratedPassword.Create(random) : null;
        if (UserRules.CheckPassword(user.Name, password ?? generated!) is { } refusal)
        {
            return refusal;
        }

        return await store.Users.SetPasswordAsync(id, PasswordHash.Of(password ?? generated!, random), mustChange: generated is not null).ConfigureAwait(false)
            ? new AddedUser(user, generated)
            : NoSuchUser(id);
    }

    /// <summary>Removes a user with all sessions and tokens. What the audit log says of them stays.</summary>
    public async Task<Answer<User>> RemoveAsync(UserId id)
    {
        if (store.Users.Find(id) is not { } user)
        {
            return NoSuchUser(id);
        }

        return await store.Users.RemoveAsync(id).ConfigureAwait(false) switch
        {
            UserWrite.Saved => user,
            UserWrite.LastAdmin => LastAdmin(user),
            _ => NoSuchUser(id),
        };
    }

    private static WorkspaceRefusal LastAdmin(User user) => new(WorkspaceCodes.LastAdmin, $"{user.Name} is the last one who may administer", "make another user admin first");

    private static WorkspaceRefusal NoSuchUser(UserId id) => new(WorkspaceCodes.NoSuchUser, $"there is no user {id}", "look at the list of users");
}
