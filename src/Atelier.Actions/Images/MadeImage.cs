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
    /// <summary>Renders into the work folder and hands the file to the artifacts. The name is the input's with the format's extension. <c>finish</c>
    /// changes the file before, by its path.</summary>
    public static async ValueTask<ActionResult<MadeImage>> RenderAsync(
        MediaHostPool pool,
        Artifact image,
        ImageFormat format,
        Func<RenderRequest, RenderRequest> with,
        ActionContext context,
        CancellationToken cancellationToken,
        Func<string, CancellationToken, Task>? finish = null)
    {
        var input = await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false);
        var output = Path.Join(context.WorkFolder, "picture" + format.Extension());
        var request = with(new RenderRequest(input, output, format.Word()));
        var result = await pool.RenderAsync(request, cancellationToken).ConfigureAwait(false);
        if (!result.TryGet(out var made, out var failure))
        {
            return failure;
        }

        if (finish is not null)
        {
            await finish(output, cancellationToken).ConfigureAwait(false);
        }

        var name = Path.GetFileNameWithoutExtension(image.Name ?? "picture") + format.Extension();
        var artifact = await context.Artifacts.AdoptAsync(output, format.MediaType(), name, cancellationToken).ConfigureAwait(false);
        return new MadeImage(artifact, made.Width, made.Height, made.Format);
    }
}
