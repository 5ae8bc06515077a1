using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>Names of formats.</summary>
internal static class ImageFormats
{
    /// <summary>The format of the input where it can be written, else PNG.</summary>
    public static ImageFormat Like(Artifact image) => image.MediaType switch
    {
        "image/jpeg" => ImageFormat.Jpeg,
        "image/webp" => ImageFormat.Webp,
        "image/avif" => ImageFormat.Avif,
        "image/tiff" => ImageFormat.Tiff,
        _ => ImageFormat.Png,
    };

    /// <summary>The host's word, which is also the last part of the media type.</summary>
    public static string Word(this ImageFormat format) => format.ToString().ToLowerInvariant();

    public static string MediaType(this ImageFormat format) => "image/" + format.Word();

    public static string Extension(this ImageFormat format) => format == ImageFormat.Jpeg ? ".jpg" : "." + format.Word();
}
