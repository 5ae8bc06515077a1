using System.Globalization;
using System.Text.Json;

namespace Atelier.Actions.Data;

/// <summary>Cells to values and back.</summary>
internal static class CsvCells
{
    /// <summary>An object with a member a column.</summary>
    public static JsonElement ToObject(IReadOnlyList<string> columns, IReadOnlyList<string> cells, CellTypes types)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { SkipValidation = true }))
        {
            json.WriteStartObject();
            for (var i = 0; i < columns.Count; i++)
            {
                json.WritePropertyName(columns[i]);
                Write(json, cells[i], types);
            }

            json.WriteEndObject();
        }

        return JsonElement.Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    /// <summary>A value as a cell: text as it stands, null empty, lists and objects as JSON.</summary>
    public static string FromValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null or JsonValueKind.Undefined => string.Empty,
        _ => value.GetRawText(),
    };

    /// <summary>A cell as it is written: in quotes when it holds the delimiter, a quote, a line end, or white space at an end.</summary>
    public static string Quote(string cell, string delimiter) =>
        cell.AsSpan().ContainsAny("\"\r\n") || cell.Contains(delimiter, StringComparison.Ordinal) || cell is [' ' or '\t', ..] or [.., ' ' or '\t']
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;

    private static void Write(Utf8JsonWriter json, string cell, CellTypes types)
    {
        if (types == CellTypes.Strings)
        {
            json.WriteStringValue(cell);
        }
        else if (cell.Length == 0)
        {
            json.WriteNullValue();
        }
        else if (cell is "true" or "True" or "TRUE" or "false" or "False" or "FALSE")
        {
            json.WriteBooleanValue(cell[0] is 't' or 'T');
        }
        else if (IsNumber(cell))
        {
            json.WriteRawValue(cell, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(cell);
        }
    }

    // What JSON calls a number, and finite. "007" is a code and "1e5" may be one, but JSON says the latter is a number.
    private static bool IsNumber(string cell)
    {
        if (cell.Length > 30 || !(char.IsAsciiDigit(cell[0]) || cell[0] == '-'))
        {
            return false;
        }

        try
        {
            using var parsed = JsonDocument.Parse(cell);
            return parsed.RootElement.ValueKind == JsonValueKind.Number
                && double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
