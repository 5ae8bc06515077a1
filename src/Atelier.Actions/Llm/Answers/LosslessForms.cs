using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Answers;

/// <summary>Changes of a value's type that keep it exactly: what models mean when they put a number between quotes.</summary>
internal static class LosslessForms
{
    /// <summary>The value as one of the types; false where it would have to be guessed.</summary>
    public static bool TryChange(JsonNode? value, string[] types, out JsonNode? changed, [NotNullWhen(true)] out string? repair)
    {
        (changed, repair) = (null, null);
        if (SchemaBounds.TextOf(value)?.Trim() is { } text)
        {
            return TryFromText(text, types, out changed, out repair);
        }

        if (value?.GetValueKind() == JsonValueKind.Number && types.Contains("string"))
        {
            (changed, repair) = (JsonValue.Create(value.ToJsonString()), "a number where a text is asked");
        }

        return repair is not null;
    }

    private static bool TryFromText(string text, string[] types, out JsonNode? changed, [NotNullWhen(true)] out string? repair)
    {
        (changed, repair) = (null, null);
        if (LooseNumber.IsNumber(text) && JsonValue.Create(JsonElement.Parse(text)) is var number && types.Any(type => type is "number" or "integer" && SchemaBounds.Is(number, type)))
        {
            (changed, repair) = (number, "a number between quotes");
        }
        else if (types.Contains("boolean") && bool.TryParse(text, out var truth))
        {
            (changed, repair) = (JsonValue.Create(truth), "a boolean between quotes");
        }
        else if (types.Contains("null") && text is "null" or "None")
        {
            repair = "null between quotes";
        }
        else if (AnswerText.TryStrict(text, out var inner) && inner is JsonObject or JsonArray && types.Any(type => SchemaBounds.Is(inner, type)))
        {
            (changed, repair) = (inner, "JSON within a text");
        }

        return repair is not null;
    }
}
