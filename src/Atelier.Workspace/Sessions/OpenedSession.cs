using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>A new session.</summary>
/// <param name="User">Whose.</param>
/// <param name="Session">What is kept.</param>
/// <param name="Secret">The text of the cookie: kept nowhere else.</param>
public sealed record OpenedSession(User User, UserSession Session, string Secret)
{
    /// <summary>Without the secret, since what is printed ends in logs.</summary>
    public override string ToString() => $"OpenedSession {Session.Id}";
}
