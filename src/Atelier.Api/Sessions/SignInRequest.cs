namespace Atelier.Api.Sessions;

/// <summary>Signs a person in.</summary>
public sealed record SignInRequest
{
    /// <summary>User name, in whatever case.</summary>
    public required string Name { get; init; }

    /// <summary>The password.</summary>
    public required string Password { get; init; }
}
