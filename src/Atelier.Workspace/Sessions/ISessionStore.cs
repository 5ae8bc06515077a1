using Atelier.Workspace.Access;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>Sessions by the digest of their secret; one that ended is forgotten. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface ISessionStore
{
    /// <summary>Adds one; of more than <see cref="UserSession.Most"/> of the user the oldest end.</summary>
    Task<UserSession> AddAsync(NewSession session, SecretDigest digest);

    UserSession? Find(SecretDigest digest);

    /// <summary>Those of a user, newest first.</summary>
    IReadOnlyList<UserSession> List(UserId user);

    /// <summary>Ends a session of that user; false: there is none.</summary>
    Task<bool> EndAsync(UserId user, SessionId session);

    /// <summary>Ends all of a user; how many.</summary>
    Task<int> EndAllAsync(UserId user);

    /// <summary>Forgets those that no longer count at <paramref name="now"/>; how many.</summary>
    Task<int> SweepAsync(DateTimeOffset now);

    /// <summary>Remembers a request, some time after the call; a crash may lose it.</summary>
    void NoteSeen(SessionId session, DateTimeOffset at);
}
