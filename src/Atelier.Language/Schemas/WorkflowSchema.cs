using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Language.Schemas;

/// <summary>JSON Schema (2020-12) of workflow documents, for editors. It is looser than the compiler, never stricter.</summary>
public static class WorkflowSchema
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema of every workflow, whatever actions there are.</summary>
    public static string Generate() => Write(Load());

    /// <summary>The schema with the names of the actions and the fields of each one's <c>with</c>.</summary>
    public static string Generate(IActionCatalog actions)
    {
        var schema = Load();
        var definitions = (JsonObject)schema["$defs"]!;
        var known = actions.Names.Select(name => actions.Find(name)!).ToArray();
        definitions["action"] = new JsonObject
        {
            ["type"] = "string",
            ["oneOf"] = new JsonArray([.. known.Select(static action => new JsonObject { ["const"] = action.Name, ["description"] = action.Summary })]),
        };
        var rules = new JsonArray();
        foreach (var action in known)
        {
            var name = $"with_{action.Name.Replace('.', '_')}";
            definitions[name] = ActionInput(action, name);
            rules.Add(new JsonObject
            {
                ["if"] = new JsonObject { ["properties"] = new JsonObject { ["uses"] = new JsonObject { ["const"] = action.Name } }, ["required"] = new JsonArray("uses") },
                ["then"] = new JsonObject { ["properties"] = new JsonObject { ["with"] = OrExpression(new JsonObject { ["$ref"] = $"#/$defs/{name}" }) } },
            });
        }

        definitions["action_step"]!["allOf"] = rules;
        definitions["undo"]!["allOf"] = rules.DeepClone();
        return Write(schema);
    }

    // Every value inside may be an expression instead of what the action itself takes; raw fields may not.
    private static JsonNode ActionInput(ActionDescriptor action, string name) => Loosen(Rebase(action.InputSchema, name), action.RawFields);

    private static JsonNode Loosen(JsonNode schema, IReadOnlyCollection<string> raw)
    {
        if (schema is not JsonObject rules)
        {
            return schema.DeepClone();
        }

        var loose = new JsonObject();
        foreach (var (key, value) in rules)
        {
            loose[key] = (key, value) switch
            {
                ("properties", JsonObject properties) => Each(properties, (field, rule) => raw.Contains(field) ? rule.DeepClone() : OrExpression(Loosen(rule, []))),
                ("$defs", JsonObject definitions) => Each(definitions, static (_, rule) => Loosen(rule, [])),
                ("items" or "additionalProperties", JsonObject inner) => OrExpression(Loosen(inner, [])),
                ("anyOf" or "oneOf" or "allOf", JsonArray several) => new JsonArray([.. several.Select(one => Loosen(one!, []))]),
                _ => value?.DeepClone(),
            };
        }

        return loose;
    }

    private static JsonObject Each(JsonObject map, Func<string, JsonNode, JsonNode> change) =>
        new(map.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)change(member.Key, member.Value!))));

    private static JsonNode OrExpression(JsonNode schema)
    {
        if (schema is not JsonObject)
        {
            return schema;
        }

        var either = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["$ref"] = "#/$defs/expression" }) };
        if (schema["description"] is { } description)
        {
            either["description"] = description.DeepClone();
        }

        return either;
    }

    // References inside an action's schema start at that schema, which now stands inside another.
    private static JsonNode Rebase(JsonNode schema, string name)
    {
        switch (schema)
        {
            case JsonObject map:
                var copy = new JsonObject();
                foreach (var (key, value) in map)
                {
                    copy[key] = key == "$ref" && value is JsonValue reference && reference.GetValue<string>() is ['#', ..] path
                        ? $"#/$defs/{name}{path[1..]}"
                        : value is null ? null : Rebase(value, name);
                }

                return copy;
            case JsonArray list:
                return new JsonArray([.. list.Select(item => item is null ? null : Rebase(item, name))]);
            default:
                return schema.DeepClone();
        }
    }

    private static JsonObject Load()
    {
        using var stream = typeof(WorkflowSchema).Assembly.GetManifestResourceStream("workflow.schema.json")
            ?? throw new InvalidOperationException("The schema is part of the assembly.");
        return (JsonObject)JsonNode.Parse(stream)!;
    }

    private static string Write(JsonObject schema) => schema.ToJsonString(Written) + "\n";
}
