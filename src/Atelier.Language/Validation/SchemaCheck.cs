using System.Text.Json.Nodes;
using Atelier.Language.Binding;
using Atelier.Language.Yaml;

namespace Atelier.Language.Validation;

/// <summary>
/// Checks values of a document against a JSON Schema (2020-12): type, enum, range, required and unknown members, items,
/// <c>anyOf</c>, <c>oneOf</c> and local references. Values that are expressions are known only when they run, and pass.
/// </summary>
/// <param name="root">The whole schema, for references.</param>
/// <param name="hasExpressions">False: <c>${</c> is text like any other.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class SchemaCheck(JsonNode root, bool hasExpressions, DiagnosticBag diagnostics)
{
    /// <summary>Checks a value.</summary>
    /// <param name="node">The value.</param>
    /// <param name="schema">Its schema.</param>
    /// <param name="path">Its name in messages; empty for the root.</param>
    /// <param name="raw">Names of members whose text is never an expression.</param>
    public void Check(YamlNode node, JsonNode schema, string path, IReadOnlyCollection<string>? raw = null)
    {
        if (diagnostics.IsFull || Schema.Resolve(schema, root) is not { } rules || IsExpression(node))
        {
            return;
        }

        if (rules["anyOf"] is JsonArray any)
        {
            CheckAlternatives(node, any, path);
            return;
        }

        if (rules["oneOf"] is JsonArray one)
        {
            CheckAlternatives(node, one, path);
            return;
        }

        if (!CheckType(node, rules, path))
        {
            return;
        }

        switch (node)
        {
            case YamlMap map:
                CheckMembers(map, rules, path, raw ?? []);
                break;
            case YamlList list when rules["items"] is { } items:
                for (var index = 0; index < list.Items.Length; index++)
                {
                    Check(list.Items[index], items, $"{path}[{index}]");
                }

                break;
            case YamlScalar scalar when !IsInterpolated(scalar):
                ScalarCheck.Check(scalar, rules, path, diagnostics);
                break;
        }
    }

    private void CheckAlternatives(YamlNode node, JsonArray schemas, string path)
    {
        DiagnosticBag? nearest = null;
        foreach (var schema in schemas)
        {
            var found = new DiagnosticBag();
            new SchemaCheck(root, hasExpressions, found).Check(node, schema!, path);
            if (!found.HasErrors)
            {
                return;
            }

            // The alternative whose type fits has the mistakes that help.
            if (Schema.Resolve(schema!, root) is { } rules && Schema.Allows(rules, TypesOf(node)))
            {
                nearest ??= found;
            }
        }

        if (nearest is null)
        {
            diagnostics.Error(DiagnosticCodes.WithWrongType, node.Position, $"{Name(path)} cannot be {node.Kind}.");
            return;
        }

        foreach (var mistake in nearest.ToImmutable())
        {
            diagnostics.Error(mistake.Code, mistake.Position, mistake.Message, mistake.Remedy);
        }
    }

    private bool CheckType(YamlNode node, JsonObject rules, string path)
    {
        var isChoice = rules["enum"] is JsonArray choices && choices.All(static choice => choice is null or JsonValue);
        if (Schema.Allows(rules, TypesOf(node)) && (!isChoice || node is YamlScalar))
        {
            return true;
        }

        var kind = node is YamlScalar scalar && IsInterpolated(scalar) ? "a text with an expression in it" : node.Kind;
        var remedy = node is YamlScalar { Type: ScalarType.Text } text && IsInterpolated(text)
            ? "An expression keeps its type only when it stands alone: `${...}`."
            : Schema.Types(rules) is ["boolean", ..] ? Definitions.Remedies.Boolean(node)
            : Schema.Types(rules).Contains("string") && node is YamlScalar { IsNull: false } ? "Put it in quotes."
            : null;
        diagnostics.Error(DiagnosticCodes.WithWrongType, node.Position, $"{Name(path)} takes {Schema.Describe(rules)}, not {kind}.", remedy);
        return false;
    }

    private void CheckMembers(YamlMap map, JsonObject rules, string path, IReadOnlyCollection<string> raw)
    {
        var properties = rules["properties"] as JsonObject;
        foreach (var member in map.Members)
        {
            var name = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (properties?[member.Name] is { } schema)
            {
                new SchemaCheck(root, hasExpressions && !raw.Contains(member.Name), diagnostics).Check(member.Value, schema, name);
            }
            else if (rules["additionalProperties"] is JsonObject others)
            {
                Check(member.Value, others, name);
            }
            else if (!diagnostics.IsFull && rules["additionalProperties"] is JsonValue value && value.TryGetValue<bool>(out var open) && !open)
            {
                var known = properties?.Select(static property => property.Key).ToArray() ?? [];
                var remedy = NearNames.DidYouMean(member.Name, known.Where(key => map.Find(key) is null))
                    ?? (known.Length == 0 ? "It takes none." : $"Known: {NearNames.List(known)}.");
                diagnostics.Error(DiagnosticCodes.WithUnknownField, member.Key.Position, $"{Name(path)} has no field `{member.Name}`.", remedy);
            }
        }

        foreach (var name in (rules["required"] as JsonArray ?? []).Select(static name => name!.GetValue<string>()))
        {
            if (map.Find(name) is null)
            {
                diagnostics.Error(DiagnosticCodes.WithMissingField, map.Position, $"{Name(path)} needs the field `{name}`{Hint(properties?[name])}.");
            }
        }
    }

    private bool IsExpression(YamlNode node) =>
        hasExpressions && node is YamlScalar { Type: ScalarType.Text } scalar && TemplateText.IsSingleExpression(scalar.Text);

    private bool IsInterpolated(YamlScalar scalar) => hasExpressions && scalar.Type == ScalarType.Text && TemplateText.HasExpression(scalar.Text);

    private static string Hint(JsonNode? schema) =>
        schema is JsonObject rules && Schema.Types(rules).Length > 0 ? $" ({Schema.Describe(rules)})" : string.Empty;

    private static string Name(string path) => path.Length == 0 ? "`with`" : $"`{path}`";

    private static string[] TypesOf(YamlNode node) => node switch
    {
        YamlList => ["array"],
        YamlMap => ["object"],
        YamlScalar { Type: ScalarType.Null } => ["null"],
        YamlScalar { Type: ScalarType.Boolean } => ["boolean"],
        YamlScalar { Type: ScalarType.Integer } => ["integer", "number"],
        YamlScalar { Type: ScalarType.Number } number when Math.Floor(number.Number) == number.Number => ["integer", "number"],
        YamlScalar { Type: ScalarType.Number } => ["number"],
        _ => ["string"],
    };
}
