using System.Text.Json.Serialization;

namespace Atelier.Hosts.Media;

/// <summary>Asks for one picture out of another: turned upright, changed in regions, straightened, cut, resized, adjusted, encoded, in this order and decoded once.</summary>
/// <param name="Input">Path of the picture.</param>
/// <param name="Output">Path of the file to write.</param>
/// <param name="Format">jpeg, png, webp, avif or tiff.</param>
public sealed record RenderRequest(string Input, string Output, string Format)
{
    /// <summary>Frame or page, from 0.</summary>
    public int? Page { get; init; }

    /// <summary>Whether the EXIF orientation is applied. Default (null): yes.</summary>
    public bool? Orient { get; init; }

    /// <summary>Changes of parts by masks, in this order; null: none.</summary>
    public IReadOnlyList<MaskedRegion>? Regions { get; init; }

    /// <summary>Degrees clockwise to turn about the middle, the size staying as it is; corners show the background. Null: none.</summary>
    public double? Straighten { get; init; }

    /// <summary>The part to cut out; null: all.</summary>
    public CropArea? Crop { get; init; }

    /// <summary>The new size; null: as it is.</summary>
    public ResizeTo? Resize { get; init; }

    /// <summary>Changes of tone and geometry; null: none.</summary>
    public Adjustments? Adjust { get; init; }

    /// <summary>What shows behind transparency and in new corners, as CSS colour. Default (null): white.</summary>
    public string? Background { get; init; }

    /// <summary>1..100. Default (null): 80 for JPEG and WebP, 50 for AVIF, lossless for PNG and TIFF.</summary>
    public int? Quality { get; init; }

    /// <summary>WebP, AVIF, TIFF without loss.</summary>
    public bool? Lossless { get; init; }

    /// <summary>How hard the encoder tries.</summary>
    public int? Effort { get; init; }

    /// <summary>Whether EXIF, XMP and the colour profile are carried over. Default (null): no.</summary>
    public bool? KeepMetadata { get; init; }

    [JsonInclude]
    internal long MaxPixels { get; init; }
}
