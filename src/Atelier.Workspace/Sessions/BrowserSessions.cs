using Atelier.Workspace.Access;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>Opens sessions and knows them again.</summary>
public sealed class BrowserSessions(IWorkspaceStore store, TimeProvider time, RandomBytes random)
{
    private const int MaxAgent = 200;

    /// <summary>Opens a session with a secret of its own: what a browser had before is never taken up, so nobody can give a user a session of theirs.</summary>
    public async Task<OpenedSession> OpenAsync(User user, string address, string agent)
    {
        var now = time.GetUtcNow();
        await store.Sessions.SweepAsync(now).ConfigureAwait(false);
        var secret = SessionSecret.Create(random);
        var session = new NewSession(user.Id, now, address, agent.Length > MaxAgent ? agent[..MaxAgent] : agent);
        return new OpenedSession(user, await store.Sessions.AddAsync(session, SecretDigest.Of(secret)).ConfigureAwait(false), secret);
    }

    /// <summary>Who shows this text; null: nobody who may.</summary>
    public Caller? Find(string? secret)
    {
        if (Recheck(secret) is not { Session: { } session, User: var user } caller)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (LastUse.IsDue(session.LastSeen, now))
        {
            store.Sessions.NoteSeen(session.Id, now);
        }

        if (LastUse.IsDue(user.LastSeen, now))
        {
            store.Users.NoteSeen(user.Id, now);
        }

        return caller;
    }

    /// <summary>As <see cref="Find"/>, without counting as a request: a page that is only left open does not keep its session.</summary>
    public Caller? Recheck(string? secret) =>
        SessionSecret.IsWellFormed(secret) && store.Sessions.Find(SecretDigest.Of(secret!)) is { } session && session.IsLive(time.GetUtcNow())
        && store.Users.Find(session.User) is { Disabled: null } user ? new Caller(user, Token: null, session) : null;
}
