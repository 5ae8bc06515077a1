using System.Text.Json;

namespace Atelier.Server.Items;

/// <summary>Finds pictures in values.</summary>
internal static class Pictures
{
    /// <summary>Digest of the first picture in a value; null: there is none.</summary>
    public static string? First(ReadOnlySpan<byte> json)
    {
        if (json.IndexOf("\"$artifact\""u8) < 0)
        {
            return null;
        }

        var reader = new Utf8JsonReader(json);
        return reader.Read() ? First(JsonElement.ParseValue(ref reader)) : null;
    }

    private static string? First(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when value.TryGetProperty("$artifact", out var digest) && digest.ValueKind == JsonValueKind.String:
                var isPicture = value.TryGetProperty("mediaType", out var type) && type.ValueKind == JsonValueKind.String && type.GetString()!.StartsWith("image/", StringComparison.Ordinal);
                return isPicture ? digest.GetString() : null;
            case JsonValueKind.Object:
                foreach (var member in value.EnumerateObject())
                {
                    if (First(member.Value) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            case JsonValueKind.Array:
                foreach (var element in value.EnumerateArray())
                {
                    if (First(element) is { } found)
                    {
                        return found;
                    }
                }

                return null;
            default:
                return null;
        }
    }
}
