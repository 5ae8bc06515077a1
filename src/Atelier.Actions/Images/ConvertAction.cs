using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>How a picture meets a size of other proportions.</summary>
internal enum ImageFit
{
    Cover,
    Contain,
    Fill,
    Inside,
    Outside,
}

/// <summary>Which part stays when <c>cover</c> cuts.</summary>
internal enum ImagePosition
{
    Center,
    Top,
    Right,
    Bottom,
    Left,
    Entropy,
    Attention,
}

/// <summary>What <c>images.convert</c> takes.</summary>
internal sealed record ConvertInput
{
    [Description("The picture: JPEG, PNG, WebP, AVIF, TIFF, GIF or SVG.")]
    public required Artifact Image { get; init; }

    [Description("New width in pixels; without it the width follows from the height.")]
    [Range(1, 65_535)]
    public int? Width { get; init; }

    [Description("New height in pixels; without it the height follows from the width.")]
    [Range(1, 65_535)]
    public int? Height { get; init; }

    [Description("With both sides given: `cover` fills the size and cuts what sticks out, `contain` shows all on the background, `fill` distorts, `inside` and `outside` keep proportions and meet the size with one side.")]
    [DefaultValue(ImageFit.Cover)]
    public ImageFit Fit { get; init; } = ImageFit.Cover;

    [Description("Which part `cover` keeps; `entropy` and `attention` look for the busiest and the most striking one.")]
    [DefaultValue(ImagePosition.Center)]
    public ImagePosition Position { get; init; } = ImagePosition.Center;

    [Description("Whether a smaller picture is enlarged to the size.")]
    [DefaultValue(true)]
    public bool Enlarge { get; init; } = true;

    [Description("Format of the result; the input's own where it can be written, else png.")]
    public ImageFormat? Format { get; init; }

    [Description("1 to 100. Without it 80 for jpeg and webp, 50 for avif; png and tiff are without loss.")]
    [Range(1, 100)]
    public int? Quality { get; init; }

    [Description("Webp and avif without loss.")]
    [DefaultValue(false)]
    public bool Lossless { get; init; }

    [Description("Whether the orientation that the camera noted is applied.")]
    [DefaultValue(true)]
    public bool Orient { get; init; } = true;

    [Description("What shows behind transparency (jpeg) and around `contain`, as a CSS colour.")]
    [DefaultValue("#ffffff")]
    public string Background { get; init; } = "#ffffff";

    [Description("Frame or page of a picture with several, from 0.")]
    [DefaultValue(0)]
    [Range(0, 100_000)]
    public int Page { get; init; }

    [Description("Whether EXIF, XMP and the colour profile are carried over. Without them the picture is sRGB and says nothing about its origin.")]
    [DefaultValue(false)]
    public bool KeepMetadata { get; init; }
}

/// <summary><c>images.convert</c>: size and format. CMYK becomes sRGB; large JPEGs are decoded at a fraction of their size where that serves.</summary>
internal sealed class ConvertAction(MediaHostPool pool) : StepAction<ConvertInput, MadeImage>
{
    public override ActionMetadata Metadata { get; } = new("images.convert", 1, ReuseClass.Pure, "Resizes a picture and writes it in another format.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: small
              uses: images.convert
              with: { image: "${painting}", width: 244, height: 244, format: png }
            """,
    };

    protected override ValueTask<ActionResult<MadeImage>> ExecuteAsync(ConvertInput input, ActionContext context, CancellationToken cancellationToken) =>
        MadeImage.RenderAsync(
            pool,
            input.Image,
            input.Format ?? ImageFormats.Like(input.Image),
            request => request with
            {
                Page = input.Page,
                Orient = input.Orient,
                Background = input.Background,
                Quality = input.Quality,
                Lossless = input.Lossless,
                KeepMetadata = input.KeepMetadata,
                Resize = input.Width is null && input.Height is null
                    ? null
                    : new ResizeTo(input.Width, input.Height, Word(input.Fit), Word(input.Position), input.Enlarge),
            },
            context,
            cancellationToken);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
