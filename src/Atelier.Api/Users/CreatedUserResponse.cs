namespace Atelier.Api.Users;

/// <summary>A new user.</summary>
public sealed record CreatedUserResponse
{
    /// <summary>Who.</summary>
    public required UserResponse User { get; init; }

    /// <summary>The password the server made; shown only here. Null: one was given.</summary>
    public string? Password { get; init; }
}
