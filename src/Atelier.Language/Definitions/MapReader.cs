using System.Collections.Immutable;
using Atelier.Language.Validation;
using Atelier.Language.Yaml;
using Atelier.Sdk;

namespace Atelier.Language.Definitions;

/// <summary>Reads the keys of one map; every mistake is told and the rest is read on.</summary>
/// <param name="map">The map.</param>
/// <param name="what">Whose keys they are, for messages: <c>a step</c>.</param>
/// <param name="diagnostics">Where mistakes go.</param>
internal sealed class MapReader(YamlMap map, string what, DiagnosticBag diagnostics)
{
    public YamlMap Map { get; } = map;

    public DiagnosticBag Diagnostics { get; } = diagnostics;

    /// <summary>The reader of a node that must be a map; null, with the mistake told, when it is none.</summary>
    public static MapReader? Of(YamlNode node, string what, DiagnosticBag diagnostics)
    {
        if (node is YamlMap map)
        {
            return new MapReader(map, what, diagnostics);
        }

        diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"{Capital(what)} is a map of keys, not {node.Kind}.");
        return null;
    }

    public bool Has(string key) => Map.Find(key) is not null;

    /// <summary>The value; null when the key is missing.</summary>
    public YamlNode? Node(string key) => Map.Find(key)?.Value;

    /// <summary>The value; a missing key is told.</summary>
    public YamlNode? Required(string key, string? remedy = null)
    {
        if (Map.Find(key) is { } member)
        {
            return member.Value;
        }

        Diagnostics.Error(DiagnosticCodes.MissingKey, Map.Position, $"{Capital(what)} needs the key `{key}`.", remedy);
        return null;
    }

    /// <summary>Tells keys that are none of those known.</summary>
    public void RejectUnknown(params ReadOnlySpan<string> known)
    {
        foreach (var member in Map.Members)
        {
            if (!known.Contains(member.Name))
            {
                Diagnostics.Error(DiagnosticCodes.UnknownKey, member.Key.Position, $"{Capital(what)} has no key `{member.Name}`.", NearNames.DidYouMean(member.Name, known.ToArray()) ?? $"Known: {string.Join(", ", known.ToArray())}.");
            }
        }
    }

    public YamlScalar? Text(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Text } scalar:
                return scalar;
            case var node:
                Wrong(node, key, "a text", node is YamlScalar { IsNull: false } ? "Put it in quotes." : null);
                return null;
        }
    }

    public bool? Boolean(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Boolean } scalar:
                return scalar.Boolean;
            case var node:
                Wrong(node, key, "`true` or `false`", Remedies.Boolean(node));
                return null;
        }
    }

    public int? Integer(string key, int least, int most)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Integer } scalar:
                if (scalar.TryGetInteger(out var value) && value >= least && value <= most)
                {
                    return (int)value;
                }

                Diagnostics.Error(DiagnosticCodes.NumberOutOfRange, scalar.Position, $"`{key}` is {scalar.Text}; it can be {least} to {most}.");
                return null;
            case var node:
                Wrong(node, key, "an integer");
                return null;
        }
    }

    public double? Number(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Integer or ScalarType.Number } scalar when double.IsFinite(scalar.Number):
                return scalar.Number;
            case var node:
                Wrong(node, key, "a number");
                return null;
        }
    }

    public TimeSpan? Duration(string key) => Node(key) is { } node ? ReadDuration(node, key) : null;

    /// <summary>One of the names of an enum in snake_case.</summary>
    public T? Choice<T>(string key, params ReadOnlySpan<(string Name, T Value)> choices)
        where T : struct
    {
        if (Text(key) is not { } scalar)
        {
            return null;
        }

        foreach (var (name, value) in choices)
        {
            if (name == scalar.Text)
            {
                return value;
            }
        }

        var names = choices.ToArray().Select(static choice => choice.Name).ToArray();
        Diagnostics.Error(
            DiagnosticCodes.UnknownChoice,
            scalar.Position,
            $"`{key}` cannot be `{scalar.Text}`; it is one of {string.Join(", ", names)}.",
            NearNames.DidYouMean(scalar.Text, names));
        return null;
    }

    /// <summary>A list of texts; a single text counts as a list of one.</summary>
    public ImmutableArray<YamlScalar>? Texts(string key)
    {
        switch (Node(key))
        {
            case null:
                return null;
            case YamlScalar { Type: ScalarType.Text } single:
                return [single];
            case YamlList list:
                var texts = ImmutableArray.CreateBuilder<YamlScalar>();
                foreach (var item in list.Items)
                {
                    if (item is YamlScalar { Type: ScalarType.Text } text)
                    {
                        texts.Add(text);
                    }
                    else
                    {
                        Wrong(item, key, "a list of texts");
                    }
                }

                return texts.ToImmutable();
            case var node:
                Wrong(node, key, "a list of texts");
                return null;
        }
    }

    public void Wrong(YamlNode node, string key, string expected, string? remedy = null) =>
        Diagnostics.Error(DiagnosticCodes.WrongKind, node.Position, $"`{key}` takes {expected}, not {node.Kind}.", remedy);

    private TimeSpan? ReadDuration(YamlNode node, string key)
    {
        if (node is YamlScalar { IsNull: false } scalar)
        {
            if (DurationText.TryParse(scalar.Text, out var duration, out var mistake))
            {
                return duration;
            }

            Diagnostics.Error(DiagnosticCodes.BadDuration, scalar.Position, $"In `{key}`, {mistake}.");
            return null;
        }

        Wrong(node, key, "a duration such as `90s`");
        return null;
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
