using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Extract;

/// <summary>The schema of an object with the asked fields, each of which may be null: a model that must answer something makes something up.</summary>
internal static class FieldSchema
{
    /// <summary>The schema; null with a clause that says what is wrong.</summary>
    public static JsonObject? Of(IReadOnlyDictionary<string, JsonElement> fields, out string mistake)
    {
        mistake = fields.Count == 0 ? "`fields` is empty" : string.Empty;
        var properties = new JsonObject();
        foreach (var (name, field) in fields)
        {
            if (field.ValueKind == JsonValueKind.String)
            {
                properties[name] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["description"] = field.GetString() };
            }
            else if (field.ValueKind == JsonValueKind.Object)
            {
                properties[name] = Nullable(JsonNode.Parse(field.GetRawText())!.AsObject());
            }
            else
            {
                mistake = $"`fields.{name}` is neither a description nor a JSON Schema";
            }
        }

        return mistake.Length > 0 ? null : new JsonObject
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. fields.Keys.Select(name => JsonValue.Create(name))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Nullable(JsonObject schema)
    {
        switch (schema["type"])
        {
            case JsonValue type when !schema.ContainsKey("enum") && !schema.ContainsKey("const") && type.GetValueKind() == JsonValueKind.String && type.GetValue<string>() != "null":
                schema["type"] = new JsonArray(type.GetValue<string>(), "null");
                return schema;
            case JsonArray types when !schema.ContainsKey("enum") && types.Any(type => type?.GetValueKind() == JsonValueKind.String && type.GetValue<string>() == "null"):
                return schema;
            default:
                return new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        }
    }
}
