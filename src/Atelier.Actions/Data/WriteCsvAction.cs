using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.write_csv</c> takes.</summary>
internal sealed record WriteCsvInput
{
    [Description("Where: folders are made as needed, a file that is there is replaced.")]
    public required string Path { get; init; }

    [Description("The rows: a list, or the items of a block. Rows that failed, were rejected or were skipped have no value and are left out.")]
    public required Rows Rows { get; init; }

    [Description("The columns in order: names of members, or JSON pointers. Default: every member of every row, in the order in which they first appear; a value that is no object stands in the column `value`.")]
    public IReadOnlyList<string>? Columns { get; init; }

    [Description("The first column, which gets each row's key. Default: keys are not written.")]
    public string? KeyAs { get; init; }

    [Description("What stands between cells.")]
    [DefaultValue(",")]
    public string Delimiter { get; init; } = ",";

    [Description("Whether the first record names the columns.")]
    [DefaultValue(true)]
    public bool Header { get; init; } = true;
}

/// <summary><c>data.write_csv</c>: RFC 4180 in UTF-8 with line ends of one LF; equal rows give equal bytes.</summary>
internal sealed class WriteCsvAction : StepAction<WriteCsvInput, WrittenRows>
{
    private const string ValueColumn = "value";

    public override ActionMetadata Metadata { get; } = new("data.write_csv", 1, ReuseClass.Effect, "Writes rows to a CSV file, whole or not at all.")
    {
        Example = """
            - id: save
              uses: data.write_csv
              with: { path: ./out/paintings.csv, rows: "${enrich.items}", key_as: file }
            """,
    };

    protected override async ValueTask<ActionResult<WrittenRows>> ExecuteAsync(WriteCsvInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Delimiter.Length == 0 || input.Delimiter.AsSpan().ContainsAny("\"\r\n"))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "`delimiter` must be at least one character, and neither a quote nor a line end");
        }

        var columns = input.Columns ?? await FindColumnsAsync(input, context, cancellationToken).ConfigureAwait(false);
        return await WrittenRows.WriteAsync(
            context, context.ResolvePath(input.Path), (file, token) => WriteAsync(input, columns, context, file, token), cancellationToken).ConfigureAwait(false);
    }

    protected override ValueTask<bool> StillHoldsAsync(WriteCsvInput input, WrittenRows output, ActionContext context, CancellationToken cancellationToken) =>
        WrittenFiles.StillHoldsAsync(context, context.ResolvePath(input.Path), output.Digest, cancellationToken);

    // Rows are read twice rather than held: there may be a million of them.
    private static async ValueTask<IReadOnlyList<string>> FindColumnsAsync(WriteCsvInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        var known = new HashSet<string>();
        await foreach (var row in context.ReadRowsAsync(input.Rows, cancellationToken).ConfigureAwait(false))
        {
            if (RowFields.HasValue(row))
            {
                var names = row.Value.ValueKind == JsonValueKind.Object ? row.Value.EnumerateObject().Select(member => member.Name) : [ValueColumn];
                columns.AddRange(names.Where(name => name != input.KeyAs && known.Add(name)));
            }
        }

        return columns;
    }

    private static async ValueTask<long> WriteAsync(WriteCsvInput input, IReadOnlyList<string> columns, ActionContext context, Stream file, CancellationToken cancellationToken)
    {
        var text = new StreamWriter(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), 64 * 1024, leaveOpen: true);
        await using (text.ConfigureAwait(false))
        {
            if (input.Header)
            {
                await WriteRecordAsync(text, input, input.KeyAs, columns).ConfigureAwait(false);
            }

            var count = 0L;
            await foreach (var row in context.ReadRowsAsync(input.Rows, cancellationToken).ConfigureAwait(false))
            {
                if (RowFields.HasValue(row))
                {
                    await WriteRecordAsync(text, input, input.KeyAs is null ? null : row.Key, columns.Select(column => Cell(row.Value, column))).ConfigureAwait(false);
                    count++;
                }
            }

            return count;
        }
    }

    private static Task WriteRecordAsync(StreamWriter text, WriteCsvInput input, string? key, IEnumerable<string> cells)
    {
        var record = string.Join(input.Delimiter, (key is null ? cells : cells.Prepend(key)).Select(cell => CsvCells.Quote(cell, input.Delimiter)));

        // A record of one empty cell would be a blank line, which readers pass over.
        return text.WriteAsync(record.Length == 0 ? "\"\"\n" : record + "\n");
    }

    private static string Cell(JsonElement row, string column) =>
        RowFields.TryGet(row, column, out var value) ? CsvCells.FromValue(value)
        : column == ValueColumn && row.ValueKind != JsonValueKind.Object ? CsvCells.FromValue(row)
        : string.Empty;
}
