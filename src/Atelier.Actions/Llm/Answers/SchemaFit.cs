using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Answers;

/// <summary>
/// Checks a value against a JSON Schema (2020-12, the part that <see cref="AnswerSchema"/> admits). With <paramref name="mend"/> it also changes form without loss on the
/// way: <c>"12"</c> where a number is asked, <c>12</c> where a text is, the schema's own spelling of an enumerated text, members that may not be there left out.
/// </summary>
internal sealed class SchemaFit(JsonNode root, bool mend)
{
    private const int MaxDepth = 100;

    private readonly SortedSet<string> _repairs = new(StringComparer.Ordinal);
    private int _depth;

    /// <summary>What does not fit, each a clause with its place; empty: it fits.</summary>
    public List<string> Mistakes { get; } = [];

    /// <summary>Which forms were changed, in words.</summary>
    public IReadOnlyCollection<string> Repairs => _repairs;

    /// <summary>The value in the schema's form: a copy, or what could be read when there are mistakes.</summary>
    public JsonNode? Fit(JsonNode? value) => Fit(value?.DeepClone(), root, string.Empty);

    private JsonNode? Fit(JsonNode? value, JsonNode schema, string path)
    {
        if (schema is JsonValue always)
        {
            return always.GetValueKind() == JsonValueKind.True ? value : Wrong(path, "may not be there", value);
        }

        if (++_depth > MaxDepth)
        {
            return Wrong(path, "is nested too deep", value);
        }

        var node = schema.AsObject();
        if (node["$ref"] is { } reference)
        {
            value = Fit(value, AnswerSchema.Resolve(root, reference.GetValue<string>())!, path);
        }

        value = FitEnumerated(FitType(value, node, path), node, path);
        switch (value)
        {
            case JsonObject members:
                FitMembers(members, node, path);
                break;
            case JsonArray elements:
                FitElements(elements, node, path);
                break;
            case JsonValue scalar:
                SchemaBounds.Check(scalar, node, message => Wrong(path, message, null));
                break;
        }

        value = FitCombined(value, node, path);
        _depth--;
        return value;
    }

    private JsonNode? FitType(JsonNode? value, JsonObject schema, string path)
    {
        var types = schema["type"] switch
        {
            null => [],
            JsonArray several => several.Select(type => type!.GetValue<string>()).ToArray(),
            var one => [one.GetValue<string>()],
        };
        if (types.Length == 0 || types.Any(type => SchemaBounds.Is(value, type)))
        {
            return value;
        }

        if (mend && LosslessForms.TryChange(value, types, out var changed, out var repair))
        {
            _repairs.Add(repair);
            return changed;
        }

        return Wrong(path, $"is {SchemaBounds.NameOf(value)}, expected {string.Join(" or ", types)}", value);
    }

    private JsonNode? FitEnumerated(JsonNode? value, JsonObject schema, string path)
    {
        JsonNode?[] allowed = schema["enum"] is JsonArray several ? [.. several] : schema.ContainsKey("const") ? [schema["const"]] : [];
        if (allowed.Length == 0 || allowed.Any(one => JsonNode.DeepEquals(one, value)))
        {
            return value;
        }

        if (mend && SchemaBounds.TextOf(value) is { } text)
        {
            var same = allowed.Where(one => string.Equals(SchemaBounds.TextOf(one), text.Trim(), StringComparison.OrdinalIgnoreCase)).ToList();
            if (same.Count == 1)
            {
                _repairs.Add("the spelling of an enumerated text");
                return same[0]!.DeepClone();
            }
        }

        return Wrong(path, $"is none of {string.Join(", ", allowed.Select(one => one?.ToJsonString() ?? "null"))}", value);
    }

    private void FitMembers(JsonObject members, JsonObject schema, string path)
    {
        var known = schema["properties"] as JsonObject;
        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!members.ContainsKey(required!.GetValue<string>()))
            {
                Wrong($"{path}/{required.GetValue<string>()}", "is missing", null);
            }
        }

        foreach (var (name, value) in members.ToList())
        {
            var rule = known?[name] ?? schema["additionalProperties"];
            if (rule is JsonValue never && never.GetValueKind() == JsonValueKind.False && known?[name] is null && mend)
            {
                members.Remove(name);
                _repairs.Add("members that were not asked");
            }
            else if (rule is not null)
            {
                var fitted = Fit(Detached(members, name, value), rule, $"{path}/{name}");
                members[name] = fitted;
            }
        }
    }

    private void FitElements(JsonArray elements, JsonObject schema, string path)
    {
        SchemaBounds.CheckLength(elements, schema, message => Wrong(path, message, null));
        var first = schema["prefixItems"] as JsonArray;
        for (var index = 0; index < elements.Count; index++)
        {
            var rule = index < first?.Count ? first[index] : schema["items"];
            if (rule is not null)
            {
                var value = elements[index];
                elements[index] = null;
                elements[index] = Fit(value, rule, $"{path}/{index}");
            }
        }
    }

    private JsonNode? FitCombined(JsonNode? value, JsonObject schema, string path)
    {
        foreach (var part in schema["allOf"] as JsonArray ?? [])
        {
            value = Fit(value, part!, path);
        }

        foreach (var word in (string[])["anyOf", "oneOf"])
        {
            if (schema[word] is JsonArray choices)
            {
                value = FitChoice(value, choices, exactlyOne: word == "oneOf", path);
            }
        }

        if (schema["not"] is { } not && new SchemaFit(root, mend: false) is var other && other.Fits(value, not))
        {
            Wrong(path, "is what it may not be", value);
        }

        return value;
    }

    // As it stands in one of them; else, in mended form, in exactly one of them.
    private JsonNode? FitChoice(JsonNode? value, JsonArray choices, bool exactlyOne, string path)
    {
        var asIs = choices.Count(choice => new SchemaFit(root, mend: false).Fits(value, choice!));
        if (asIs == 1 || (asIs > 1 && !exactlyOne))
        {
            return value;
        }

        if (asIs == 0 && mend)
        {
            var mended = choices.Select(choice => (Fit: new SchemaFit(root, mend: true), Choice: choice!))
                .Select(pair => (pair.Fit, Value: pair.Fit.Fit(value?.DeepClone(), pair.Choice, path)))
                .Where(pair => pair.Fit.Mistakes.Count == 0)
                .ToList();
            if (mended.Count == 1)
            {
                _repairs.UnionWith(mended[0].Fit.Repairs);
                return mended[0].Value;
            }
        }

        return Wrong(path, asIs > 1 ? "fits more than one of the forms" : "fits none of the forms", value);
    }

    private bool Fits(JsonNode? value, JsonNode schema)
    {
        Fit(value?.DeepClone(), schema, string.Empty);
        return Mistakes.Count == 0;
    }

    private static JsonNode? Detached(JsonObject members, string name, JsonNode? value)
    {
        members[name] = null;
        return value;
    }

    private JsonNode? Wrong(string path, string what, JsonNode? value)
    {
        Mistakes.Add($"`{(path.Length == 0 ? "/" : path)}` {what}");
        return value;
    }
}
