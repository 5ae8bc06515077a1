using System.Text.Json;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>UTF-8 text to values, without a document in between.</summary>
internal static class JsonValueReader
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = CelJson.MaxDepth };

    public static CelValue Read(ReadOnlySpan<byte> utf8)
    {
        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            reader.Read();
            var value = Value(ref reader);
            return reader.Read() ? throw new JsonException("more than one value") : value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return new CelErrorValue(CelCodes.BadJson, $"the JSON cannot be read: {exception.Message}");
        }
    }

    private static CelValue Value(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.StartObject => Map(ref reader),
        JsonTokenType.StartArray => List(ref reader),
        JsonTokenType.String => new CelString(reader.GetString()!),
        JsonTokenType.Number => JsonNumbers.Read(reader.ValueSpan),
        JsonTokenType.True => CelBool.True,
        JsonTokenType.False => CelBool.False,
        _ => CelNull.Instance,
    };

    private static CelMap Map(ref Utf8JsonReader reader)
    {
        var entries = new Dictionary<string, CelValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            entries[name] = Value(ref reader);
        }

        return entries.Count == 0 ? CelMap.Empty : CelMap.Of(entries);
    }

    private static CelList List(ref Utf8JsonReader reader)
    {
        var elements = new List<CelValue>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            elements.Add(Value(ref reader));
        }

        return CelList.Of(elements);
    }
}
