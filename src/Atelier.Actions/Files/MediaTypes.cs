using System.Collections.Frozen;

namespace Atelier.Actions.Files;

/// <summary>Media types by file extension: the ones that collections are made of.</summary>
internal static class MediaTypes
{
    public const string Unknown = "application/octet-stream";

    private static readonly FrozenDictionary<string, string> ByExtension = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["jfif"] = "image/jpeg",
        ["png"] = "image/png",
        ["gif"] = "image/gif",
        ["webp"] = "image/webp",
        ["avif"] = "image/avif",
        ["heic"] = "image/heic",
        ["heif"] = "image/heif",
        ["tif"] = "image/tiff",
        ["tiff"] = "image/tiff",
        ["bmp"] = "image/bmp",
        ["svg"] = "image/svg+xml",
        ["ico"] = "image/x-icon",
        ["jxl"] = "image/jxl",
        ["mp3"] = "audio/mpeg",
        ["wav"] = "audio/wav",
        ["flac"] = "audio/flac",
        ["ogg"] = "audio/ogg",
        ["opus"] = "audio/ogg",
        ["m4a"] = "audio/mp4",
        ["aac"] = "audio/aac",
        ["mp4"] = "video/mp4",
        ["m4v"] = "video/mp4",
        ["webm"] = "video/webm",
        ["mov"] = "video/quicktime",
        ["mkv"] = "video/x-matroska",
        ["avi"] = "video/x-msvideo",
        ["txt"] = "text/plain",
        ["log"] = "text/plain",
        ["conll"] = "text/plain",
        ["md"] = "text/markdown",
        ["csv"] = "text/csv",
        ["tsv"] = "text/tab-separated-values",
        ["html"] = "text/html",
        ["htm"] = "text/html",
        ["css"] = "text/css",
        ["js"] = "text/javascript",
        ["mjs"] = "text/javascript",
        ["py"] = "text/x-python",
        ["sh"] = "application/x-sh",
        ["json"] = "application/json",
        ["jsonl"] = "application/jsonl",
        ["ndjson"] = "application/jsonl",
        ["yaml"] = "application/yaml",
        ["yml"] = "application/yaml",
        ["xml"] = "application/xml",
        ["pdf"] = "application/pdf",
        ["zip"] = "application/zip",
        ["gz"] = "application/gzip",
        ["tar"] = "application/x-tar",
        ["db"] = "application/vnd.sqlite3",
        ["sqlite"] = "application/vnd.sqlite3",
        ["onnx"] = "application/onnx",
        ["parquet"] = "application/vnd.apache.parquet",
        ["xmp"] = "application/rdf+xml",
        ["doc"] = "application/msword",
        ["docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ["epub"] = "application/epub+zip",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<string, string> ToExtension = ByExtension
        .GroupBy(pair => pair.Value)
        .ToFrozenDictionary(group => group.Key, group => group.First().Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>The media type of a file by its name; <see cref="Unknown"/> when the extension says nothing.</summary>
    public static string OfFile(string name) => ByExtension.GetValueOrDefault(ExtensionOf(name), Unknown);

    /// <summary>A usual extension (without a dot) of a media type; null when there is none.</summary>
    public static string? ExtensionFor(string mediaType) =>
        ToExtension.GetValueOrDefault(mediaType.Split(';', 2)[0].Trim());

    /// <summary>The extension in lower case without its dot; empty when there is none.</summary>
    public static string ExtensionOf(string name) => Path.GetExtension(name).TrimStart('.').ToLowerInvariant();
}
