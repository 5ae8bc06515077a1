using Atelier.Actions.Images.Pages;
using Atelier.Cli.Homes.Views;
using Atelier.Engine.Runs;
using Atelier.Hosting.Actions;
using Atelier.Sdk;

namespace Atelier.Cli.Exports;

/// <summary>
/// A contact sheet of a run's items: <see cref="ContactPage"/>. Pictures are made small by the media host; where it cannot run, those that are small already are
/// shown as they are.
/// </summary>
internal static class PageExport
{
    private const int Side = 400;
    private const int PicturesOfAnItem = 3;
    private const long SmallEnough = 256 * 1024;

    /// <summary>How many items a page holds.</summary>
    public const int MaxItems = 5000;

    /// <summary>Whether there is a picture among the first items.</summary>
    public static bool Suits(ExportRows rows) =>
        rows.PicturedItems().Take(200).Any(static row => row.Pictures.Count > 0);

    /// <summary>Writes the page; gives how many items it left out.</summary>
    public static async Task<long> WriteAsync(ExportRows rows, TextWriter target, IArtifactView artifacts, ActionSet actions, CancellationToken cancellationToken)
    {
        var run = rows.Run.Row;
        var page = new ContactPage($"{run.WorkflowName} {run.Run}");
        var folder = Directory.CreateTempSubdirectory("atelier-export-");
        var left = 0L;
        try
        {
            var thumbnails = new PageThumbnails(actions.Media, folder.FullName, Side);
            foreach (var (item, pictures, makers) in rows.PicturedItems())
            {
                if (page.Count == MaxItems)
                {
                    left++;
                    continue;
                }

                page.Add(new ContactCard(item.Key, item.Outcome.ToText(), ExportRows.ValueOf(item))
                {
                    Cause = ExportRows.CauseOf(item),
                    Makers = [.. ItemMakers.Models(makers)],
                    Pictures = await PicturesAsync(pictures, artifacts, thumbnails, cancellationToken).ConfigureAwait(false),
                });
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        page.Write(target);
        return left;
    }

    private static async ValueTask<IReadOnlyList<(string, ShownPicture)>> PicturesAsync(
        IReadOnlyList<(string Path, Artifact Picture)> pictures, IArtifactView artifacts, PageThumbnails thumbnails, CancellationToken cancellationToken)
    {
        var shown = new List<(string, ShownPicture)>();
        foreach (var (path, picture) in pictures.Take(PicturesOfAnItem))
        {
            if (artifacts.GetFile(picture) is not { } file)
            {
                continue;
            }

            var (small, _) = await thumbnails.MakeAsync(file, cancellationToken).ConfigureAwait(false);
            if ((small ?? AsItIs(picture, file)) is { } made)
            {
                shown.Add((path, made));
            }
        }

        return shown;
    }

    private static ShownPicture? AsItIs(Artifact picture, string file) =>
        new FileInfo(file).Length is > 0 and <= SmallEnough ? new ShownPicture(picture.MediaType, File.ReadAllBytes(file), 0, 0) : null;
}
