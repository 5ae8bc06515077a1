using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Atelier.Cli.Runs;

namespace Atelier.Cli.Exports;

/// <summary>A line of JSON an item.</summary>
internal static class JsonLinesExport
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(ExportRows rows, TextWriter target)
    {
        using var buffer = new MemoryStream();
        foreach (var (block, item, makers) in rows.MadeItems())
        {
            buffer.SetLength(0);
            using (var writer = new Utf8JsonWriter(buffer, Compact))
            {
                ListItemsCommand.WriteJson(writer, block, item, makers);
            }

            target.Write(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
            target.Write('\n');
        }
    }
}
