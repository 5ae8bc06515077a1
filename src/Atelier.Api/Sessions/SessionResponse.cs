namespace Atelier.Api.Sessions;

/// <summary>Who is signed in, and what that allows.</summary>
public sealed record SessionResponse
{
    /// <summary>User name, or the name of the token.</summary>
    public required string User { get; init; }

    /// <summary>For people.</summary>
    public required string DisplayName { get; init; }

    /// <summary><c>viewer operator editor admin</c>.</summary>
    public required string Role { get; init; }

    /// <summary>What may be asked: <c>read run work edit admin</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>For browser sessions: send it as <c>X-Atelier-Csrf</c> with every request that changes something. Null for tokens.</summary>
    public string? Csrf { get; init; }

    /// <summary>When it ends by itself; null: never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>True: the password is the one the server made at its first start, and should be changed.</summary>
    public bool MustChangePassword { get; init; }
}
