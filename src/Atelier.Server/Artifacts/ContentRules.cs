using System.Net.Http.Headers;
using Atelier.Hosting.Artifacts;

namespace Atelier.Server.Artifacts;

/// <summary>How bytes that others made are handed to a browser: never as a page, a script or a document of this site.</summary>
internal static class ContentRules
{
    /// <summary>Nothing loads, nothing runs, and it has an origin of its own.</summary>
    public const string Policy = "default-src 'none'; sandbox; frame-ancestors 'none'";

    // SVG, HTML, XML and PDF are missing on purpose: they can carry scripts.
    private static readonly HashSet<string> Shown =
    [
        "image/png", "image/jpeg", "image/gif", "image/webp", "image/avif", "image/bmp", "image/tiff", "image/heic",
        "audio/mpeg", "audio/ogg", "audio/flac", "audio/wav", "audio/mp4", "video/mp4", "video/webm", "video/ogg", "text/plain", "application/json",
    ];

    /// <summary>The type to say: what the bytes are, else what was recorded of them, else text or any bytes.</summary>
    /// <param name="artifact">The bytes.</param>
    /// <param name="recorded">The type in the value that names the artifact; null: not known.</param>
    public static string TypeOf(OpenArtifact artifact, string? recorded) =>
        artifact.MediaType
        ?? (MediaTypeHeaderValue.TryParse(recorded, out var type) && type.MediaType is { } named && !(Shown.Contains(named) && !artifact.IsText && named is "text/plain" or "application/json") ? named
            : artifact.IsText ? "text/plain" : MediaTypes.Unknown);

    /// <summary>True: a browser may show it in place. False: it is saved to a file.</summary>
    public static bool IsShown(string type) => Shown.Contains(type);

    /// <summary>A file name that is nothing but a name.</summary>
    public static string? NameOf(string? name)
    {
        var plain = name is null ? string.Empty : new string([.. Path.GetFileName(name.Replace('\\', '/')).Where(static character => !char.IsControl(character))]).Trim();
        return plain.Length == 0 ? null : plain.Length <= 200 ? plain : plain[..200];
    }

    /// <summary>Says so in the answer's headers.</summary>
    public static void Apply(HttpResponse response, string type, string? name, bool download)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, max-age=31536000, immutable";
        var disposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue(download || !IsShown(type) ? "attachment" : "inline");
        if (NameOf(name) is { } plain)
        {
            disposition.SetHttpFileName(plain);
        }

        response.Headers.ContentDisposition = disposition.ToString();
    }
}
