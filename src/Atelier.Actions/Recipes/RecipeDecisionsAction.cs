using System.ComponentModel;
using System.Text;
using System.Text.Json;
using Atelier.Actions.Data;
using Atelier.Actions.Files;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>What <c>recipe.decisions</c> takes.</summary>
internal sealed record RecipeDecisionsInput
{
    [Description("Where: folders are made as needed, a file that is there is replaced. `.csv` makes a table for people, everything else JSON Lines.")]
    public required string Path { get; init; }

    [Description("The photos: the items of a block, those that dropped out or failed as well.")]
    public required Rows Items { get; init; }
}

/// <summary><c>recipe.decisions</c>: a line a photo: what was decided, why, and who made what; equal items give equal bytes.</summary>
internal sealed class RecipeDecisionsAction : StepAction<RecipeDecisionsInput, WrittenRows>
{
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override ActionMetadata Metadata { get; } = new("recipe.decisions", 1, ReuseClass.Effect, "Writes a line for each photo: its outcome, the reason, and what was found out about it.")
    {
        Example = """
            - id: decisions
              uses: recipe.decisions
              with: { path: ./out/decisions.jsonl, items: "${look.items}" }
            """,
    };

    protected override ValueTask<ActionResult<WrittenRows>> ExecuteAsync(RecipeDecisionsInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var path = context.ResolvePath(input.Path);
        return path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)
            ? WrittenRows.WriteAsync(context, path, (file, token) => WriteTableAsync(input, context, file, token), cancellationToken)
            : WrittenRows.WriteAsync(context, path, (file, token) => WriteLinesAsync(input, context, file, token), cancellationToken);
    }

    protected override ValueTask<bool> StillHoldsAsync(RecipeDecisionsInput input, WrittenRows output, ActionContext context, CancellationToken cancellationToken) =>
        WrittenFiles.StillHoldsAsync(context, context.ResolvePath(input.Path), output.Digest, cancellationToken);

    private static async ValueTask<long> WriteLinesAsync(RecipeDecisionsInput input, ActionContext context, Stream file, CancellationToken cancellationToken)
    {
        var count = 0L;
        using var line = new MemoryStream();
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            line.SetLength(0);
            using (var json = new Utf8JsonWriter(line, WriterOptions))
            {
                Write(json, row);
            }

            line.WriteByte((byte)'\n');
            await file.WriteAsync(line.GetBuffer().AsMemory(0, (int)line.Length), cancellationToken).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    // Rows are read twice rather than held: the columns are known only at the end.
    private static async ValueTask<long> WriteTableAsync(RecipeDecisionsInput input, ActionContext context, Stream file, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal) { ["photo"] = 0, ["outcome"] = 1, ["reason"] = 2 };
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            foreach (var (column, _) in DecisionCells.Of(row))
            {
                columns.TryAdd(column, columns.Count);
            }
        }

        var count = 0L;
        await WriteAsync(file, columns.Keys, cancellationToken).ConfigureAwait(false);
        await foreach (var row in context.ReadRowsAsync(input.Items, cancellationToken).ConfigureAwait(false))
        {
            var cells = new string[columns.Count];
            foreach (var (column, cell) in DecisionCells.Of(row))
            {
                cells[columns[column]] = cell;
            }

            await WriteAsync(file, cells, cancellationToken).ConfigureAwait(false);
            count++;
        }

        return count;
    }

    private static ValueTask WriteAsync(Stream file, IEnumerable<string?> cells, CancellationToken cancellationToken) =>
        file.WriteAsync(Encoding.UTF8.GetBytes($"{string.Join(',', cells.Select(static cell => CsvCells.Quote(cell ?? string.Empty, ",")))}\n"), cancellationToken);

    private static void Write(Utf8JsonWriter json, Row row)
    {
        json.WriteStartObject();
        json.WriteString("photo", row.Key);
        json.WriteString("outcome", row.Outcome);
        if (row.Reason is not null)
        {
            json.WriteString("reason", row.Reason);
        }

        foreach (var member in DecisionMembers.Of(row))
        {
            member.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
