using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Atelier.Actions.Llm.Prompts;

/// <summary>
/// A prompt with places for values: <c>Describe {title} for {audience}.</c> A place is a name between braces; every other brace is text, so that JSON may stand in a prompt as it is,
/// and <c>{{title}}</c> writes <c>{title}</c>.
/// </summary>
internal static partial class PromptTemplate
{
    /// <summary>The prompt; null with the names that are missing.</summary>
    /// <param name="template">The text.</param>
    /// <param name="variables">Texts go in as they are, other values as JSON.</param>
    /// <param name="missing">Names without a value.</param>
    /// <param name="unused">Values without a place.</param>
    public static string? Fill(string template, IReadOnlyDictionary<string, JsonElement> variables, out IReadOnlyList<string> missing, out IReadOnlyList<string> unused)
    {
        var lacking = new SortedSet<string>(StringComparer.Ordinal);
        var left = variables.Keys.ToHashSet(StringComparer.Ordinal);
        var result = new StringBuilder();
        var at = 0;
        foreach (var place in Places().Matches(template).Cast<Match>())
        {
            result.Append(template, at, place.Index - at);
            at = place.Index + place.Length;
            var name = place.Groups["name"].Value;
            if (place.Value[1] == '{')
            {
                result.Append('{').Append(name).Append('}');
            }
            else if (variables.TryGetValue(name, out var value))
            {
                left.Remove(name);
                result.Append(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText());
            }
            else
            {
                lacking.Add(name);
            }
        }

        (missing, unused) = ([.. lacking], [.. left.Order(StringComparer.Ordinal)]);
        return lacking.Count > 0 ? null : result.Append(template, at, template.Length - at).ToString();
    }

    [GeneratedRegex(@"\{\{(?<name>[A-Za-z_]\w*)\}\}|\{(?<name>[A-Za-z_]\w*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
