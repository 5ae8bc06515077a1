using System.ComponentModel;
using System.Globalization;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.read_json</c> takes.</summary>
internal sealed record ReadJsonInput
{
    [Description("The file's path; either this or `file`.")]
    public string? Path { get; init; }

    [Description("An artifact; either this or `path`.")]
    public Artifact? File { get; init; }

    [Description("Where the list is: a JSON pointer such as /data/items. Default: the whole file is the list.")]
    [DefaultValue("")]
    public string At { get; init; } = "";

    [Description("The field, or JSON pointer, that names a row. Default: the element's number, from 1; for an object its member's name.")]
    public string? Key { get; init; }
}

/// <summary><c>data.read_json</c>: the elements of a list, or the members of an object, inside a JSON file of any size.</summary>
internal sealed class ReadJsonAction : SourceAction<ReadJsonInput>
{
    private const int RowsAPage = 1_000;
    private const long BytesAPage = 4 << 20;

    public override ActionMetadata Metadata { get; } = new("data.read_json", 1, ReuseClass.Observe, "Reads a list inside a JSON file, a row an element.")
    {
        Example = """
            - id: paintings
              uses: data.read_json
              with: { path: ./paintings.json, key: contentId }
            """,
    };

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(ReadJsonInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        if (!FileSource.TryOf(input.Path, input.File, context, out var source, out var failure))
        {
            return failure!;
        }

        if (input.At.Length > 0 && !input.At.StartsWith('/'))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`at` is `{input.At}`; a JSON pointer begins with `/`, such as /{input.At}");
        }

        try
        {
            return await ReadAsync(input, source, PageCursor.Read(cursor, source), context, cancellationToken).ConfigureAwait(false);
        }
        catch (DataException exception)
        {
            return exception.Failure with { Message = $"`{source.Name}`: {exception.Message}" };
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return source.Failure(exception);
        }
    }

    // The cursor's line field says what is read: 1 an array, 2 an object.
    private static async ValueTask<SourcePage> ReadAsync(ReadJsonInput input, FileSource source, PageCursor start, ActionContext context, CancellationToken cancellationToken)
    {
        var stream = await source.OpenAsync(context, start.Offset, cancellationToken).ConfigureAwait(false);
        var items = new JsonItems(stream, start.Offset);
        await using (items.ConfigureAwait(false))
        {
            var isArray = start.Line == 0
                ? await items.EnterAsync(RowFields.PointerTokens(input.At), cancellationToken).ConfigureAwait(false)
                : start.Line == 1;
            var rows = new List<SourceRow>();
            var started = items.Offset;
            var number = start.Row;
            while (rows.Count < RowsAPage && items.Offset - started < BytesAPage)
            {
                if (await NextAsync(items, isArray, ++number, input.Key, cancellationToken).ConfigureAwait(false) is not { } row)
                {
                    return new SourcePage(rows, null);
                }

                rows.Add(row);
            }

            return new SourcePage(rows, (start with { Offset = items.Offset, Row = number, Line = isArray ? 1 : 2 }).ToString());
        }
    }

    private static async ValueTask<SourceRow?> NextAsync(JsonItems items, bool isArray, long number, string? key, CancellationToken cancellationToken)
    {
        var where = $"element {number}";
        if (!isArray)
        {
            return await items.NextMemberAsync(cancellationToken).ConfigureAwait(false) is { } member
                ? new SourceRow(RowFields.Key(member.Value, key, member.Name, where), member.Value)
                : null;
        }

        return await items.NextElementAsync(cancellationToken).ConfigureAwait(false) is { } value
            ? new SourceRow(RowFields.Key(value, key, number.ToString(CultureInfo.InvariantCulture), where), value)
            : null;
    }
}
