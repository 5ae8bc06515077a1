using System.Net;
using System.Text.Json;
using Atelier.Engine.Artifacts;
using Atelier.Engine.Runs;

namespace Atelier.Cli.Exports;

/// <summary>One page that needs nothing beside it: a row an item, small pictures shown.</summary>
internal static class HtmlExport
{
    private const long LargestPicture = 256 * 1024;
    private const string Style = "body{font:14px/1.5 system-ui,sans-serif;margin:2rem}table{border-collapse:collapse}td,th{border-bottom:1px solid #ddd;padding:.4rem .8rem;text-align:left;vertical-align:top}img{max-width:244px;max-height:244px}.failed{color:#b00020}.rejected{color:#8a6d00}code{white-space:pre-wrap}";

    public static void Write(ExportRows rows, TextWriter target, IArtifactStore artifacts)
    {
        var run = rows.Run.Row;
        var title = WebUtility.HtmlEncode($"{run.WorkflowName} {run.Run}");
        var fields = rows.Fields();
        target.Write($"<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title><style>{Style}</style></head><body><h1>{title}</h1>\n<table><tr><th>key</th><th>outcome</th>");
        target.Write(fields.Count == 0 ? "<th>value</th>" : string.Concat(fields.Select(static field => $"<th>{WebUtility.HtmlEncode(field)}</th>")));
        target.Write("</tr>\n");
        foreach (var (_, item) in rows.Items())
        {
            var outcome = item.Outcome.ToText();
            var cause = ExportRows.CauseOf(item) is { } text ? $"<br>{WebUtility.HtmlEncode(text)}" : string.Empty;
            target.Write($"<tr><td>{WebUtility.HtmlEncode(item.Key)}</td><td class=\"{outcome}\">{outcome}{cause}</td>");
            WriteValue(target, ExportRows.ValueOf(item), fields, artifacts);
            target.Write("</tr>\n");
        }

        target.Write("</table></body></html>\n");
    }

    private static void WriteValue(TextWriter target, JsonElement value, IReadOnlyList<string> fields, IArtifactStore artifacts)
    {
        if (fields.Count == 0 || value.ValueKind != JsonValueKind.Object)
        {
            target.Write($"<td>{(value.ValueKind == JsonValueKind.Null ? string.Empty : Cell(value, artifacts))}</td>");
            return;
        }

        foreach (var field in fields)
        {
            target.Write($"<td>{(value.TryGetProperty(field, out var member) ? Cell(member, artifacts) : string.Empty)}</td>");
        }
    }

    private static string Cell(JsonElement value, IArtifactStore artifacts) => value.ValueKind switch
    {
        JsonValueKind.String => WebUtility.HtmlEncode(value.GetString()!),
        JsonValueKind.Object when Picture(value, artifacts) is { } picture => picture,
        _ => $"<code>{WebUtility.HtmlEncode(value.GetRawText())}</code>",
    };

    private static string? Picture(JsonElement value, IArtifactStore artifacts)
    {
        if (!value.TryGetProperty("$artifact", out var digest) || !value.TryGetProperty("mediaType", out var type)
            || type.GetString() is not { } media || !media.StartsWith("image/", StringComparison.Ordinal)
            || artifacts.GetSize(digest.GetString()!) is not (> 0 and <= LargestPicture) || artifacts.OpenRead(digest.GetString()!) is not { } content)
        {
            return null;
        }

        using (content)
        {
            using var bytes = new MemoryStream();
            content.CopyTo(bytes);
            return $"<img alt=\"\" src=\"data:{WebUtility.HtmlEncode(media)};base64,{Convert.ToBase64String(bytes.GetBuffer(), 0, (int)bytes.Length)}\">";
        }
    }
}
