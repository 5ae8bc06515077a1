using System.Text.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Values to plain JSON.</summary>
internal static class JsonValueWriter
{
    private const double ExactLimit = 9007199254740992;

    public static CelErrorValue? Write(CelValue value, Utf8JsonWriter writer, int depth)
    {
        switch (value)
        {
            case CelErrorValue error:
                return error;
            case CelList { StoredForm: { IsEmpty: false } stored }:
                writer.WriteRawValue(stored.Span, skipInputValidation: true);
                return null;
            case CelList list:
                return List(list, writer, depth);
            case CelMap map:
                return Map(map, writer, depth);
            case CelOptional optional:
                return Write(optional.Value ?? CelNull.Instance, writer, depth);
            case CelDouble number:
                return Double(number.Value, writer);
            default:
                Scalar(value, writer);
                return null;
        }
    }

    private static void Scalar(CelValue value, Utf8JsonWriter writer)
    {
        switch (value)
        {
            case CelNull:
                writer.WriteNullValue();
                break;
            case CelBool flag:
                writer.WriteBooleanValue(flag.Value);
                break;
            case CelInt number:
                writer.WriteNumberValue(number.Value);
                break;
            case CelUint number:
                writer.WriteNumberValue(number.Value);
                break;
            case CelBytes bytes:
                writer.WriteBase64StringValue(bytes.Value.Span);
                break;
            default:
                writer.WriteStringValue(value.ToString());
                break;
        }
    }

    private static CelErrorValue? Double(double value, Utf8JsonWriter writer)
    {
        if (!double.IsFinite(value))
        {
            return JsonErrors.NotFinite(value);
        }

        if (double.IsInteger(value) && Math.Abs(value) <= ExactLimit)
        {
            writer.WriteNumberValue((long)value);
        }
        else
        {
            writer.WriteRawValue(NumberText.Shortest(value), skipInputValidation: true);
        }

        return null;
    }

    private static CelErrorValue? List(CelList list, Utf8JsonWriter writer, int depth)
    {
        if (depth >= CelJson.MaxDepth || list.EnumerationError is not null)
        {
            return list.EnumerationError ?? JsonErrors.TooDeep;
        }

        writer.WriteStartArray();
        foreach (var element in list)
        {
            if (Write(element, writer, depth + 1) is { } error)
            {
                return error;
            }
        }

        writer.WriteEndArray();
        return null;
    }

    private static CelErrorValue? Map(CelMap map, Utf8JsonWriter writer, int depth)
    {
        if (depth >= CelJson.MaxDepth)
        {
            return JsonErrors.TooDeep;
        }

        if (MapKeys.Gather(map, out var entries) is { } refused)
        {
            return refused;
        }

        writer.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            writer.WritePropertyName(key);
            if (Write(value, writer, depth + 1) is { } error)
            {
                return error;
            }
        }

        writer.WriteEndObject();
        return null;
    }
}
