using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Atelier.Actions.Files;

/// <summary>Reads text and never guesses: bytes that do not fit the encoding are a mistake, not a replacement character.</summary>
internal static class TextBytes
{
    /// <summary>Most bytes that become one value: 8 MiB.</summary>
    public const int MaxBytes = 8 << 20;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Encodings by the names that workflows use.</summary>
    public static Encoding Encoding(TextEncoding encoding) => encoding == TextEncoding.Latin1 ? System.Text.Encoding.Latin1 : Strict;

    /// <summary>Decodes; a byte order mark is dropped. False with a clause that names the first wrong byte.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, TextEncoding encoding, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out string? mistake)
    {
        mistake = null;
        if (encoding == TextEncoding.Utf8 && bytes.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        try
        {
            text = Encoding(encoding).GetString(bytes);
            return true;
        }
        catch (DecoderFallbackException exception)
        {
            text = null;
            mistake = $"byte {exception.Index} is no UTF-8; use `encoding: latin1` when the text is in Latin-1, or take the bytes as an artifact";
            return false;
        }
    }
}

/// <summary>Text encodings.</summary>
internal enum TextEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8,

    /// <summary>ISO 8859-1: a byte a character.</summary>
    Latin1,
}
