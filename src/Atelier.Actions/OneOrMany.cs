using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Actions;

/// <summary>A text or a list of texts: <c>match: "*.jpg"</c> and <c>match: ["*.jpg", "*.png"]</c> are both written.</summary>
[JsonConverter(typeof(Converter))]
internal sealed record OneOrMany(IReadOnlyList<string> Values)
{
    internal sealed class Converter : JsonConverter<OneOrMany>
    {
        public override OneOrMany Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                return new OneOrMany([reader.GetString()!]);
            }

            var values = new List<string>();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    values.Add(reader.GetString()!);
                }

                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    return new OneOrMany(values);
                }
            }

            throw new JsonException("expected a text or a list of texts");
        }

        public override void Write(Utf8JsonWriter writer, OneOrMany value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (var text in value.Values)
            {
                writer.WriteStringValue(text);
            }

            writer.WriteEndArray();
        }
    }
}
