using System.Text.Json;
using Atelier.Actions.Images;

namespace Atelier.Actions.Embeddings;

/// <summary>Which rows count: each field equals a value, or is one of a list.</summary>
internal static class RowCondition
{
    public static bool Holds(JsonElement row, IReadOnlyDictionary<string, JsonElement> where) =>
        where.All(condition => Fits(RowFields.Find(row, condition.Key), condition.Value));

    private static bool Fits(JsonElement? found, JsonElement wanted) => (found, wanted.ValueKind) switch
    {
        (_, JsonValueKind.Array) => wanted.EnumerateArray().Any(one => Fits(found, one)),
        (null, _) => wanted.ValueKind == JsonValueKind.Null,
        ({ ValueKind: JsonValueKind.Array } many, _) => many.EnumerateArray().Any(one => JsonElement.DeepEquals(one, wanted)),
        ({ } value, _) => JsonElement.DeepEquals(value, wanted),
    };
}
