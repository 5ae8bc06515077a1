namespace Atelier.Actions.Images;

/// <summary>A format pictures are written in.</summary>
internal enum ImageFormat
{
    Jpeg,
    Png,
    Webp,
    Avif,
    Tiff,
}
