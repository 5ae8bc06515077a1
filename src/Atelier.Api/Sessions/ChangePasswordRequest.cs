namespace Atelier.Api.Sessions;

/// <summary>Changes the password of the user who asks; every other session of theirs ends.</summary>
public sealed record ChangePasswordRequest
{
    /// <summary>The password until now.</summary>
    public required string Current { get; init; }

    /// <summary>The new one, at least 12 characters.</summary>
    public required string New { get; init; }
}
