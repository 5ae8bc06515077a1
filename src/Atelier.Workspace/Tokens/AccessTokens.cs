using Atelier.Api.Security;
using Atelier.Workspace.Access;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tokens;

/// <summary>Makes tokens, knows them again, and revokes them.</summary>
public sealed class AccessTokens(IWorkspaceStore store, TimeProvider time, RandomBytes random)
{
    /// <summary>Characters of a name, at most.</summary>
    public const int MaxName = 100;

    /// <summary>Tokens that count, for each user at most.</summary>
    public const int MaxLive = 200;

    /// <summary>Makes a token for a user with some of their scopes.</summary>
    /// <param name="owner">Whose it is.</param>
    /// <param name="most">What who asks may: a token of few scopes must not make one of more.</param>
    /// <param name="name">What it is for.</param>
    /// <param name="scopes">What it may.</param>
    /// <param name="expires">When it ends; null: not by itself.</param>
    public async Task<Answer<CreatedToken>> CreateAsync(User owner, Scope most, string name, Scope scopes, DateTimeOffset? expires)
    {
        var now = time.GetUtcNow();
        if (Check(owner, most & Scopes.Of(owner.Role), name, scopes, expires, now) is { } refusal)
        {
            return refusal;
        }

        var secret = TokenSecret.Create(random);
        var token = await store.Tokens.AddAsync(new NewToken(owner.Id, name, scopes, now, expires), SecretDigest.Of(secret)).ConfigureAwait(false);
        return new CreatedToken(token, secret);
    }

    /// <summary>Who shows this text; null: nobody who may. Whether it is unknown, expired, revoked or of a disabled user is not told apart.</summary>
    public Caller? Find(string? secret)
    {
        if (!TokenSecret.IsWellFormed(secret) || store.Tokens.Find(SecretDigest.Of(secret!)) is not { } token || Check(token) is not { User: var user } caller)
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (LastUse.IsDue(token.LastUsed, now))
        {
            store.Tokens.NoteUse(token.Id, now);
        }

        if (LastUse.IsDue(user.LastSeen, now))
        {
            store.Users.NoteSeen(user.Id, now);
        }

        return caller;
    }

    /// <summary>Looks again at a token that was found before, without counting as a use; null: it no longer counts.</summary>
    public Caller? Recheck(TokenId id) => store.Tokens.Find(id) is { } token ? Check(token) : null;

    private Caller? Check(AccessToken token) =>
        token.IsLive(time.GetUtcNow()) && store.Users.Find(token.Owner) is { Disabled: null } user ? new Caller(user, token, Session: null) : null;

    private WorkspaceRefusal? Check(User owner, Scope most, string name, Scope scopes, DateTimeOffset? expires, DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName || name.Any(char.IsControl))
        {
            return new WorkspaceRefusal(WorkspaceCodes.TokenRefused, "this cannot be the name of a token", $"say in up to {MaxName} characters what it is for");
        }

        if (scopes == Scope.None || (scopes & ~most) != Scope.None)
        {
            return new WorkspaceRefusal(WorkspaceCodes.TokenRefused, "a token has one or more of the scopes of who makes it", $"choose of: {string.Join(", ", Scopes.ToWords(most))}");
        }

        if (expires <= now)
        {
            return new WorkspaceRefusal(WorkspaceCodes.TokenRefused, "the token would have expired already", "give a time to come, or none");
        }

        return store.Tokens.List(owner.Id).Count(token => token.IsLive(now)) >= MaxLive
            ? new WorkspaceRefusal(WorkspaceCodes.TokenRefused, $"{owner.Name} has {MaxLive} tokens", "revoke those that are no longer used")
            : null;
    }
}
