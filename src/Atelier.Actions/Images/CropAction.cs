using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What the numbers of an area mean.</summary>
internal enum CropUnit
{
    Pixels,
    Fraction,
}

/// <summary>What <c>images.crop</c> takes.</summary>
internal sealed record CropInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("Distance of the area from the left edge of the upright picture.")]
    [DefaultValue(0.0)]
    [Range(0.0, 1e6)]
    public double Left { get; init; }

    [Description("Distance of the area from the top.")]
    [DefaultValue(0.0)]
    [Range(0.0, 1e6)]
    public double Top { get; init; }

    [Description("Width of the area; without it, up to the right edge.")]
    [Range(0.0, 1e6)]
    public double? Width { get; init; }

    [Description("Height of the area; without it, down to the bottom.")]
    [Range(0.0, 1e6)]
    public double? Height { get; init; }

    [Description("Whether the numbers are pixels, or fractions of the picture's sides (0 to 1).")]
    [DefaultValue(CropUnit.Pixels)]
    public CropUnit Unit { get; init; }

    [Description("Whether an area that sticks out is cut to the picture; otherwise it is a failure.")]
    [DefaultValue(false)]
    public bool Clamp { get; init; }

    [Description("Format of the result; the input's own where it can be written, else png.")]
    public ImageFormat? Format { get; init; }

    [Description("1 to 100; see images.convert.")]
    [Range(1, 100)]
    public int? Quality { get; init; }
}

/// <summary><c>images.crop</c>: cuts out a part.</summary>
internal sealed class CropAction(MediaHostPool pool) : StepAction<CropInput, MadeImage>
{
    public override ActionMetadata Metadata { get; } = new("images.crop", 1, ReuseClass.Pure, "Cuts a rectangle out of a picture.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: middle
              uses: images.crop
              with: { image: "${painting}", left: 0.25, top: 0.25, width: 0.5, height: 0.5, unit: fraction }
            """,
    };

    protected override ValueTask<ActionResult<MadeImage>> ExecuteAsync(CropInput input, ActionContext context, CancellationToken cancellationToken) =>
        MadeImage.RenderAsync(
            pool,
            input.Image,
            input.Format ?? ImageFormats.Like(input.Image),
            request => request with
            {
                Quality = input.Quality,
                Crop = new CropArea(input.Left, input.Top, input.Width, input.Height, input.Unit == CropUnit.Pixels ? "pixels" : "fraction", input.Clamp),
            },
            context,
            cancellationToken);
}
