using Atelier.Workspace.Access;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Memory;

internal sealed class MemoryTokens(Lock gate) : ITokenStore
{
    private readonly Dictionary<TokenId, AccessToken> _tokens = [];
    private readonly Dictionary<SecretDigest, TokenId> _digests = [];
    private long _last;

    public Task<AccessToken> AddAsync(NewToken token, SecretDigest digest)
    {
        lock (gate)
        {
            var id = new TokenId(++_last);
            var added = new AccessToken { Id = id, Owner = token.Owner, Name = token.Name, Scopes = token.Scopes, Created = token.Created, Expires = token.Expires };
            _tokens[id] = added;
            _digests[digest] = id;
            return Task.FromResult(added);
        }
    }

    public AccessToken? Find(SecretDigest digest)
    {
        lock (gate)
        {
            return _digests.TryGetValue(digest, out var id) ? _tokens.GetValueOrDefault(id) : null;
        }
    }

    public AccessToken? Find(TokenId token)
    {
        lock (gate)
        {
            return _tokens.GetValueOrDefault(token);
        }
    }

    public IReadOnlyList<AccessToken> List(UserId? owner)
    {
        lock (gate)
        {
            return [.. _tokens.Values.Where(token => owner is null || token.Owner == owner).OrderByDescending(static token => token.Id.Value)];
        }
    }

    public Task<bool> RevokeAsync(TokenId token, DateTimeOffset at)
    {
        lock (gate)
        {
            var found = _tokens.TryGetValue(token, out var kept) && kept.Revoked is null;
            if (found)
            {
                _tokens[token] = kept! with { Revoked = at };
            }

            return Task.FromResult(found);
        }
    }

    /// <summary>With the lock held.</summary>
    public void RemoveAll(UserId owner)
    {
        foreach (var token in _tokens.Values.Where(token => token.Owner == owner).ToList())
        {
            _tokens.Remove(token.Id);
        }
    }

    public void NoteUse(TokenId token, DateTimeOffset at)
    {
        lock (gate)
        {
            if (_tokens.TryGetValue(token, out var kept))
            {
                _tokens[token] = kept with { LastUsed = at };
            }
        }
    }
}
