using System.Text.Json.Nodes;
using Atelier.Language.Validation;

namespace Atelier.Language.Binding;

/// <summary>What is known of a value before it exists: its fields, where they are closed.</summary>
internal sealed class OutputShape
{
    private readonly JsonNode? _schema;
    private readonly JsonNode? _root;
    private readonly IReadOnlyDictionary<string, OutputShape>? _members;

    private OutputShape(JsonNode? schema, JsonNode? root, IReadOnlyDictionary<string, OutputShape>? members) =>
        (_schema, _root, _members) = (schema, root, members);

    /// <summary>Nothing is known.</summary>
    public static OutputShape Any { get; } = new(null, null, null);

    /// <summary>The shape that a JSON Schema gives.</summary>
    public static OutputShape Of(JsonNode schema) => new(schema, schema, null);

    /// <summary>Exactly these members.</summary>
    public static OutputShape Closed(IReadOnlyDictionary<string, OutputShape> members) => new(null, null, members);

    /// <summary>Exactly these members, of which nothing more is known.</summary>
    public static OutputShape Closed(params ReadOnlySpan<string> members) => Closed(members.ToArray().ToDictionary(static name => name, static _ => Any));

    /// <summary>The shape of an element when this is a list.</summary>
    public OutputShape Element() => Rules() is { } rules && rules["items"] is { } items ? new OutputShape(items, _root, null) : Any;

    /// <summary>The names of the members when no others exist; null when others may.</summary>
    public IReadOnlyCollection<string>? Names()
    {
        if (_members is not null)
        {
            return [.. _members.Keys];
        }

        return Rules() is { } rules
            && rules["additionalProperties"] is JsonValue open && open.TryGetValue<bool>(out var more) && !more
            && Schema.Types(rules) is [] or ["object", ..]
            ? [.. (rules["properties"] as JsonObject ?? []).Select(static property => property.Key)]
            : null;
    }

    /// <summary>The shape of a member.</summary>
    public OutputShape Member(string name)
    {
        if (_members is not null)
        {
            return _members.GetValueOrDefault(name) ?? Any;
        }

        return Rules()?["properties"] is JsonObject properties && properties[name] is { } member ? new OutputShape(member, _root, null) : Any;
    }

    private JsonObject? Rules() => _schema is null ? null : Schema.Resolve(_schema, _root!);
}
