using System.Globalization;
using System.Text.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>
/// JSON that keeps the type of every value: <c>{"type":"int","value":"42"}</c>. Ints and uints are strings, doubles numbers or
/// <c>"NaN" "Infinity" "-Infinity"</c>, bytes base64, a list holds typed values, a map is a list of pairs of them, an absent optional is null.
/// </summary>
public static class CelTyped
{
    /// <summary>Writes a value; the error when it cannot be read to its end or is nested too deeply.</summary>
    public static CelErrorValue? Write(CelValue value, Utf8JsonWriter writer) => Write(value, writer, 0);

    /// <summary>Reads a typed value; what is none gives a <see cref="CelErrorValue"/>.</summary>
    public static CelValue Read(JsonElement json) =>
        TypeOf(json) is { } type ? Read(type, json.GetProperty("value")) : Bad($"a typed value is {{\"type\":..., \"value\":...}}, not {Shown(json)}");

    /// <summary>Reads a typed value, or any other JSON by the rules of <see cref="CelJson"/>.</summary>
    public static CelValue ReadTypedOrPlain(JsonElement json) => TypeOf(json) is null ? CelJson.Read(json) : Read(json);

    private static string? TypeOf(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.GetPropertyCount() != 2 || !json.TryGetProperty("value", out _)
            || !json.TryGetProperty("type", out var type) || type.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return type.GetString() is "int" or "uint" or "double" or "bool" or "string" or "bytes" or "null_type" or "list" or "map" or "timestamp" or "duration" or "type"
            or "optional_type" ? type.GetString() : null;
    }

    private static CelErrorValue? Write(CelValue value, Utf8JsonWriter writer, int depth)
    {
        if (value is CelErrorValue failure)
        {
            return failure;
        }

        if (depth > CelJson.MaxDepth)
        {
            return JsonErrors.TooDeep;
        }

        writer.WriteStartObject();
        writer.WriteString("type", value switch
        {
            CelTimestamp => "timestamp",
            CelDuration => "duration",
            _ => value.Type.Name,
        });
        writer.WritePropertyName("value");
        var error = WriteContent(value, writer, depth + 1);
        if (error is null)
        {
            writer.WriteEndObject();
        }

        return error;
    }

    private static CelErrorValue? WriteContent(CelValue value, Utf8JsonWriter writer, int depth)
    {
        switch (value)
        {
            case CelNull:
                writer.WriteNullValue();
                return null;
            case CelBool flag:
                writer.WriteBooleanValue(flag.Value);
                return null;
            case CelDouble number when double.IsFinite(number.Value):
                writer.WriteNumberValue(number.Value);
                return null;
            case CelOptional { Value: null }:
                writer.WriteNullValue();
                return null;
            case CelOptional { Value: { } inner }:
                return Write(inner, writer, depth);
            case CelList list:
                return WriteList(list, writer, depth);
            case CelMap map:
                return WriteMap(map, writer, depth);
            default:
                writer.WriteStringValue(value.ToString());
                return null;
        }
    }

    private static CelErrorValue? WriteList(CelList list, Utf8JsonWriter writer, int depth)
    {
        writer.WriteStartArray();
        var error = list.EnumerationError;
        foreach (var element in error is null ? list : CelList.Empty)
        {
            error ??= Write(element, writer, depth);
        }

        writer.WriteEndArray();
        return error;
    }

    private static CelErrorValue? WriteMap(CelMap map, Utf8JsonWriter writer, int depth)
    {
        writer.WriteStartArray();
        var error = map.EnumerationError;
        foreach (var (key, value) in error is null ? map : CelMap.Empty)
        {
            writer.WriteStartArray();
            error ??= Write(key, writer, depth) ?? Write(value, writer, depth);
            writer.WriteEndArray();
        }

        writer.WriteEndArray();
        return error;
    }

    private static CelValue Read(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("null_type", JsonValueKind.Null) => CelNull.Instance,
        ("bool", JsonValueKind.True) => CelBool.True,
        ("bool", JsonValueKind.False) => CelBool.False,
        ("int", JsonValueKind.String or JsonValueKind.Number) when long.TryParse(value.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => CelInt.Of(number),
        ("uint", JsonValueKind.String or JsonValueKind.Number) when ulong.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) => new CelUint(number),
        ("double", JsonValueKind.Number) => new CelDouble(value.GetDouble()),
        ("double", JsonValueKind.String) => value.GetString() switch
        {
            "NaN" => new CelDouble(double.NaN),
            "Infinity" => new CelDouble(double.PositiveInfinity),
            "-Infinity" => new CelDouble(double.NegativeInfinity),
            _ => Bad($"no double: {Shown(value)}"),
        },
        ("string", JsonValueKind.String) => CelJson.Read(value),
        ("bytes", JsonValueKind.String) when value.TryGetBytesFromBase64(out var bytes) => new CelBytes(bytes),
        ("timestamp", JsonValueKind.String) => (CelValue?)TimeText.ParseTimestamp(value.GetString()!) ?? Bad($"no timestamp: {Shown(value)}"),
        ("duration", JsonValueKind.String) => (CelValue?)TimeText.ParseDuration(value.GetString()!) ?? Bad($"no duration: {Shown(value)}"),
        ("type", JsonValueKind.String) => CelType.Find(value.GetString()!) ?? new CelType(value.GetString()!),
        ("optional_type", JsonValueKind.Null) => CelOptional.None,
        ("optional_type", _) => Read(value) is var inner && inner.IsError ? inner : CelOptional.Of(inner),
        ("list", JsonValueKind.Array) => ReadList(value),
        ("map", JsonValueKind.Array) => ReadMap(value),
        _ => Bad($"no {type}: {Shown(value)}"),
    };

    private static CelValue ReadList(JsonElement json)
    {
        var elements = new List<CelValue>();
        foreach (var entry in json.EnumerateArray())
        {
            var element = Read(entry);
            if (element.IsError)
            {
                return element;
            }

            elements.Add(element);
        }

        return CelList.Of(elements);
    }

    private static CelValue ReadMap(JsonElement json)
    {
        var entries = new OrderedDictionary<CelValue, CelValue>();
        foreach (var pair in json.EnumerateArray())
        {
            if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2)
            {
                return Bad("a map is a list of [key, value]");
            }

            var (key, value) = (Read(pair[0]), Read(pair[1]));
            if (key.IsError || value.IsError)
            {
                return key.IsError ? key : value;
            }

            if (Evaluation.MapNode.Add(entries, key, value) is { } error)
            {
                return error;
            }
        }

        return CelMap.OfOrdered(entries);
    }

    private static CelErrorValue Bad(string message) => new(CelCodes.BadJson, message);

    private static string Shown(JsonElement json)
    {
        var text = json.GetRawText();
        return text.Length <= 80 ? text : text[..80] + "...";
    }
}
