namespace Atelier.Workspace.Users;

/// <summary>What names and passwords must be.</summary>
public static class UserRules
{
    /// <summary>Characters of a password, at least. Length is what resists guessing; rules about kinds of characters do not.</summary>
    public const int MinPassword = 12;

    /// <summary>Characters of a password, at most: hashing must not become a way to keep the processor busy.</summary>
    public const int MaxPassword = 256;

    /// <summary>Characters of a name, at most.</summary>
    public const int MaxName = 64;

    /// <summary>Characters of a display name, at most.</summary>
    public const int MaxDisplayName = 128;

    /// <summary>Null: the name is good.</summary>
    public static WorkspaceRefusal? CheckName(string name) =>
        name.Length is > 0 and <= MaxName && char.IsAsciiLetterOrDigit(name[0]) && name.All(static sign => char.IsAsciiLetterOrDigit(sign) || sign is '.' or '_' or '-' or '@')
            ? null
            : new WorkspaceRefusal(WorkspaceCodes.UserNameRefused, "this cannot be the name of a user", $"use up to {MaxName} letters a to z, digits, and . _ - @, beginning with a letter or digit");

    /// <summary>Null: the display name is good.</summary>
    public static WorkspaceRefusal? CheckDisplayName(string name) =>
        name.Length is > 0 and <= MaxDisplayName && !name.Any(char.IsControl)
            ? null
            : new WorkspaceRefusal(WorkspaceCodes.UserNameRefused, "this cannot be the display name of a user", $"use up to {MaxDisplayName} characters, none of them a control character");

    /// <summary>Null: the password is good.</summary>
    public static WorkspaceRefusal? CheckPassword(string userName, string password)
    {
        var problem = password.Length < MinPassword ? $"the password has fewer than {MinPassword} characters"
            : password.Length > MaxPassword ? $"the password has more than {MaxPassword} characters"
            : password.Contains(userName, StringComparison.OrdinalIgnoreCase) && password.Length < userName.Length + MinPassword ? "the password is little more than the name"
            : password.Distinct().Count() < 4 ? "the password repeats a few characters"
            : null;
        return problem is null ? null : new WorkspaceRefusal(WorkspaceCodes.PasswordRefused, problem, $"choose {MinPassword} characters or more that nobody guesses; several words do well");
    }
}
