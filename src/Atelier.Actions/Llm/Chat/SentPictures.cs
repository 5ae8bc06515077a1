using Atelier.Actions.Http;
using Atelier.Actions.Images;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Pictures as servers take them: upright JPEGs of a moderate size, as data addresses.</summary>
internal sealed class SentPictures(MediaHostPool? media, int maxSide, ActionContext context)
{
    private const int Quality = 88;
    private static readonly string[] TakenAsTheyAre = ["image/jpeg", "image/png", "image/webp", "image/gif"];

    /// <summary>The picture as <c>data:image/jpeg;base64,...</c>. Throws <see cref="HttpFailureException"/>.</summary>
    public async ValueTask<string> DataUrlAsync(Artifact picture, CancellationToken cancellationToken)
    {
        var input = await context.Artifacts.GetPathAsync(picture, cancellationToken).ConfigureAwait(false);
        if (media is null)
        {
            return TakenAsTheyAre.Contains(picture.MediaType)
                ? await ReadAsync(input, picture.MediaType, cancellationToken).ConfigureAwait(false)
                : throw new HttpFailureException(StepFailure.Permanent(ActionCodes.BadInput, $"a picture of type `{picture.MediaType}` cannot be sent; convert it with `images.convert` first"));
        }

        var output = Path.Join(context.WorkFolder, "sent" + ImageFormat.Jpeg.Extension());
        var request = new RenderRequest(input, output, ImageFormat.Jpeg.Word()) { Quality = Quality, Resize = new ResizeTo(maxSide, maxSide, "inside", "center", Enlarge: false) };
        if (!(await media.RenderAsync(request, cancellationToken).ConfigureAwait(false)).TryGet(out _, out var failure))
        {
            throw new HttpFailureException(failure);
        }

        var url = await ReadAsync(output, ImageFormat.Jpeg.MediaType(), cancellationToken).ConfigureAwait(false);
        File.Delete(output);
        return url;
    }

    private static async ValueTask<string> ReadAsync(string path, string mediaType, CancellationToken cancellationToken) =>
        $"data:{mediaType};base64,{Convert.ToBase64String(await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false))}";
}
