using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Language.Yaml;

/// <summary>Constants of a document as JSON.</summary>
internal static class YamlJson
{
    /// <summary>The value; integers of more than 64 bits become doubles, infinities and NaN become texts.</summary>
    public static JsonNode? ToNode(YamlNode node) => node switch
    {
        YamlList list => new JsonArray([.. list.Items.Select(ToNode)]),
        YamlMap map => new JsonObject(map.Members.Select(static member => KeyValuePair.Create(member.Name, ToNode(member.Value)))),
        YamlScalar scalar => ToNode(scalar),
        _ => throw new InvalidOperationException("YamlNode is closed"),
    };

    /// <inheritdoc cref="ToNode(YamlNode)" />
    public static JsonElement ToElement(YamlNode node) =>
        ToNode(node) is { } value ? JsonSerializer.SerializeToElement(value) : JsonSerializer.SerializeToElement<object?>(null);

    private static JsonValue? ToNode(YamlScalar scalar) => scalar.Type switch
    {
        ScalarType.Null => null,
        ScalarType.Boolean => JsonValue.Create(scalar.Boolean),
        ScalarType.Integer when scalar.TryGetInteger(out var value) => JsonValue.Create(value),
        ScalarType.Integer or ScalarType.Number when double.IsFinite(scalar.Number) => JsonValue.Create(scalar.Number),
        _ => JsonValue.Create(scalar.Text),
    };
}
