using System.Text;

namespace Atelier.Hosting.Artifacts;

/// <summary>Tells from their first bytes what bytes are (WHATWG MIME Sniffing, section 6; signatures of containers).</summary>
public static class MediaTypes
{
    /// <summary>Bytes that are looked at.</summary>
    public const int Head = 512;

    /// <summary>Bytes of any content.</summary>
    public const string Unknown = "application/octet-stream";

    private static readonly (byte[] Start, string Type)[] Starts =
    [
        ([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
        ("GIF87a"u8.ToArray(), "image/gif"),
        ("GIF89a"u8.ToArray(), "image/gif"),
        ("BM"u8.ToArray(), "image/bmp"),
        ([0x49, 0x49, 0x2A, 0x00], "image/tiff"),
        ([0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
        ("%PDF-"u8.ToArray(), "application/pdf"),
        ("OggS"u8.ToArray(), "audio/ogg"),
        ("fLaC"u8.ToArray(), "audio/flac"),
        ("ID3"u8.ToArray(), "audio/mpeg"),
        ([0xFF, 0xFB], "audio/mpeg"),
        ([0x1A, 0x45, 0xDF, 0xA3], "video/webm"),
        ("PK\u0003\u0004"u8.ToArray(), "application/zip"),
        ([0x1F, 0x8B], "application/gzip"),
    ];

    /// <summary>The type; null: it cannot be told.</summary>
    public static string? Sniff(ReadOnlySpan<byte> head)
    {
        foreach (var (start, type) in Starts)
        {
            if (head.StartsWith(start))
            {
                return type;
            }
        }

        if (head.Length >= 12 && head.StartsWith("RIFF"u8))
        {
            return head[8..12] switch
            {
                [(byte)'W', (byte)'E', (byte)'B', (byte)'P'] => "image/webp",
                [(byte)'W', (byte)'A', (byte)'V', (byte)'E'] => "audio/wav",
                _ => null,
            };
        }

        return head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8) ? OfBrand(Encoding.ASCII.GetString(head[8..12])) : null;
    }

    /// <summary>True: text that nothing in a browser runs, as far as its first bytes tell.</summary>
    public static bool IsText(ReadOnlySpan<byte> head)
    {
        if (head.IndexOf((byte)0) >= 0)
        {
            return false;
        }

        // The end of what is looked at may cut a character.
        for (var cut = 0; cut < 4 && cut <= head.Length; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(head[..^cut]))
            {
                return true;
            }
        }

        return false;
    }

    private static string? OfBrand(string brand) => brand switch
    {
        "avif" or "avis" => "image/avif",
        "heic" or "heix" or "mif1" => "image/heic",
        "M4A " => "audio/mp4",
        "isom" or "iso2" or "mp41" or "mp42" or "avc1" or "M4V " or "qt  " => "video/mp4",
        _ => null,
    };
}
