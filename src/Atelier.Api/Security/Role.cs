namespace Atelier.Api.Security;

/// <summary>What a user is to the home. Numbers are stored: never renumber.</summary>
public enum Role
{
    /// <summary>Looks.</summary>
    Viewer = 0,

    /// <summary>Starts and steers runs.</summary>
    Operator = 1,

    /// <summary>Writes workflows.</summary>
    Editor = 2,

    /// <summary>Everything.</summary>
    Admin = 3,
}
