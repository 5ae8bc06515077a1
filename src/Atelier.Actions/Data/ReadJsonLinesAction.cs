using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.read_jsonl</c> takes.</summary>
internal sealed record ReadJsonLinesInput
{
    [Description("The file's path; either this or `file`.")]
    public string? Path { get; init; }

    [Description("An artifact; either this or `path`.")]
    public Artifact? File { get; init; }

    [Description("The field, or JSON pointer, that names a row. Default: the line's number, from 1.")]
    public string? Key { get; init; }

    [Description("What becomes of a line that is no JSON: the step fails, or the line is left out with a warning.")]
    [DefaultValue(BadLine.Fail)]
    public BadLine OnBadLine { get; init; }
}

/// <summary><c>data.read_jsonl</c>: a row a line; blank lines are passed over. Its cursor is a byte offset, so any page starts at once.</summary>
internal sealed class ReadJsonLinesAction : SourceAction<ReadJsonLinesInput>
{
    private const int RowsAPage = 1_000;
    private const long BytesAPage = 4 << 20;

    public override ActionMetadata Metadata { get; } = new("data.read_jsonl", 1, ReuseClass.Observe, "Reads a JSON Lines file, a row a line.")
    {
        Example = """
            - id: rows
              uses: data.read_jsonl
              with: { path: ./posts.jsonl, key: id }
            """,
    };

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(ReadJsonLinesInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
    {
        if (!FileSource.TryOf(input.Path, input.File, context, out var source, out var failure))
        {
            return failure!;
        }

        try
        {
            return await ReadAsync(input, source, PageCursor.Read(cursor, source), context, cancellationToken).ConfigureAwait(false);
        }
        catch (DataException exception)
        {
            return exception.Failure;
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return source.Failure(exception);
        }
    }

    private static async ValueTask<SourcePage> ReadAsync(ReadJsonLinesInput input, FileSource source, PageCursor start, ActionContext context, CancellationToken cancellationToken)
    {
        var stream = await source.OpenAsync(context, start.Offset, cancellationToken).ConfigureAwait(false);
        var lines = new LineReader(stream, start.Offset);
        await using (lines.ConfigureAwait(false))
        {
            var rows = new List<SourceRow>();
            var number = start.Line;
            while (rows.Count < RowsAPage && lines.Offset - start.Offset < BytesAPage)
            {
                if (await lines.NextAsync(cancellationToken).ConfigureAwait(false) is not { } line)
                {
                    return new SourcePage(rows, null);
                }

                number++;
                if (number == 1 && line.Span.StartsWith("\uFEFF"u8))
                {
                    line = line[3..];
                }

                if (!line.Span.ContainsAnyExcept(" \t"u8))
                {
                    continue;
                }

                if (TryParse(line.Span, out var value, out var mistake))
                {
                    rows.Add(new SourceRow(RowFields.Key(value, input.Key, number.ToString(CultureInfo.InvariantCulture), $"line {number} of `{source.Name}`"), value));
                }
                else if (input.OnBadLine == BadLine.Fail)
                {
                    throw new DataException(ActionCodes.DataBroken, $"line {number} of `{source.Name}` is no JSON: {mistake}; mend it, or leave such lines out with `on_bad_line: skip`");
                }
                else
                {
                    context.Log(StepLogLevel.Warning, $"line {number} of `{source.Name}` is no JSON and is left out: {mistake}");
                }
            }

            return new SourcePage(rows, (start with { Offset = lines.Offset, Row = start.Row + rows.Count, Line = number }).ToString());
        }
    }

    private static bool TryParse(ReadOnlySpan<byte> line, out JsonElement value, out string mistake)
    {
        try
        {
            value = JsonElement.Parse(line);
            mistake = string.Empty;
            return true;
        }
        catch (JsonException exception)
        {
            value = default;
            mistake = $"wrong at byte {exception.BytePositionInLine + 1}";
            return false;
        }
    }
}
