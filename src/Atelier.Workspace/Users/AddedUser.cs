namespace Atelier.Workspace.Users;

/// <summary>A user whose password was set.</summary>
/// <param name="User">The user.</param>
/// <param name="GeneratedPassword">The password where none was given: shown once, kept nowhere. Null: it was given.</param>
public sealed record AddedUser(User User, string? GeneratedPassword)
{
    /// <summary>Without the password, since what is printed ends in logs.</summary>
    public override string ToString() => $"AddedUser {User.Id}";
}
