namespace Atelier.Workspace.Tokens;

/// <summary>A new token.</summary>
/// <param name="Token">What is kept.</param>
/// <param name="Secret">Its text: shown once, kept nowhere.</param>
public sealed record CreatedToken(AccessToken Token, string Secret)
{
    /// <summary>Without the secret, since what is printed ends in logs.</summary>
    public override string ToString() => $"CreatedToken {Token.Id}";
}
