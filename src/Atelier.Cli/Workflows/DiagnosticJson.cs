using System.Text.Json;
using Atelier.Language;

namespace Atelier.Cli.Workflows;

/// <summary>Mistakes as JSON: <c>"diagnostics": [{code, severity, message, remedy, file, line, column}]</c>.</summary>
internal static class DiagnosticJson
{
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (var diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("code", diagnostic.Code);
            writer.WriteString("severity", diagnostic.Severity == DiagnosticSeverity.Error ? "error" : "warning");
            writer.WriteString("message", diagnostic.Message);
            writer.WriteString("remedy", diagnostic.Remedy);
            writer.WriteString("file", diagnostic.Position.File);
            writer.WriteNumber("line", diagnostic.Position.Line);
            writer.WriteNumber("column", diagnostic.Position.Column);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
