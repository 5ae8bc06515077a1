using System.ComponentModel;
using Atelier.Actions.Images.Metadata;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What <c>images.info</c> takes.</summary>
internal sealed record InfoInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("Whether the whole picture is decoded, so that one that is cut off or damaged fails here.")]
    [DefaultValue(false)]
    public bool Verify { get; init; }
}

/// <summary>What <c>images.info</c> yields.</summary>
internal sealed record InfoOutput
{
    [Description("jpeg, png, webp, avif, heif, tiff, gif or svg.")]
    public required string Format { get; init; }

    [Description("Media type of that format.")]
    public required string MediaType { get; init; }

    [Description("Pixels, the right way up.")]
    public required int Width { get; init; }

    [Description("Pixels, the right way up.")]
    public required int Height { get; init; }

    [Description("Orientation as stored, 1 to 8; 1 is upright.")]
    public required int Orientation { get; init; }

    [Description("Colour space: srgb, cmyk, b-w and so on.")]
    public required string Space { get; init; }

    [Description("Channels, alpha included.")]
    public required int Channels { get; init; }

    [Description("Whether it can be transparent.")]
    public required bool HasAlpha { get; init; }

    [Description("Whether it carries a colour profile.")]
    public required bool HasProfile { get; init; }

    [Description("Pages or frames.")]
    public required int Pages { get; init; }

    [Description("Pixels an inch, when the file says so.")]
    public required double? Density { get; init; }

    [Description("Bytes of the file.")]
    public required long Size { get; init; }

    [Description("When it was taken, as the camera noted it, without an offset unless it noted one.")]
    public required string? Taken { get; init; }

    [Description("Degrees north, from GPS.")]
    public required double? Latitude { get; init; }

    [Description("Degrees east, from GPS.")]
    public required double? Longitude { get; init; }

    [Description("EXIF fields by their standard names: Make, Model, DateTimeOriginal, FNumber ...")]
    public required IReadOnlyDictionary<string, string> Exif { get; init; }

    [Description("XMP fields: title, description, creator, rights, keywords (list), rating, and further ones by name.")]
    public required IReadOnlyDictionary<string, object> Xmp { get; init; }
}

/// <summary><c>images.info</c>: what the header says.</summary>
internal sealed class InfoAction(MediaHostPool pool) : StepAction<InfoInput, InfoOutput>
{
    public override ActionMetadata Metadata { get; } = new("images.info", 1, ReuseClass.Pure, "Reads a picture's size, format, and metadata (EXIF, XMP).")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: info
              uses: images.info
              with: { image: "${painting}", verify: true }
            """,
    };

    protected override async ValueTask<ActionResult<InfoOutput>> ExecuteAsync(InfoInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var result = await pool.InfoAsync(new InfoRequest(path, input.Verify), cancellationToken).ConfigureAwait(false);
        if (!result.TryGet(out var info, out var failure))
        {
            return failure;
        }

        var exif = ExifBlock.Read(info.Exif);
        return new InfoOutput
        {
            Format = info.Format,
            MediaType = info.MediaType,
            Width = info.Width,
            Height = info.Height,
            Orientation = info.Orientation,
            Space = info.Space,
            Channels = info.Channels,
            HasAlpha = info.HasAlpha,
            HasProfile = info.HasProfile,
            Pages = info.Pages,
            Density = info.Density,
            Size = info.Size,
            Taken = exif.Taken,
            Latitude = exif.Latitude,
            Longitude = exif.Longitude,
            Exif = exif.Fields,
            Xmp = XmpPacket.Parse(info.Xmp).Fields(),
        };
    }
}
