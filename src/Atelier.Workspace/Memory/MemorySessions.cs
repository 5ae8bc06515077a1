using Atelier.Workspace.Access;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Memory;

internal sealed class MemorySessions(Lock gate) : ISessionStore
{
    private readonly Dictionary<SecretDigest, UserSession> _sessions = [];
    private long _last;

    public Task<UserSession> AddAsync(NewSession session, SecretDigest digest)
    {
        lock (gate)
        {
            var added = new UserSession { Id = new SessionId(++_last), User = session.User, Created = session.Created, LastSeen = session.Created, Address = session.Address, Agent = session.Agent };
            _sessions[digest] = added;
            var kept = List(session.User).Take(UserSession.Most).Select(static session => session.Id).ToHashSet();
            End(other => other.User == session.User && !kept.Contains(other.Id));
            return Task.FromResult(added);
        }
    }

    public UserSession? Find(SecretDigest digest)
    {
        lock (gate)
        {
            return _sessions.GetValueOrDefault(digest);
        }
    }

    public IReadOnlyList<UserSession> List(UserId user)
    {
        lock (gate)
        {
            return [.. _sessions.Values.Where(session => session.User == user).OrderByDescending(static session => session.Id.Value)];
        }
    }

    public Task<bool> EndAsync(UserId user, SessionId session)
    {
        lock (gate)
        {
            return Task.FromResult(End(kept => kept.User == user && kept.Id == session) > 0);
        }
    }

    public Task<int> EndAllAsync(UserId user)
    {
        lock (gate)
        {
            return Task.FromResult(EndAll(user));
        }
    }

    public Task<int> SweepAsync(DateTimeOffset now)
    {
        lock (gate)
        {
            return Task.FromResult(End(session => !session.IsLive(now)));
        }
    }

    public void NoteSeen(SessionId session, DateTimeOffset at)
    {
        lock (gate)
        {
            foreach (var (digest, kept) in _sessions.Where(pair => pair.Value.Id == session).ToList())
            {
                _sessions[digest] = kept with { LastSeen = at };
            }
        }
    }

    /// <summary>With the lock held.</summary>
    public int EndAll(UserId user) => End(session => session.User == user);

    private int End(Func<UserSession, bool> which)
    {
        var ended = _sessions.Where(pair => which(pair.Value)).Select(static pair => pair.Key).ToList();
        ended.ForEach(digest => _sessions.Remove(digest));
        return ended.Count;
    }
}
