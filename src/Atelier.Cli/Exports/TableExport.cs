using System.Net;
using System.Text.Json;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Exports;

/// <summary>One page that needs nothing beside it: a row an item. For items without pictures; those with some are shown by <see cref="PageExport"/>.</summary>
internal static class TableExport
{
    private const string Style = "body{font:14px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #ddd;padding:.4rem .8rem;text-align:left;vertical-align:top}.failed{color:#b00020}.rejected{color:#8a6d00}code{white-space:pre-wrap}";

    public static void Write(ExportRows rows, TextWriter target)
    {
        var run = rows.Run.Row;
        var title = WebUtility.HtmlEncode($"{run.WorkflowName} {run.Run}");
        var fields = rows.Fields();
        target.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body><h1>{title}</h1>\n<table><tr><th>key</th><th>outcome</th><th>made by</th>");
        target.Write(fields.Count == 0 ? "<th>value</th>" : string.Concat(fields.Select(static field => $"<th>{WebUtility.HtmlEncode(field)}</th>")));
        target.Write("</tr>\n");
        foreach (var (_, item, makers) in rows.MadeItems())
        {
            var outcome = item.Outcome.ToText();
            var cause = ExportRows.CauseOf(item) is { } text ? $"<br>{WebUtility.HtmlEncode(text)}" : string.Empty;
            target.Write($"<tr><td>{WebUtility.HtmlEncode(item.Key)}</td><td class=\"{outcome}\">{outcome}{cause}</td><td>{WebUtility.HtmlEncode(string.Join(", ", makers))}</td>");
            WriteValue(target, ExportRows.ValueOf(item), fields);
            target.Write("</tr>\n");
        }

        target.Write("</table></body></html>\n");
    }

    private static void WriteValue(TextWriter target, JsonElement value, IReadOnlyList<string> fields)
    {
        if (fields.Count == 0 || value.ValueKind != JsonValueKind.Object)
        {
            target.Write($"<td>{(value.ValueKind == JsonValueKind.Null ? string.Empty : Cell(value))}</td>");
            return;
        }

        foreach (var field in fields)
        {
            target.Write($"<td>{(value.TryGetProperty(field, out var member) ? Cell(member) : string.Empty)}</td>");
        }
    }

    private static string Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => WebUtility.HtmlEncode(value.GetString()!),
        _ => $"<code>{WebUtility.HtmlEncode(value.GetRawText())}</code>",
    };
}
