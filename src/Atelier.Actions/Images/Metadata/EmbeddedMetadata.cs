namespace Atelier.Actions.Images.Metadata;

/// <summary>The two blocks a picture file can carry.</summary>
/// <param name="Exif">EXIF; null for none.</param>
/// <param name="Xmp">XMP packet; null for none.</param>
internal sealed record EmbeddedMetadata(byte[]? Exif, string? Xmp)
{
    /// <summary>Reads them from a JPEG, PNG or WebP file; null when the file is of another format or broken.</summary>
    public static EmbeddedMetadata? Read(byte[] file)
    {
        try
        {
            return JpegFile.Is(file) ? JpegFile.Read(file) : PngFile.Is(file) ? PngFile.Read(file) : WebpFile.Is(file) ? WebpFile.Read(file) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The same picture with these blocks instead of its own; no pixel is coded again. Null when the format has no room for them.</summary>
    public byte[]? WriteInto(byte[] file) =>
        JpegFile.Is(file) ? JpegFile.Write(file, this) : PngFile.Is(file) ? PngFile.Write(file, this) : WebpFile.Is(file) ? WebpFile.Write(file, this) : null;
}
