using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary>Makes the small pictures of a page.</summary>
/// <param name="pool">Decodes them.</param>
/// <param name="folder">Where files may be written for a moment.</param>
/// <param name="side">Longest side in pixels.</param>
public sealed class PageThumbnails(MediaHostPool pool, string folder, int side)
{
    private const int Quality = 74;
    private int _number;

    /// <summary>Decodes one; several may be asked for at once.</summary>
    /// <returns>The picture, or why there is none.</returns>
    public async ValueTask<(ShownPicture? Picture, StepFailure? Failure)> MakeAsync(string path, CancellationToken cancellationToken)
    {
        var output = Path.Join(folder, $"thumbnail-{Interlocked.Increment(ref _number)}.webp");
        var request = new RenderRequest(path, output, "webp") { Quality = Quality, Resize = new ResizeTo(side, side, "inside", "center", Enlarge: false) };
        var result = await pool.RenderAsync(request, cancellationToken).ConfigureAwait(false);
        if (!result.TryGet(out var made, out var failure))
        {
            return (null, failure);
        }

        var bytes = await File.ReadAllBytesAsync(output, cancellationToken).ConfigureAwait(false);
        File.Delete(output);
        return (new ShownPicture("image/webp", bytes, made.Width, made.Height), null);
    }
}
