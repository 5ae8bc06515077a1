using System.Text.Json;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Exports;

/// <summary>A table (RFC 4180): key, outcome, cause, what made it, and a column for each member of the values.</summary>
internal static class CsvExport
{
    private const string WholeValue = "value";
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create(",\"\r\n");

    public static void Write(ExportRows rows, TextWriter target)
    {
        var fields = rows.Fields();
        var columns = fields.Count == 0 ? [WholeValue] : fields;
        WriteRow(target, ["block", "key", "outcome", "cause", "made_by", .. columns]);
        foreach (var (block, item, makers) in rows.MadeItems())
        {
            var value = ExportRows.ValueOf(item);
            var cells = value.ValueKind == JsonValueKind.Object
                ? columns.Select(column => value.TryGetProperty(column, out var member) ? TextOf(member) : string.Empty)
                : columns.Select((_, index) => index == 0 ? TextOf(value) : string.Empty);
            WriteRow(target, [block.Path, item.Key, item.Outcome.ToText(), ExportRows.CauseOf(item) ?? string.Empty, string.Join("; ", makers), .. cells]);
        }
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => string.Empty,
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static void WriteRow(TextWriter target, IEnumerable<string> cells)
    {
        target.Write(string.Join(',', cells.Select(static cell => cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)));
        target.Write("\r\n");
    }
}
