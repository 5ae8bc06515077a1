using System.Security.Cryptography;
using System.Text;

namespace Atelier.Actions;

/// <summary>Keys of rows: at most 255 bytes of UTF-8.</summary>
internal static class RowKeys
{
    private const int MaxBytes = 255;
    private const int DigestCharacters = 16;

    /// <summary>
    /// The text itself when it fits; otherwise its beginning, <c>~</c> and 16 hexadecimal digits of its SHA-256, so that two long texts
    /// stay two keys and the same text gives the same key on every run.
    /// </summary>
    public static string Fit(string text)
    {
        // Three bytes is the most that one UTF-16 unit takes.
        if (text.Length * 3 <= MaxBytes || Encoding.UTF8.GetByteCount(text) <= MaxBytes)
        {
            return text;
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        var end = MaxBytes - DigestCharacters - 1;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return $"{Encoding.UTF8.GetString(bytes, 0, end)}~{Convert.ToHexStringLower(SHA256.HashData(bytes))[..DigestCharacters]}";
    }
}
