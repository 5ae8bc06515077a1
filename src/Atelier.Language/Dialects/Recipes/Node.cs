using System.Collections.Immutable;
using Atelier.Language.Yaml;

namespace Atelier.Language.Dialects.Recipes;

/// <summary>Makes canonical nodes that stand at the place of the recipe they come from.</summary>
internal static class Node
{
    /// <summary>A map; members whose value is null are left out.</summary>
    public static YamlMap Map(SourcePosition position, params ReadOnlySpan<(string Key, YamlNode? Value)> members)
    {
        var kept = ImmutableArray.CreateBuilder<YamlMember>();
        foreach (var (key, value) in members)
        {
            if (value is not null)
            {
                kept.Add(new YamlMember(Text(position, key), value));
            }
        }

        return new YamlMap(position, kept.ToImmutable());
    }

    /// <summary>A list.</summary>
    public static YamlList List(SourcePosition position, IEnumerable<YamlNode> items) => new(position, [.. items]);

    /// <summary>A text, expressions included.</summary>
    public static YamlScalar Text(SourcePosition position, string text) => new(position, text, ScalarForm.DoubleQuoted);

    /// <summary>One expression.</summary>
    public static YamlScalar Expression(SourcePosition position, string expression) => Text(position, $"${{{expression}}}");

    /// <summary>A number, a boolean or null.</summary>
    public static YamlScalar Plain(SourcePosition position, string text) => new(position, text, ScalarForm.Plain);

    /// <summary>What a recipe writes as a value: never an expression.</summary>
    public static YamlNode Literal(YamlNode node) => node switch
    {
        YamlScalar { Type: ScalarType.Text } text when text.Text.Contains("${", StringComparison.Ordinal) => Text(text.Position, text.Text.Replace("${", "$${", StringComparison.Ordinal)),
        YamlList list => new YamlList(list.Position, [.. list.Items.Select(Literal)]),
        YamlMap map => new YamlMap(map.Position, [.. map.Members.DistinctBy(static member => member.Name).Select(static member => member with { Value = Literal(member.Value) })]),
        _ => node,
    };
}
