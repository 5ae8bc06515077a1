using System.Collections.Frozen;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Atelier.Sdk;

/// <summary>JSON Schema (2020-12) of records, with <c>[Description]</c>, <c>[DefaultValue]</c>, <c>[Range]</c> and <c>[AllowedValues]</c>.</summary>
public static class ActionSchemas
{
    internal static readonly IReadOnlyDictionary<string, string> NoParts = FrozenDictionary<string, string>.Empty;

    private static readonly JsonSchemaExporterOptions ExporterOptions = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Annotate,
    };

    /// <summary>The schema of a type; <c>true</c> for <see cref="JsonElement"/>.</summary>
    public static JsonNode Of<T>() =>
        typeof(T) == typeof(JsonElement) ? JsonValue.Create(true) : ActionJson.Options.GetJsonSchemaAsNode(typeof(T), ExporterOptions);

    internal static ActionDescriptor Describe(ActionMetadata metadata, JsonNode input, JsonNode output, bool isSource) => new()
    {
        Name = metadata.Name,
        Version = metadata.Version,
        Summary = metadata.Summary,
        Reuse = metadata.Reuse,
        ReuseOutsideItems = metadata.ReuseOutsideItems,
        Queue = metadata.Queue,
        Start = metadata.Start,
        Inline = metadata.Inline,
        IsSource = isSource,
        Idempotent = metadata.Idempotent,
        Metered = metadata.Metered,
        Place = metadata.Place,
        RawFields = metadata.RawFields,
        InputSchema = input,
        OutputSchema = output,
        Example = metadata.Example,
    };

    private static JsonNode Annotate(JsonSchemaExporterContext context, JsonNode schema)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(Artifact))
        {
            schema = new JsonObject { ["type"] = "object", ["format"] = "artifact" };
        }
        else if (type == typeof(Rows))
        {
            schema = new JsonObject { ["type"] = new JsonArray("array", "object"), ["format"] = "rows" };
        }
        else if (type == typeof(JsonElement) || schema.GetValueKind() == JsonValueKind.True)
        {
            // Any value; also what the exporter says of types with a converter of their own. An object can take a description.
            schema = new JsonObject();
        }

        if (context.PropertyInfo?.AttributeProvider is not { } attributes)
        {
            return schema;
        }

        if (schema is not JsonObject node)
        {
            return schema;
        }

        foreach (var attribute in attributes.GetCustomAttributes(inherit: false))
        {
            switch (attribute)
            {
                case DescriptionAttribute description:
                    node["description"] = description.Description;
                    break;
                case DefaultValueAttribute standard:
                    node["default"] = JsonSerializer.SerializeToNode(standard.Value, ActionJson.Options);
                    break;
                case RangeAttribute range:
                    node["minimum"] = JsonSerializer.SerializeToNode(range.Minimum, ActionJson.Options);
                    node["maximum"] = JsonSerializer.SerializeToNode(range.Maximum, ActionJson.Options);
                    break;
                case AllowedValuesAttribute allowed:
                    node["enum"] = JsonSerializer.SerializeToNode(allowed.Values, ActionJson.Options);
                    break;
            }
        }

        return schema;
    }
}
