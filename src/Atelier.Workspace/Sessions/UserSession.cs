using Atelier.Workspace.Users;

namespace Atelier.Workspace.Sessions;

/// <summary>A browser that somebody signed in with. Its secret is kept as a digest only.</summary>
public sealed record UserSession
{
    /// <summary>How long one lasts without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>How long one lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>How many a user has at most: with one more, the oldest ends.</summary>
    public const int Most = 100;

    public required SessionId Id { get; init; }

    public required UserId User { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Up to a minute behind.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>Where it was opened from.</summary>
    public required string Address { get; init; }

    /// <summary>What the browser called itself, cut to 200 characters.</summary>
    public required string Agent { get; init; }

    /// <summary>Whether it counts.</summary>
    public bool IsLive(DateTimeOffset now) => now - LastSeen < Idle && now - Created < Longest;
}
