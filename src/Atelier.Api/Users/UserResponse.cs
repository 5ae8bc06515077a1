namespace Atelier.Api.Users;

/// <summary>A user.</summary>
public sealed record UserResponse
{
    /// <summary>Stable id.</summary>
    public required string Id { get; init; }

    /// <summary>Signs in with it.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public required string DisplayName { get; init; }

    /// <summary><c>viewer operator editor admin</c>.</summary>
    public required string Role { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>True: cannot sign in, and their tokens are refused.</summary>
    public bool Disabled { get; init; }

    /// <summary>Last request, to the minute; null: never.</summary>
    public DateTimeOffset? LastSeen { get; init; }
}
