using System.Globalization;
using System.Text;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary><c>data.read_csv</c>: an object a record (RFC 4180: quotes, doubled quotes, line ends inside quotes).</summary>
internal sealed class ReadCsvAction : SourceAction<ReadCsvInput>
{
    private const int RowsAPage = 1_000;
    private const long BytesAPage = 4 << 20;

    public override ActionMetadata Metadata { get; } = new("data.read_csv", 1, ReuseClass.Observe, "Reads a CSV file, a row a record.")
    {
        Example = """
            - id: posts
              uses: data.read_csv
              with: { path: ./posts.csv, key: id, types: infer }
            """,
    };

    protected override async ValueTask<ActionResult<SourcePage>> ReadPageAsync(ReadCsvInput input, string? cursor, ActionContext context, CancellationToken cancellationToken)
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
        catch (DecoderFallbackException)
        {
            return StepFailure.Permanent(ActionCodes.FileUnreadable, $"`{source.Name}` is no UTF-8; use `encoding: latin1` when the text is in Latin-1");
        }
        catch (Exception exception) when (FileFailures.Handles(exception))
        {
            return source.Failure(exception);
        }
    }

    private static async ValueTask<SourcePage> ReadAsync(ReadCsvInput input, FileSource source, PageCursor start, ActionContext context, CancellationToken cancellationToken)
    {
        var columns = start.Offset == 0 ? null : await ReadHeaderAsync(input, source, context, cancellationToken).ConfigureAwait(false);
        var records = await OpenAsync(input, source, context, start.Offset, cancellationToken).ConfigureAwait(false);
        await using (records.ConfigureAwait(false))
        {
            if (start.Offset == 0)
            {
                columns = await HeaderAsync(input, source, records, cancellationToken).ConfigureAwait(false);
            }

            var rows = new List<SourceRow>();
            var number = start.Row;
            while (rows.Count < RowsAPage && records.Offset - start.Offset < BytesAPage)
            {
                var line = start.Line + records.Lines + 1;
                var (cells, mistake) = await NextAsync(input, source, records, start.Line, cancellationToken).ConfigureAwait(false);
                if (cells is null && mistake is null)
                {
                    return new SourcePage(rows, null);
                }

                number++;
                columns ??= [.. cells!.Select((_, index) => $"c{index + 1}")];
                var where = $"row {number} (line {line}) of `{source.Name}`";
                mistake ??= cells!.Count == columns.Count ? null : $"{where} has {cells.Count} cells, but there are {columns.Count} columns";
                if (mistake is null)
                {
                    var value = CsvCells.ToObject(columns, cells!, input.Types);
                    rows.Add(new SourceRow(RowFields.Key(value, input.Key, number.ToString(CultureInfo.InvariantCulture), where), value));
                }
                else if (input.OnBadLine == BadLine.Fail)
                {
                    throw new DataException(ActionCodes.DataBroken, $"{mistake}; mend it, or leave such records out with `on_bad_line: skip`");
                }
                else
                {
                    context.Log(StepLogLevel.Warning, $"{mistake}; it is left out");
                }
            }

            return new SourcePage(rows, (start with { Offset = records.Offset, Row = number, Line = start.Line + records.Lines }).ToString());
        }
    }

    // A record that is broken in itself is a mistake of one line; an open quote swallows the rest of the file and is not.
    private static async ValueTask<(IReadOnlyList<string>? Cells, string? Mistake)> NextAsync(
        ReadCsvInput input, FileSource source, CsvRecords records, long linesBefore, CancellationToken cancellationToken)
    {
        var before = records.Offset;
        try
        {
            return (await records.NextAsync(cancellationToken).ConfigureAwait(false), null);
        }
        catch (DataException exception)
        {
            var mistake = $"`{source.Name}`{(linesBefore > 0 ? $" (lines counted from {linesBefore + 1})" : string.Empty)}: {exception.Message}";
            return records.Offset > before ? (null, mistake) : throw new DataException(ActionCodes.DataBroken, mistake);
        }
    }

    private static async ValueTask<IReadOnlyList<string>?> ReadHeaderAsync(ReadCsvInput input, FileSource source, ActionContext context, CancellationToken cancellationToken)
    {
        var records = await OpenAsync(input, source, context, 0, cancellationToken).ConfigureAwait(false);
        await using (records.ConfigureAwait(false))
        {
            var columns = await HeaderAsync(input, source, records, cancellationToken).ConfigureAwait(false);
            return columns ?? (await records.NextAsync(cancellationToken).ConfigureAwait(false))?.Select((_, index) => $"c{index + 1}").ToList();
        }
    }

    // Null: neither header nor names, so the first record says how many columns there are.
    private static async ValueTask<IReadOnlyList<string>?> HeaderAsync(ReadCsvInput input, FileSource source, CsvRecords records, CancellationToken cancellationToken)
    {
        await records.SkipMarkAsync(cancellationToken).ConfigureAwait(false);
        var header = input.Header ? await records.NextAsync(cancellationToken).ConfigureAwait(false) : null;
        var columns = input.Columns ?? header;
        if (columns?.GroupBy(name => name).FirstOrDefault(names => names.Count() > 1)?.Key is { } twice)
        {
            throw new DataException(ActionCodes.FieldMissing, $"`{source.Name}` has two columns called `{twice}`; name the columns with `columns`");
        }

        if (columns is not null && input.Key is { } key && !columns.Contains(key))
        {
            throw new DataException(ActionCodes.FieldMissing, $"`{source.Name}` has no column `{key}`, which `key` names; it has {string.Join(", ", columns)}");
        }

        return columns;
    }

    private static async ValueTask<CsvRecords> OpenAsync(ReadCsvInput input, FileSource source, ActionContext context, long offset, CancellationToken cancellationToken)
    {
        var delimiter = input.Delimiter ?? (source.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) ? "\t" : ",");
        if (delimiter.Length == 0 || delimiter.AsSpan().ContainsAny("\"\r\n"))
        {
            throw new DataException(ActionCodes.BadInput, "`delimiter` must be at least one character, and neither a quote nor a line end");
        }

        var stream = await source.OpenAsync(context, offset, cancellationToken).ConfigureAwait(false);
        return new CsvRecords(stream, offset, delimiter, TextBytes.Encoding(input.Encoding));
    }
}
