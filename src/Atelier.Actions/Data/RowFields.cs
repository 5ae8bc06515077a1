using System.Globalization;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Data;

/// <summary>Reads fields of rows by name or by JSON pointer (<c>/a/b/0</c>).</summary>
internal static class RowFields
{
    /// <summary>The field; false when the row has none.</summary>
    public static bool TryGet(JsonElement row, string field, out JsonElement value)
    {
        value = row;
        if (!field.StartsWith('/'))
        {
            return row.ValueKind == JsonValueKind.Object && row.TryGetProperty(field, out value);
        }

        foreach (var token in PointerTokens(field))
        {
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(token, out var member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array && int.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The parts of a JSON pointer (RFC 6901); none for the empty pointer.</summary>
    public static IReadOnlyList<string> PointerTokens(string pointer) =>
        pointer.Length == 0
            ? []
            : [.. pointer[1..].Split('/').Select(token => token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    /// <summary>A scalar as text, the same for 7, 7.0 and "7", so that text columns meet numbers; null for anything else.</summary>
    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number when value.TryGetInt64(out var integer) => integer.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.Number => Math.Abs(value.GetDouble()) < 1e15 && Math.Floor(value.GetDouble()) == value.GetDouble()
            ? ((long)value.GetDouble()).ToString(CultureInfo.InvariantCulture)
            : value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The key of a row: its field when one is named, else <paramref name="standard"/>. Throws a <see cref="DataException"/> when the field gives none.</summary>
    public static string Key(JsonElement row, string? field, string standard, string where)
    {
        if (field is null)
        {
            return RowKeys.Fit(standard);
        }

        return TryGet(row, field, out var value) && Text(value) is { Length: > 0 } text
            ? RowKeys.Fit(text)
            : throw new DataException(ActionCodes.FieldMissing, $"{where} has no text or number in `{field}`, which `key` names");
    }

    /// <summary>Whether a row of a block carries a value; failed and rejected ones do not.</summary>
    public static bool HasValue(Row row) => row.Outcome is "succeeded" or "empty";
}
