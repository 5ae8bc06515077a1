namespace Atelier.Hosts.Media;

/// <summary>A picture's header.</summary>
/// <param name="Format">jpeg, png, webp, avif, heif, tiff, gif or svg.</param>
/// <param name="MediaType">IANA media type of that format.</param>
/// <param name="Width">Pixels, the right way up.</param>
/// <param name="Height">Pixels, the right way up.</param>
/// <param name="Orientation">EXIF orientation 1..8 as stored; 1 when there is none.</param>
/// <param name="Space">Colour space: srgb, cmyk, b-w and so on.</param>
/// <param name="Channels">Channels, alpha included.</param>
/// <param name="Depth">Type of a sample: uchar, ushort, float.</param>
/// <param name="HasAlpha">Whether it can be transparent.</param>
/// <param name="HasProfile">Whether it carries an ICC profile.</param>
/// <param name="Pages">Pages or frames.</param>
/// <param name="Density">Pixels an inch; null when the file says nothing.</param>
/// <param name="Size">Bytes of the file.</param>
/// <param name="Exif">The EXIF block; null when there is none.</param>
/// <param name="Xmp">The XMP packet; null when there is none.</param>
public sealed record PictureInfo(
    string Format,
    string MediaType,
    int Width,
    int Height,
    int Orientation,
    string Space,
    int Channels,
    string Depth,
    bool HasAlpha,
    bool HasProfile,
    int Pages,
    double? Density,
    long Size,
    byte[]? Exif,
    string? Xmp);
