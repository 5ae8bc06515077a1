using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Atelier.Api.Http;
using Atelier.Api.Security;

namespace Atelier.Server.Security;

/// <summary>The token of one start of the server, told to who started it: everything may be done with it while the server lives.</summary>
internal sealed class StartToken
{
    private readonly byte[] _digest;

    public StartToken()
    {
        Text = ApiHeaders.TokenPrefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        _digest = SHA256.HashData(Encoding.ASCII.GetBytes(Text));
    }

    /// <summary>The secret.</summary>
    public string Text { get; }

    /// <summary>Who holds it; null: it is another text.</summary>
    public Identity? Of(string text) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _digest) ? new Identity("start", Scopes.Of(Role.Admin)) : null;
}
