using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Atelier.Actions.Images.Analysis;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What <c>images.palette</c> takes.</summary>
internal sealed record PaletteInput
{
    [Description("The picture.")]
    public required Artifact Image { get; init; }

    [Description("Colours at most; a picture with fewer gives fewer.")]
    [DefaultValue(5)]
    [Range(1, 32)]
    public int Colors { get; init; } = 5;
}

/// <summary>What <c>images.palette</c> yields.</summary>
internal sealed record PaletteOutput(
    [property: Description("The colours, the most frequent first.")] IReadOnlyList<PaletteColor> Colors,
    [property: Description("The most frequent colour as #rrggbb.")] string Dominant,
    [property: Description("The mean colour as #rrggbb.")] string Average);

/// <summary><c>images.palette</c>: main colours; see <see cref="ColorClusters"/>.</summary>
internal sealed class PaletteAction(MediaHostPool pool) : StepAction<PaletteInput, PaletteOutput>
{
    private const int Side = 128;

    public override ActionMetadata Metadata { get; } = new("images.palette", 1, ReuseClass.Pure, "Finds a picture's main colours and how much of it each covers.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: palette
              uses: images.palette
              with: { image: "${painting}", colors: 6 }
            """,
    };

    protected override async ValueTask<ActionResult<PaletteOutput>> ExecuteAsync(PaletteInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = await context.Artifacts.GetPathAsync(input.Image, cancellationToken).ConfigureAwait(false);
        var result = await pool.PixelsAsync(new PixelsRequest(path, Side, Side, 3, Exact: false), cancellationToken).ConfigureAwait(false);
        if (!result.TryGet(out var pixels, out var failure))
        {
            return failure;
        }

        var colors = ColorClusters.Find(pixels.Pixels, input.Colors, out var average);
        return new PaletteOutput(colors, colors[0].Color, average);
    }
}
