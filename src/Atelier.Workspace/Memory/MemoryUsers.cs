using Atelier.Api.Security;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Memory;

internal sealed class MemoryUsers(Lock gate, MemorySessions sessions, MemoryTokens tokens) : IUserStore
{
    private readonly Dictionary<UserId, User> _users = [];
    private readonly Dictionary<UserId, PasswordHash> _passwords = [];
    private long _last;

    public Task<User?> AddAsync(NewUser user, PasswordHash password)
    {
        lock (gate)
        {
            return Task.FromResult(FindByName(user.Name) is null ? Add(user, password) : null);
        }
    }

    public Task<User?> AddFirstAsync(NewUser user, PasswordHash password)
    {
        lock (gate)
        {
            return Task.FromResult(_users.Count == 0 ? Add(user, password) : null);
        }
    }

    public Task<UserWrite> SaveAsync(User user)
    {
        lock (gate)
        {
            if (!_users.TryGetValue(user.Id, out var present))
            {
                return Task.FromResult(UserWrite.Missing);
            }

            if (!HasAdmin(user.Id) && user is not { Role: Role.Admin, Disabled: null })
            {
                return Task.FromResult(UserWrite.LastAdmin);
            }

            _users[user.Id] = present with { DisplayName = user.DisplayName, Role = user.Role, Disabled = user.Disabled };
            if (user.Disabled is not null)
            {
                sessions.EndAll(user.Id);
            }

            return Task.FromResult(UserWrite.Saved);
        }
    }

    public Task<UserWrite> RemoveAsync(UserId user)
    {
        lock (gate)
        {
            if (!_users.ContainsKey(user))
            {
                return Task.FromResult(UserWrite.Missing);
            }

            if (!HasAdmin(user))
            {
                return Task.FromResult(UserWrite.LastAdmin);
            }

            _users.Remove(user);
            _passwords.Remove(user);
            sessions.EndAll(user);
            tokens.RemoveAll(user);
            return Task.FromResult(UserWrite.Saved);
        }
    }

    public Task<bool> SetPasswordAsync(UserId user, PasswordHash password, bool mustChange)
    {
        lock (gate)
        {
            if (!_users.TryGetValue(user, out var present))
            {
                return Task.FromResult(false);
            }

            _users[user] = present with { MustChangePassword = mustChange };

            _passwords[user] = password;
            sessions.EndAll(user);
            return Task.FromResult(true);
        }
    }

    public Task RenewPasswordAsync(UserId user, PasswordHash password)
    {
        lock (gate)
        {
            if (_users.ContainsKey(user))
            {
                _passwords[user] = password;
            }
        }

        return Task.CompletedTask;
    }

    public void NoteSeen(UserId user, DateTimeOffset at)
    {
        lock (gate)
        {
            if (_users.TryGetValue(user, out var present))
            {
                _users[user] = present with { LastSeen = at };
            }
        }
    }

    public User? Find(UserId user)
    {
        lock (gate)
        {
            return _users.GetValueOrDefault(user);
        }
    }

    public User? FindByName(string name)
    {
        lock (gate)
        {
            return _users.Values.FirstOrDefault(user => string.Equals(user.Name, name, StringComparison.OrdinalIgnoreCase));
        }
    }

    public PasswordHash? FindPassword(UserId user)
    {
        lock (gate)
        {
            return _passwords.GetValueOrDefault(user);
        }
    }

    public IReadOnlyList<User> List()
    {
        lock (gate)
        {
            return [.. _users.Values.OrderBy(static user => user.Name, StringComparer.OrdinalIgnoreCase)];
        }
    }

    // Whether somebody else may administer.
    private bool HasAdmin(UserId besides) => _users.Values.Any(other => other.Id != besides && other is { Role: Role.Admin, Disabled: null });

    private User Add(NewUser user, PasswordHash password)
    {
        var added = new User { Id = new UserId(++_last), Name = user.Name, DisplayName = user.DisplayName, Role = user.Role, Created = user.Created, MustChangePassword = user.MustChangePassword };
        _users[added.Id] = added;
        _passwords[added.Id] = password;
        return added;
    }
}
