using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Language.Yaml;

namespace Atelier.Language.Validation;

/// <summary>Checks JSON values that come from outside a document.</summary>
internal static class JsonSchemaCheck
{
    /// <summary>The first mistake as a clause; null when the value fits.</summary>
    public static string? FirstMistake(JsonNode schema, JsonElement value)
    {
        var found = new DiagnosticBag();
        var source = new SourceText($"{{\"value\":{value.GetRawText()}}}", string.Empty);
        if (!JsonReader.TryRead(source, found, out var root) || root is not YamlMap { Members: [var member] })
        {
            return "it cannot be read as JSON";
        }

        new SchemaCheck(schema, hasExpressions: false, found).Check(member.Value, schema, "value");
        return found.ToImmutable().FirstOrDefault()?.Message.TrimEnd('.');
    }
}
