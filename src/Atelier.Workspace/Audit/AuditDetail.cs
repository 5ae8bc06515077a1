using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Workspace.Audit;

/// <summary>
/// What an entry says besides who, what and on what. Routes name what they put in; as a second line, what is named like a secret is taken out, and long texts are cut.
/// </summary>
public static class AuditDetail
{
    private const int MaxText = 200;
    private const string Hidden = "(hidden)";

    private static readonly string[] SecretWords = ["password", "secret", "token", "authorization", "cookie", "csrf", "credential", "api_key", "apikey"];

    /// <summary>JSON of the pairs; null when there are none. Values are texts, numbers, truth values, times, or lists of texts.</summary>
    public static string? Of(params IReadOnlyList<(string Name, object? Value)> pairs)
    {
        var detail = new JsonObject();
        foreach (var (name, value) in pairs)
        {
            if (value is not null)
            {
                detail[name] = IsSecret(name) ? Hidden : NodeOf(value);
            }
        }

        return detail.Count == 0 ? null : detail.ToJsonString();
    }

    /// <summary>Whether what has this name is left out. Names that end in <c>_id</c> or <c>_name</c> say which one, not what.</summary>
    internal static bool IsSecret(string name) =>
        !name.EndsWith("_id", StringComparison.OrdinalIgnoreCase) && !name.EndsWith("_name", StringComparison.OrdinalIgnoreCase)
        && SecretWords.Any(word => name.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static JsonNode? NodeOf(object value) => value switch
    {
        string text => Cut(text),
        bool truth => truth,
        int number => number,
        long number => number,
        double number => number,
        decimal number => number,
        DateTimeOffset at => at.UtcDateTime,
        IEnumerable<string> texts => new JsonArray([.. texts.Take(20).Select(static text => (JsonNode)Cut(text))]),
        JsonElement element => Cut(element.GetRawText()),
        _ => Cut(value.ToString() ?? string.Empty),
    };

    private static string Cut(string text) => text.Length <= MaxText ? text : text[..MaxText] + "…";
}
