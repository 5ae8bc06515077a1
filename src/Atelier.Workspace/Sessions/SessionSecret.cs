using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Atelier.Workspace.Sessions;

/// <summary>
/// The text of a session's cookie: 256 random bits in base64url. The word that mutating requests carry in a header is derived from it, so each session has its own,
/// no other site can know it, and it need not be kept.
/// </summary>
public static class SessionSecret
{
    private const int Bytes = 32;
    private const int Length = 43;

    public static string Create(RandomBytes random) => Base64Url.EncodeToString(random(Bytes));

    /// <summary>Whether it looks like one: what does not is never looked up.</summary>
    public static bool IsWellFormed(string? text) => text is { Length: Length } && Base64Url.IsValid(text);

    /// <summary>What requests that change something carry besides the cookie.</summary>
    public static string CsrfOf(string secret) => Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), "csrf"u8));

    /// <summary>Whether a request carries the session's word. Takes equally long wherever they differ.</summary>
    public static bool IsCsrf(string secret, string? word) =>
        word is { Length: < 200 } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(CsrfOf(secret)), Encoding.UTF8.GetBytes(word));
}
