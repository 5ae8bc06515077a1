using System.Buffers;
using System.Globalization;
using System.Text;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Values to the canonical form of RFC 8785.</summary>
internal static class CanonicalWriter
{
    public static CelErrorValue? Write(CelValue value, IBufferWriter<byte> buffer)
    {
        var text = new StringBuilder();
        if (Append(value, text, 0) is { } error)
        {
            return error;
        }

        foreach (var chunk in text.GetChunks())
        {
            // A chunk may end inside a surrogate pair, so the whole text is encoded when there is more than one.
            if (chunk.Length == text.Length)
            {
                Encoding.UTF8.GetBytes(chunk.Span, buffer);
                return null;
            }
        }

        Encoding.UTF8.GetBytes(text.ToString(), buffer);
        return null;
    }

    private static CelErrorValue? Append(CelValue value, StringBuilder text, int depth)
    {
        switch (value)
        {
            case CelErrorValue error:
                return error;
            case CelList list:
                return List(list, text, depth);
            case CelMap map:
                return Map(map, text, depth);
            case CelOptional optional:
                return Append(optional.Value ?? CelNull.Instance, text, depth);
            case CelDouble number when !double.IsFinite(number.Value):
                return JsonErrors.NotFinite(number.Value);
            case CelNull or CelBool or CelInt or CelUint or CelDouble:
                text.Append(value);
                return null;
            default:
                return String(value.ToString()!, text);
        }
    }

    private static CelErrorValue? List(CelList list, StringBuilder text, int depth)
    {
        if (depth >= CelJson.MaxDepth || list.EnumerationError is not null)
        {
            return list.EnumerationError ?? JsonErrors.TooDeep;
        }

        text.Append('[');
        var isFirst = true;
        foreach (var element in list)
        {
            text.Append(isFirst ? string.Empty : ",");
            isFirst = false;
            if (Append(element, text, depth + 1) is { } error)
            {
                return error;
            }
        }

        text.Append(']');
        return null;
    }

    private static CelErrorValue? Map(CelMap map, StringBuilder text, int depth)
    {
        if (depth >= CelJson.MaxDepth)
        {
            return JsonErrors.TooDeep;
        }

        if (MapKeys.Gather(map, out var entries) is { } refused)
        {
            return refused;
        }

        entries.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        text.Append('{');
        var isFirst = true;
        foreach (var (key, value) in entries)
        {
            text.Append(isFirst ? string.Empty : ",");
            isFirst = false;
            if (String(key, text) is { } badKey)
            {
                return badKey;
            }

            text.Append(':');
            if (Append(value, text, depth + 1) is { } error)
            {
                return error;
            }
        }

        text.Append('}');
        return null;
    }

    private static CelErrorValue? String(string value, StringBuilder text)
    {
        text.Append('"');
        for (var i = 0; i < value.Length; i++)
        {
            var unit = value[i];
            if (char.IsSurrogate(unit))
            {
                if (CodePoints.WidthAt(value, i) == 1)
                {
                    return JsonErrors.HalfSurrogate;
                }

                text.Append(unit).Append(value[++i]);
                continue;
            }

            _ = unit switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\f' => text.Append("\\f"),
                '\n' => text.Append("\\n"),
                '\r' => text.Append("\\r"),
                '\t' => text.Append("\\t"),
                < ' ' => text.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture)),
                _ => text.Append(unit),
            };
        }

        text.Append('"');
        return null;
    }
}
