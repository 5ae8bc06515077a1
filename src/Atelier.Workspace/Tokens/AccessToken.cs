using Atelier.Api.Security;
using Atelier.Workspace.Users;

namespace Atelier.Workspace.Tokens;

/// <summary>What a program shows to act for a user. Its secret is kept as a digest only.</summary>
public sealed record AccessToken
{
    public required TokenId Id { get; init; }

    public required UserId Owner { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>What it may at most; its owner's role bounds it further, at each use.</summary>
    public required Scope Scopes { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>From when it no longer counts; null: never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Up to a minute behind; null: never used.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>When it was revoked; null: it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsLive(DateTimeOffset now) => Revoked is null && !(Expires <= now);
}
