using System.Text;
using System.Text.Json;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Images.Pages;

/// <summary><c>images.contact_page</c>: a page that shows pictures with all that was found out about them.</summary>
internal sealed class ContactPageAction(MediaHostPool pool) : StepAction<ContactPageInput, ContactPageOutput>
{
    /// <summary>Items whose pictures are decoded at once.</summary>
    private const int AtOnce = 8;

    public override ActionMetadata Metadata { get; } = new("images.contact_page", 1, ReuseClass.Pure, "Writes a page that shows pictures with their tags, boxes, descriptions and scores, with search and a map.")
    {
        Start = StartRecord.Unawaited,
        Example = """
            - id: page
              uses: images.contact_page
              with: { items: "${enrich.items}", image: photo, words: "${words.items}", word_vector: embedding.vector }
            """,
    };

    protected override async ValueTask<ActionResult<ContactPageOutput>> ExecuteAsync(ContactPageInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var page = new ContactPage(input.Title);
        var (left, unreadable) = (0, new List<string>());
        var thumbnails = new PageThumbnails(pool, context.WorkFolder, input.Side);
        var waiting = new List<(Row Row, Task<(IReadOnlyList<(string, ShownPicture)> Pictures, StepFailure? Failure)> Pictures)>();
        var rows = context.ReadRowsAsync(input.Items, cancellationToken).GetAsyncEnumerator(cancellationToken);
        try
        {
            for (var more = true; more || waiting.Count > 0;)
            {
                while (waiting.Count < AtOnce && more && (more = await rows.MoveNextAsync().ConfigureAwait(false)))
                {
                    var row = Named(rows.Current, input.Items);
                    if (page.Count + waiting.Count == input.Max)
                    {
                        left++;
                        continue;
                    }

                    waiting.Add((row, PicturesAsync(row, input, thumbnails, context, cancellationToken)));
                }

                if (waiting is [var first, ..])
                {
                    var (pictures, failure) = await first.Pictures.ConfigureAwait(false);
                    waiting.RemoveAt(0);
                    if (failure is { Kind: not FailureKind.Permanent })
                    {
                        return failure;
                    }

                    if (failure is not null)
                    {
                        unreadable.Add(first.Row.Key);
                    }

                    page.Add(CardOf(first.Row, pictures, failure, input));
                }
            }
        }
        finally
        {
            // Files in the work folder are written until the last one is done.
            await Task.WhenAll(waiting.Select(static entry => entry.Pictures)).ContinueWith(static _ => { }, TaskScheduler.Default).ConfigureAwait(false);
            await rows.DisposeAsync().ConfigureAwait(false);
        }

        var words = await AddWordsAsync(page, input, context, cancellationToken).ConfigureAwait(false);
        if (left > 0)
        {
            context.Log(StepLogLevel.Warning, $"{left} items are not shown: a page holds {input.Max}");
        }

        var artifact = await StoreAsync(page, context, cancellationToken).ConfigureAwait(false);
        var output = new ContactPageOutput(artifact, page.Count, left, words, unreadable);
        return page.Count == 0 ? new ActionResult<ContactPageOutput>.Empty(output) : output;
    }

    /// <summary>Inline rows may carry their key.</summary>
    private static Row Named(Row row, Rows items) => items.IsHandle || RowFields.Text(row.Value, "key") is not { } key ? row : row with { Key = key };

    private static ContactCard CardOf(Row row, IReadOnlyList<(string Path, ShownPicture Picture)> pictures, StepFailure? failure, ContactPageInput input) =>
        new(row.Key, row.Outcome, row.Value)
        {
            Title = input.Label is null ? null : RowFields.Text(row.Value, input.Label),
            Cause = failure?.Message,
            Pictures = pictures,
        };

    private static async Task<(IReadOnlyList<(string, ShownPicture)> Pictures, StepFailure? Failure)> PicturesAsync(
        Row row, ContactPageInput input, PageThumbnails thumbnails, ActionContext context, CancellationToken cancellationToken)
    {
        var made = new List<(string, ShownPicture)>();
        StepFailure? broken = null;
        foreach (var (path, artifact) in ContactPage.PicturesOf(row.Value, input.Image).Take(input.PerItem))
        {
            var file = await context.Artifacts.GetPathAsync(artifact, cancellationToken).ConfigureAwait(false);
            var (picture, failure) = await thumbnails.MakeAsync(file, cancellationToken).ConfigureAwait(false);
            broken ??= failure;
            if (picture is not null)
            {
                made.Add((path, picture));
            }
        }

        return (made, broken);
    }

    private static async ValueTask<int> AddWordsAsync(ContactPage page, ContactPageInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var words = 0;
        if (input.Words is { } rows)
        {
            await foreach (var row in context.ReadRowsAsync(rows, cancellationToken).ConfigureAwait(false))
            {
                var text = input.Word is not null ? RowFields.Text(row.Value, input.Word) : RowFields.Text(row.Value, "text") ?? row.Key;
                if (text is not null && RowFields.Find(row.Value, input.WordVector) is { } vector && page.AddWord(text, vector))
                {
                    words++;
                }
            }
        }

        return words;
    }

    private static async ValueTask<Artifact> StoreAsync(ContactPage page, ActionContext context, CancellationToken cancellationToken)
    {
        const string name = "contact-sheet.html";
        var path = Path.Join(context.WorkFolder, name);
        await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
        {
            page.Write(writer);
        }

        return await context.Artifacts.AdoptAsync(path, "text/html", name, cancellationToken).ConfigureAwait(false);
    }
}
