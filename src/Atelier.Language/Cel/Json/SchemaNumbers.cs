using System.Text.Json.Nodes;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Gives numbers the type that a JSON Schema says: JSON has one kind of number, the expression language has three.</summary>
internal sealed class SchemaNumbers(JsonNode? root)
{
    private const int MaxReferences = 32;

    public CelValue Apply(CelValue value) => Apply(value, root, 0);

    private CelValue Apply(CelValue value, JsonNode? schema, int references)
    {
        if (schema is not JsonObject rules || value.Kind is not (CelKind.Double or CelKind.List or CelKind.Map))
        {
            return value;
        }

        if (rules["$ref"] is JsonValue reference && references < MaxReferences)
        {
            value = Apply(value, Resolve(reference.ToString()), references + 1);
        }

        foreach (var keyword in (ReadOnlySpan<string>)["anyOf", "oneOf", "allOf"])
        {
            if (rules[keyword] is JsonArray branches)
            {
                foreach (var branch in branches)
                {
                    value = Apply(value, branch, references);
                }
            }
        }

        return value switch
        {
            CelDouble when SaysInteger(rules["type"]) && Numbers.TryToLong(value, out var whole) => CelInt.Of(whole),
            CelList { EnumerationError: null } list when rules["items"] is not null || rules["prefixItems"] is not null => List(list, rules, references),
            CelMap { EnumerationError: null } map when rules["properties"] is not null || rules["additionalProperties"] is JsonObject => Map(map, rules, references),
            _ => value,
        };
    }

    private CelList List(CelList list, JsonObject rules, int references)
    {
        var first = rules["prefixItems"] as JsonArray;
        return CelList.Of([.. list.Select((element, index) => Apply(element, index < first?.Count ? first[index] : rules["items"], references))]);
    }

    private CelMap Map(CelMap map, JsonObject rules, int references)
    {
        var named = rules["properties"] as JsonObject;
        var entries = new OrderedDictionary<CelValue, CelValue>(map.Count);
        foreach (var (key, value) in map)
        {
            var schema = key is CelString name && named?[name.Value] is { } own ? own : rules["additionalProperties"];
            entries[key] = Apply(value, schema, references);
        }

        return CelMap.OfOrdered(entries);
    }

    private static bool SaysInteger(JsonNode? type) => type switch
    {
        JsonValue one => one.ToString() == "integer",
        JsonArray several => several.Any(entry => entry?.ToString() == "integer") && several.All(entry => entry?.ToString() != "number"),
        _ => false,
    };

    private JsonNode? Resolve(string pointer)
    {
        if (!pointer.StartsWith('#'))
        {
            return null;
        }

        var node = root;
        foreach (var part in pointer[1..].Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            var name = Uri.UnescapeDataString(part).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);
            node = node switch
            {
                JsonObject inner => inner[name],
                JsonArray inner when int.TryParse(name, out var index) && index >= 0 && index < inner.Count => inner[index],
                _ => null,
            };
        }

        return node;
    }
}
