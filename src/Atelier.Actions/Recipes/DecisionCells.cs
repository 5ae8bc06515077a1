using System.Text.Json;
using Atelier.Actions.Data;
using Atelier.Sdk;

namespace Atelier.Actions.Recipes;

/// <summary>
/// A photo's line as cells for people: a column for each value in it, named by its path (<c>quality.technical_score</c>). Elements of a list stand in one cell with
/// <c>; </c> between them, of an element that is an object its texts and numbers with <c>: </c> between them.
/// </summary>
internal static class DecisionCells
{
    /// <summary>The cells of a row, the first three in every table.</summary>
    public static IEnumerable<(string Column, string Cell)> Of(Row row)
    {
        yield return ("photo", row.Key);
        yield return ("outcome", row.Outcome);
        yield return ("reason", row.Reason ?? string.Empty);
        foreach (var cell in DecisionMembers.Of(row).SelectMany(static member => Of(member.Name, member.Value)))
        {
            yield return cell;
        }
    }

    private static IEnumerable<(string Column, string Cell)> Of(string path, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Of($"{path}.{member.Name}", member.Value)),
        JsonValueKind.Array => [(path, string.Join("; ", value.EnumerateArray().Select(Element)))],
        _ => [(path, CsvCells.FromValue(value))],
    };

    private static string Element(JsonElement value) =>
        value.ValueKind == JsonValueKind.Object
            ? string.Join(": ", value.EnumerateObject().Where(static member => member.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number).Select(static member => CsvCells.FromValue(member.Value)).Distinct())
            : CsvCells.FromValue(value);
}
