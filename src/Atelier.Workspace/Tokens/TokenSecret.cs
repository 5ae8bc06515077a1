using System.Buffers.Text;

namespace Atelier.Workspace.Tokens;

/// <summary>The text of a token: <c>atl_</c>, then 256 random bits in base64url. The prefix lets scanners find ones that were published by mistake.</summary>
public static class TokenSecret
{
    public const string Prefix = "atl_";

    private const int Bytes = 32;
    private const int Length = 4 + 43;

    public static string Create(RandomBytes random) => Prefix + Base64Url.EncodeToString(random(Bytes));

    /// <summary>Whether it looks like one: what does not is never looked up.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Length } && text.StartsWith(Prefix, StringComparison.Ordinal) && Base64Url.IsValid(text.AsSpan(Prefix.Length));
}
