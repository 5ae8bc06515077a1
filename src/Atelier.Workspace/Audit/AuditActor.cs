using Atelier.Workspace.Tokens;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Audit;

/// <summary>Who did something.</summary>
/// <param name="User">The user; null: nobody known.</param>
/// <param name="Name">The user's name at the time, or what somebody gave as one when signing in; null: none was given.</param>
/// <param name="Token">The token they used; null: a browser, or nobody known.</param>
/// <param name="TokenName">What the token was called at the time.</param>
public sealed record AuditActor(UserId? User, string? Name, TokenId? Token = null, string? TokenName = null)
{
    /// <summary>Somebody who did not say who they are.</summary>
    public static AuditActor Nobody { get; } = new(null, null);
}
