namespace Atelier.Api.Users;

/// <summary>Adds a user.</summary>
public sealed record CreateUserRequest
{
    /// <summary>Letters, digits, dots, dashes and underscores; unique in whatever case.</summary>
    public required string Name { get; init; }

    /// <summary>For people; default: the name.</summary>
    public string? DisplayName { get; init; }

    /// <summary><c>viewer operator editor admin</c>.</summary>
    public required string Role { get; init; }

    /// <summary>At least 12 characters; null: the server makes one and answers it once.</summary>
    public string? Password { get; init; }
}
