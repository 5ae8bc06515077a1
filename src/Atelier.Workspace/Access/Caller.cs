using Atelier.Api.Security;
using Atelier.Workspace.Sessions;
using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Access;

/// <summary>Who asks: a user in a browser, or a token of theirs. One of the two is there.</summary>
/// <param name="User">The user, who is not disabled.</param>
/// <param name="Token">The token.</param>
/// <param name="Session">The session.</param>
public sealed record Caller(User User, AccessToken? Token, UserSession? Session)
{
    /// <summary>What they may: a token never more than its user may now.</summary>
    public Scope Allowed => Token is null ? Scopes.Of(User.Role) : Scopes.Of(User.Role) & Token.Scopes;
}
