namespace Atelier.Api.Tokens;

/// <summary>A new token.</summary>
public sealed record CreatedTokenResponse
{
    /// <summary>What it is.</summary>
    public required TokenResponse Token { get; init; }

    /// <summary><c>atl_...</c>; shown only here.</summary>
    public required string Secret { get; init; }
}
