using Atelier.Workspace.Access;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tokens;

/// <summary>Tokens by the digest of their secret. See <see cref="IWorkspaceStore"/> for what durable means.</summary>
public interface ITokenStore
{
    Task<AccessToken> AddAsync(NewToken token, SecretDigest digest);

    AccessToken? Find(SecretDigest digest);

    AccessToken? Find(TokenId token);

    /// <summary>Those of a user, or of all, newest first, revoked ones included.</summary>
    IReadOnlyList<AccessToken> List(UserId? owner);

    /// <summary>False: there is none, or it was revoked before.</summary>
    Task<bool> RevokeAsync(TokenId token, DateTimeOffset at);

    /// <summary>Remembers a use, some time after the call; a crash may lose it.</summary>
    void NoteUse(TokenId token, DateTimeOffset at);
}
