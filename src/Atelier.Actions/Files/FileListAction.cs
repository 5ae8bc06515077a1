using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Actions.Files;

/// <summary>
/// <c>files.list</c>: rows in ordinal order of the path's names (UTF-8 bytes), so a page's last path is a cursor that any later call goes on
/// from, whatever came or went meanwhile.
/// </summary>
internal sealed class FileListAction : SourceAction<FileListInput>
{
    private const int RowsAPage = 1_000;

    // Digests are read from the disk: a page of large pictures should not take minutes.
    private const long BytesAPage = 64 << 20;

    private readonly OpenReads<FolderWalk> _open = new();

    public override ActionMetadata Metadata { get; } = new("files.list", 1, ReuseClass.Observe, "Lists the files of a folder, as many as there are.")
    {
        Example = """
            - id: find
              uses: files.list
              with: { path: ./paintings, match: "**/*.{jpg,jpeg,png}" }
            """,
    };

    protected override JsonNode RowSchema() => ActionSchemas.Of<FileRow>();

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(FileListInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        var root = context.ResolvePath(input.Path);
        if (File.Exists(root))
        {
            return StepFailure.Permanent(ActionCodes.FileMissing, $"`{root}` is a file; files.list takes a folder (one file is read with files.read)");
        }

        if (!TryOptions(input, out var options, out var mistake))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, mistake);
        }

        try
        {
            var walk = cursor is null ? null : _open.Take(context, cursor);
            if (walk is null)
            {
                walk = new FolderWalk(root, options);
                if (cursor is not null)
                {
                    walk.SkipTo(cursor);
                }
            }

            return await ReadAsync(input, root, walk, context, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return FileFailures.From(exception, "list", exception is UnauthorizedAccessException ? PathIn(exception, root) : root);
        }
    }

    private async ValueTask<SourcePage> ReadAsync(FileListInput input, string root, FolderWalk walk, ActionContext context, CancellationToken cancellationToken)
    {
        var rows = new List<SourceRow>();
        var bytes = 0L;
        while (rows.Count < RowsAPage && bytes < BytesAPage)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (walk.Next() is not { } relative)
            {
                if (walk.LinksPassedOver > 0)
                {
                    context.Log(StepLogLevel.Info, $"{walk.LinksPassedOver} links were passed over; `follow_links: true` lists them");
                }

                walk.Dispose();
                return new SourcePage(rows, null);
            }

            if (await RowAsync(input, root, relative, context, cancellationToken).ConfigureAwait(false) is { } row)
            {
                rows.Add(new SourceRow(RowKeys.Fit(relative), ActionJson.Write(row)));
                bytes += input.Digest ? row.Size : 0;
            }

            if (rows.Count == RowsAPage || bytes >= BytesAPage)
            {
                _open.Keep(context, relative, walk);
                return new SourcePage(rows, relative);
            }
        }

        throw new InvalidOperationException("the loop ends by returning");
    }

    private static async ValueTask<FileRow?> RowAsync(FileListInput input, string root, string relative, ActionContext context, CancellationToken cancellationToken)
    {
        var path = Path.Join(root, relative);
        var file = new FileInfo(path);
        if (!file.Exists)
        {
            context.Log(StepLogLevel.Warning, $"`{path}` went away while it was listed, or its name is no text; it is left out");
            return null;
        }

        var mediaType = MediaTypes.OfFile(file.Name);
        try
        {
            var linked = input.Digest ? await context.Artifacts.LinkAsync(path, mediaType, cancellationToken).ConfigureAwait(false) : null;
            return new FileRow
            {
                Digest = linked?.Digest,
                MediaType = mediaType,
                Name = file.Name,
                Size = linked?.Size ?? file.Length,
                Path = path,
                Relative = relative,
                Stem = System.IO.Path.GetFileNameWithoutExtension(file.Name),
                Extension = MediaTypes.ExtensionOf(file.Name),
                Modified = file.LastWriteTimeUtc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'"),
            };
        }
        catch (FileNotFoundException)
        {
            context.Log(StepLogLevel.Warning, $"`{path}` went away while it was listed; it is left out");
            return null;
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new UnauthorizedAccessException($"Access to the path '{path}' is denied.", exception);
        }
    }

    private static bool TryOptions(FileListInput input, out FolderWalkOptions options, out string mistake)
    {
        options = new FolderWalkOptions { Match = [], Exclude = [], Recursive = input.Recursive, Hidden = input.Hidden, FollowLinks = input.FollowLinks };
        if (!TryGlobs("match", input.Match, input.IgnoreCase, out var match, out mistake) || !TryGlobs("exclude", input.Exclude, input.IgnoreCase, out var exclude, out mistake))
        {
            return false;
        }

        options = options with { Match = match, Exclude = exclude };
        return true;
    }

    private static bool TryGlobs(string field, OneOrMany? patterns, bool ignoreCase, out List<Glob> globs, out string mistake)
    {
        globs = [];
        mistake = string.Empty;
        foreach (var pattern in patterns?.Values ?? [])
        {
            if (!Glob.TryParse(pattern, ignoreCase, out var glob, out var problem))
            {
                mistake = $"`{field}`: {problem}";
                return false;
            }

            globs.Add(glob);
        }

        return true;
    }

    // The runtime's sentence is "Access to the path '/x/y' is denied.": the folder inside is what people must look at.
    private static string PathIn(Exception exception, string root)
    {
        var parts = exception.Message.Split('\'');
        return parts.Length == 3 ? parts[1] : root;
    }
}
