using System.ComponentModel;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images;

/// <summary>What actions yield that make a picture.</summary>
internal sealed record MadeImage(
    [property: Description("The picture.")] Artifact Image,
    [property: Description("Pixels.")] int Width,
    [property: Description("Pixels.")] int Height,
    [property: Description("jpeg, png, webp, avif or tiff.")] string Format)
{
    /// <summary>Renders into the work folder and hands the file to the artifacts. The name is the input's with the format's extension.</summary>
    public static async ValueTask<ActionResult<MadeImage>> RenderAsync(
        MediaHostPool pool, Artifact image, ImageFormat format, Func<RenderRequest, RenderRequest> with, ActionContext context, CancellationToken cancellationToken)
    {
        var input = await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false);
        var output = Path.Join(context.WorkFolder, "picture" + format.Extension());
        var request = with(new RenderRequest(input, output, format.Word()));
        var result = await pool.RenderAsync(request, cancellationToken).ConfigureAwait(false);
        if (!result.TryGet(out var made, out var failure))
        {
            return failure;
        }

        var name = Path.GetFileNameWithoutExtension(image.Name ?? "picture") + format.Extension();
        var artifact = await context.Artifacts.AdoptAsync(output, format.MediaType(), name, cancellationToken).ConfigureAwait(false);
        return new MadeImage(artifact, made.Width, made.Height, made.Format);
    }
}
