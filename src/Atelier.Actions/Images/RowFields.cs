using System.Text.Json;

namespace Atelier.Actions.Images;

/// <summary>Finds a field of a row by its path: <c>score.sharpness</c>.</summary>
internal static class RowFields
{
    /// <summary>The value at the path; null when a part of it is missing or null. The empty path is the value itself.</summary>
    public static JsonElement? Find(JsonElement value, string path)
    {
        foreach (var part in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (value.ValueKind != JsonValueKind.Object || !value.TryGetProperty(part, out value))
            {
                return null;
            }
        }

        return value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : value;
    }

    /// <summary>The text at the path; null when there is none.</summary>
    public static string? Text(JsonElement value, string path) => Find(value, path) switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => null,
    };
}
