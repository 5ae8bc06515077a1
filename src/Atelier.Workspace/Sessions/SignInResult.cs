namespace Atelier.Workspace.Sessions;

/// <summary>What became of a try to sign in. Closed.</summary>
public abstract record SignInResult
{
    private SignInResult()
    {
    }

    /// <summary>It was them.</summary>
    public sealed record SignedIn(OpenedSession Opened) : SignInResult;

    /// <summary>Name and password do not fit, or the user is disabled: which is not said.</summary>
    public sealed record Refused : SignInResult;

    /// <summary>Too many tries; the password was not looked at.</summary>
    public sealed record Throttled(TimeSpan Wait) : SignInResult;
}
