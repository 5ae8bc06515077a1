namespace Atelier.Api.Tokens;

/// <summary>Makes a token for the user who asks.</summary>
public sealed record CreateTokenRequest
{
    /// <summary>For people.</summary>
    public required string Name { get; init; }

    /// <summary>A subset of the user's: <c>read run work edit admin</c>.</summary>
    public required IReadOnlyList<string> Scopes { get; init; }

    /// <summary>Days until it ends, 1 to 3650; null: never.</summary>
    public int? ExpiresDays { get; init; }
}
