using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Language.Cel.Values;

namespace Atelier.Language.Cel.Json;

/// <summary>Values of the expression language as JSON and back.</summary>
public static class CelJson
{
    /// <summary>How deep JSON may nest, read or written.</summary>
    public const int MaxDepth = 256;

    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = MaxDepth + 1 };

    /// <summary>
    /// Reads one JSON value. Numbers become doubles; only whole literals beyond +-2^53, which a double could not hold, become int or uint. Of
    /// equal keys the last counts. A text that is no JSON gives a <see cref="CelErrorValue"/>.
    /// </summary>
    public static CelValue Read(ReadOnlySpan<byte> utf8) => JsonValueReader.Read(utf8);

    /// <summary>Reads a parsed JSON value by the same rules. The document may be disposed afterwards.</summary>
    public static CelValue Read(JsonElement json) => JsonElementReader.Read(json);

    /// <summary>
    /// Writes a value: whole doubles without a fraction, bytes as base64, timestamps in RFC 3339, durations as <c>3.5s</c>, an absent optional as
    /// null, types by name, keys as strings. Gives the error when the value has no JSON form (NaN, infinities, keys that
    /// become equal, too deep); the writer then holds an unfinished text.
    /// </summary>
    public static CelErrorValue? Write(CelValue value, Utf8JsonWriter writer) => JsonValueWriter.Write(value, writer, 0);

    /// <summary>As <see cref="Write(CelValue, Utf8JsonWriter)"/>, into a buffer and without indentation.</summary>
    public static CelErrorValue? Write(CelValue value, IBufferWriter<byte> buffer)
    {
        using var writer = new Utf8JsonWriter(buffer, WriterOptions);
        return Write(value, writer);
    }

    /// <summary>
    /// Writes a value in the canonical form of RFC 8785: keys sorted by UTF-16 units, numbers as ECMAScript writes them (ints beyond +-2^53 by all
    /// their digits), no spaces. Equal values of different number types give equal bytes.
    /// </summary>
    public static CelErrorValue? WriteCanonical(CelValue value, IBufferWriter<byte> buffer) => CanonicalWriter.Write(value, buffer);

    /// <summary>The value as a JSON element of its own.</summary>
    public static CelErrorValue? ToElement(CelValue value, out JsonElement json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        if (Write(value, buffer) is { } error)
        {
            json = default;
            return error;
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan, new JsonReaderOptions { MaxDepth = MaxDepth + 1 });
        json = JsonElement.ParseValue(ref reader);
        return null;
    }

    /// <summary>
    /// The text that a value becomes between other text: strings as they are, lists and maps as JSON, everything else as its JSON form
    /// without quotes. What has no JSON form (NaN) shows as <c>string()</c> would.
    /// </summary>
    public static string ToDisplayText(CelValue value)
    {
        if (value is not (CelList or CelMap))
        {
            return value is CelOptional optional ? ToDisplayText(optional.Value ?? CelNull.Instance) : value.ToString()!;
        }

        var buffer = new ArrayBufferWriter<byte>();
        return Write(value, buffer) is null ? Encoding.UTF8.GetString(buffer.WrittenSpan) : value.ToString()!;
    }

    /// <summary>
    /// Turns whole doubles into ints where a JSON Schema says <c>integer</c>, down through <c>properties</c>, <c>additionalProperties</c>, <c>items</c>,
    /// <c>prefixItems</c>, <c>anyOf</c>, <c>oneOf</c>, <c>allOf</c> and local <c>$ref</c>. Never refuses a value: what does not fit stays as it is.
    /// </summary>
    public static CelValue ApplySchema(CelValue value, JsonNode? schema) => new SchemaNumbers(schema).Apply(value);
}
