using System.ComponentModel;
using System.Text.Json;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>What <c>data.write_jsonl</c> takes.</summary>
internal sealed record WriteJsonLinesInput
{
    [Description("Where: folders are made as needed, a file that is there is replaced.")]
    public required string Path { get; init; }

    [Description("The rows: a list, or the items of a block. Rows that failed, were rejected or were skipped have no value and are left out.")]
    public required Rows Rows { get; init; }

    [Description("The member that gets each row's key. A value that is no object then stands in the member `value`. Default: keys are not written.")]
    public string? KeyAs { get; init; }
}

/// <summary><c>data.write_jsonl</c>: a line a row, in source order; equal rows give equal bytes.</summary>
internal sealed class WriteJsonLinesAction : StepAction<WriteJsonLinesInput, WrittenRows>
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override ActionMetadata Metadata { get; } = new("data.write_jsonl", 1, ReuseClass.Effect, "Writes rows to a JSON Lines file, whole or not at all.")
    {
        Example = """
            - id: save
              uses: data.write_jsonl
              with: { path: ./out/paintings.jsonl, rows: "${enrich.items}", key_as: file }
            """,
    };

    protected override ValueTask<ActionResult<WrittenRows>> ExecuteAsync(WriteJsonLinesInput input, ActionContext context, CancellationToken cancellationToken) =>
        WrittenRows.WriteAsync(context, context.ResolvePath(input.Path), (file, token) => WriteAsync(input, context, file, token), cancellationToken);

    protected override ValueTask<bool> StillHoldsAsync(WriteJsonLinesInput input, WrittenRows output, ActionContext context, CancellationToken cancellationToken) =>
        WrittenFiles.StillHoldsAsync(context, context.ResolvePath(input.Path), output.Digest, cancellationToken);

    private static async ValueTask<long> WriteAsync(WriteJsonLinesInput input, ActionContext context, Stream file, CancellationToken cancellationToken)
    {
        var count = 0L;
        using var line = new MemoryStream();
        await foreach (var row in context.ReadRowsAsync(input.Rows, cancellationToken).ConfigureAwait(false))
        {
            if (!RowFields.HasValue(row))
            {
                continue;
            }

            line.SetLength(0);
            using (var json = new Utf8JsonWriter(line, WriterOptions))
            {
                Write(json, row, input.KeyAs);
            }

            line.WriteByte((byte)'\n');
            await file.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellationToken).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    private static void Write(Utf8JsonWriter json, Row row, string? keyAs)
    {
        if (keyAs is null)
        {
            row.Value.WriteTo(json);
            return;
        }

        json.WriteStartObject();
        json.WriteString(keyAs, row.Key);
        if (row.Value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in row.Value.EnumerateObject().Where(member => !member.NameEquals(keyAs)))
            {
                member.WriteTo(json);
            }
        }
        else
        {
            json.WritePropertyName("value");
            row.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
