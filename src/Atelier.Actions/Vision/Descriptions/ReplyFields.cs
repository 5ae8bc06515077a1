using System.Text.Json;

namespace Atelier.Actions.Vision.Descriptions;

/// <summary>Finds the fields that were asked for in what a model wrote. What is not there is left out, never made up.</summary>
internal static class ReplyFields
{
    /// <summary>
    /// From a JSON object anywhere in the text (with or without a fence around it), else from lines such as <c>Lighting: low_light</c> or
    /// <c>2) **Lighting conditions**: soft</c>.
    /// </summary>
    public static Dictionary<string, JsonElement> Read(string text, IReadOnlyList<string> names)
    {
        var found = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        if (FindObject(text) is { } answer)
        {
            foreach (var name in names)
            {
                var field = answer.EnumerateObject().FirstOrDefault(member => Same(member.Name, name));
                if (field.Value.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null))
                {
                    found[name] = field.Value;
                }
            }

            return found;
        }

        foreach (var line in text.Split('\n'))
        {
            var colon = line.IndexOf(':');
            if (colon > 0 && names.FirstOrDefault(name => Same(line[..colon], name)) is { } named && line[(colon + 1)..].Trim(' ', '*', '\r', '"', ',') is { Length: > 0 } said)
            {
                found.TryAdd(named, JsonSerializer.SerializeToElement(said));
            }
        }

        return found;
    }

    /// <summary>The first whole JSON object in a text; null when there is none.</summary>
    public static JsonElement? FindObject(string text)
    {
        for (var start = text.IndexOf('{'); start >= 0; start = text.IndexOf('{', start + 1))
        {
            if (TryObject(text, start, out var found))
            {
                return found;
            }
        }

        return null;
    }

    private static bool TryObject(string text, int start, out JsonElement found)
    {
        var reader = new Utf8JsonReader(System.Text.Encoding.UTF8.GetBytes(text[start..]), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        try
        {
            if (JsonDocument.TryParseValue(ref reader, out var document))
            {
                using (document)
                {
                    found = document.RootElement.Clone();
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // Not this brace; perhaps a later one.
        }

        found = default;
        return false;
    }

    private static bool Same(string written, string name) => string.Equals(Bare(written), Bare(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Letters and digits, without a number in front and the marks of a list.</summary>
    private static string Bare(string text) =>
        new([.. text.TrimStart().TrimStart('-', '*', '#', ' ', '"', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '.', ')').Where(char.IsLetterOrDigit)]);
}
