namespace Atelier.Api.Tokens;

/// <summary>A token for programs.</summary>
public sealed record TokenResponse
{
    /// <summary>Stable id; not its secret.</summary>
    public required string Id { get; init; }

    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>Whose it is.</summary>
    public required string User { get; init; }

    /// <summary>What it allows.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it ends; null: never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>To the minute; null: never.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>True: refused from now on.</summary>
    public bool Revoked { get; init; }
}
