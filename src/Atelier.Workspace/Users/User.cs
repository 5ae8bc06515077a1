using Atelier.Api.Security;

namespace Atelier.Workspace.Users;

/// <summary>Somebody who may sign in. The password is kept apart, so that no user that is shown or logged carries it.</summary>
public sealed record User
{
    public required UserId Id { get; init; }

    /// <summary>What they sign in with; unique, whether written in small or large letters. See <see cref="UserRules"/>.</summary>
    public required string Name { get; init; }

    /// <summary>What others see.</summary>
    public required string DisplayName { get; init; }

    public required Role Role { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Since when they may not sign in, and none of their tokens counts; null: they may.</summary>
    public DateTimeOffset? Disabled { get; init; }

    /// <summary>Up to a minute behind, in a browser or with a token; null: never.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Whether the password was made for them and is to be replaced by one of their own.</summary>
    public bool MustChangePassword { get; init; }
}
