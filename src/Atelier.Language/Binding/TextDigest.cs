using System.Security.Cryptography;
using System.Text;

namespace Atelier.Language.Binding;

/// <summary>Digests of definitions.</summary>
internal static class TextDigest
{
    /// <summary><c>sha256:</c> of the text, and of the digests of what is inlined when there is any.</summary>
    public static string Of(string text, IReadOnlyCollection<string> inlined)
    {
        var own = SHA256.HashData(Encoding.UTF8.GetBytes(text));
        if (inlined.Count > 0)
        {
            own = SHA256.HashData(Encoding.UTF8.GetBytes($"{Convert.ToHexStringLower(own)}\n{string.Join('\n', inlined)}"));
        }

        return $"sha256:{Convert.ToHexStringLower(own)}";
    }
}
