namespace Atelier.Workspace.Users;

/// <summary>What became of a change to a user.</summary>
public enum UserWrite
{
    Saved,

    /// <summary>There is no such user.</summary>
    Missing,

    /// <summary>Nothing was changed: no user would be left that is an admin and not disabled.</summary>
    LastAdmin,
}
