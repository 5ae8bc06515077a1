using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>About which axis a picture is mirrored.</summary>
internal enum Mirror
{
    None,
    Horizontal,
    Vertical,
    Both,
}

/// <summary>What <c>images.adjust</c> takes. All changes are made in one pass over the pixels, geometry first, then blur, tone, and sharpening.</summary>
internal sealed record AdjustInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("Degrees clockwise; new corners show the background.")]
    [DefaultValue(0.0)]
    [Range(-360.0, 360.0)]
    public double Rotate { get; init; }

    [Description("Mirror left and right (`horizontal`), top and bottom (`vertical`) or `both`.")]
    [DefaultValue(Mirror.None)]
    public Mirror Mirror { get; init; }

    [Description("Median over a square of so many pixels, against single wrong ones; 0: none.")]
    [DefaultValue(0)]
    [Range(0, 15)]
    public int Denoise { get; init; }

    [Description("Gaussian blur: its sigma in pixels; 0: none.")]
    [DefaultValue(0.0)]
    [Range(0.0, 1000.0)]
    public double Blur { get; init; }

    [Description("Above 1 brightens the dark parts, below 1 darkens them.")]
    [DefaultValue(1.0)]
    [Range(0.34, 3.0)]
    public double Gamma { get; init; } = 1;

    [Description("Factor about middle grey; 1: unchanged.")]
    [DefaultValue(1.0)]
    [Range(0.0, 10.0)]
    public double Contrast { get; init; } = 1;

    [Description("In stops: +1 doubles the light, -1 halves it.")]
    [DefaultValue(0.0)]
    [Range(-10.0, 10.0)]
    public double Exposure { get; init; }

    [Description("Factor on lightness; 1: unchanged.")]
    [DefaultValue(1.0)]
    [Range(0.0, 10.0)]
    public double Brightness { get; init; } = 1;

    [Description("Factor on colourfulness; 0: grey.")]
    [DefaultValue(1.0)]
    [Range(0.0, 10.0)]
    public double Saturation { get; init; } = 1;

    [Description("Degrees by which all hues turn.")]
    [DefaultValue(0.0)]
    [Range(-360.0, 360.0)]
    public double Hue { get; init; }

    [Description("Stretch so that the darkest hundredth is black and the lightest white.")]
    [DefaultValue(false)]
    public bool Normalize { get; init; }

    [Description("Sharpening: its sigma in pixels; 0: none.")]
    [DefaultValue(0.0)]
    [Range(0.0, 10.0)]
    public double Sharpen { get; init; }

    [Description("Negative.")]
    [DefaultValue(false)]
    public bool Invert { get; init; }

    [Description("Luminance only.")]
    [DefaultValue(false)]
    public bool Grayscale { get; init; }

    [Description("What shows in new corners, as a CSS colour.")]
    [DefaultValue("#ffffff")]
    public string Background { get; init; } = "#ffffff";

    [Description("Format of the result; the input's own where it can be written, else png.")]
    public ImageFormat? Format { get; init; }

    [Description("1 to 100; see images.convert.")]
    [Range(1, 100)]
    public int? Quality { get; init; }
}

/// <summary><c>images.adjust</c>: tone, sharpness and geometry in one pass.</summary>
internal sealed class AdjustAction(MediaHostPool pool) : StepAction<AdjustInput, MadeImage>
{
    public override ActionMetadata Metadata { get; } = new("images.adjust", 1, ReuseClass.Pure, "Changes a picture's tone, sharpness or geometry.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: lighter
              uses: images.adjust
              with: { image: "${painting}", exposure: 0.5, contrast: 1.1, sharpen: 1 }
            """,
    };

    protected override ValueTask<ActionResult<MadeImage>> ExecuteAsync(AdjustInput input, ActionContext context, CancellationToken cancellationToken) =>
        MadeImage.RenderAsync(
            pool,
            input.Image,
            input.Format ?? ImageFormats.Like(input.Image),
            request => request with { Adjust = Adjustments(input), Background = input.Background, Quality = input.Quality },
            context,
            cancellationToken);

    private static Adjustments Adjustments(AdjustInput input) => new()
    {
        Rotate = input.Rotate,
        Mirror = input.Mirror.ToString().ToLowerInvariant(),
        Denoise = input.Denoise,
        Blur = input.Blur,
        Gamma = input.Gamma,
        Contrast = input.Contrast,
        Exposure = input.Exposure,
        Brightness = input.Brightness,
        Saturation = input.Saturation,
        Hue = input.Hue,
        Normalize = input.Normalize,
        Sharpen = input.Sharpen,
        Invert = input.Invert,
        Grayscale = input.Grayscale,
    };
}
