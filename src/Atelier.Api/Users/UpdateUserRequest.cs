namespace Atelier.Api.Users;

/// <summary>Changes a user; members that are null stay.</summary>
public sealed record UpdateUserRequest
{
    /// <summary>For people.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>viewer operator editor admin</c>.</summary>
    public string? Role { get; init; }

    /// <summary>Disabled users cannot sign in.</summary>
    public bool? Disabled { get; init; }

    /// <summary>True: the server makes a new password and answers it once.</summary>
    public bool ResetPassword { get; init; }
}
