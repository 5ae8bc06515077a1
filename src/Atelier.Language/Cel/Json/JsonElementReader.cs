using System.Runtime.InteropServices;
using System.Text.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Parsed JSON to values.</summary>
internal static class JsonElementReader
{
    public static CelValue Read(JsonElement json)
    {
        try
        {
            return Value(json);
        }
        catch (InvalidOperationException exception)
        {
            return new CelErrorValue(CelCodes.BadJson, $"the JSON cannot be read: {exception.Message}");
        }
    }

    private static CelValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => Map(json),
        JsonValueKind.Array => CelList.Of([.. json.EnumerateArray().Select(Value)]),
        JsonValueKind.String => new CelString(json.GetString()!),
        JsonValueKind.Number => JsonNumbers.Read(JsonMarshal.GetRawUtf8Value(json)),
        JsonValueKind.True => CelBool.True,
        JsonValueKind.False => CelBool.False,
        _ => CelNull.Instance,
    };

    private static CelMap Map(JsonElement json)
    {
        var entries = new Dictionary<string, CelValue>();
        foreach (var property in json.EnumerateObject())
        {
            entries[property.Name] = Value(property.Value);
        }

        return entries.Count == 0 ? CelMap.Empty : CelMap.Of(entries);
    }
}
