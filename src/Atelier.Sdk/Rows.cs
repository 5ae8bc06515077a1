using System.Text.Json;
using System.Text.Json.Serialization;

namespace Atelier.Sdk;

/// <summary>
/// Many values as an input: a list written inline, or a handle to the items of a block or of a paged step, whose rows
/// are read by pages and never held in memory whole. Wire form: a JSON array, or <c>{"$items":{...}}</c> made by the engine.
/// </summary>
[JsonConverter(typeof(RowsJsonConverter))]
public sealed record Rows(JsonElement Source)
{
    /// <summary>True when the rows are behind a handle.</summary>
    public bool IsHandle => Source.ValueKind == JsonValueKind.Object;
}

/// <summary>One row: the key, what became of it, its value.</summary>
/// <param name="Key">The item's key; for an inline list the index in decimal.</param>
/// <param name="Outcome"><c>succeeded empty rejected failed skipped cancelled</c>.</param>
/// <param name="Value">The block's yield for the item, or the source row; JSON null for items without a value.</param>
public sealed record Row(string Key, string Outcome, JsonElement Value)
{
    /// <summary>Why an item was rejected, skipped or failed; null for all others.</summary>
    public string? Reason { get; init; }
}

internal sealed class RowsJsonConverter : JsonConverter<Rows>
{
    public override Rows Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var element = JsonElement.ParseValue(ref reader);
        var handle = element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$items", out _);
        return element.ValueKind == JsonValueKind.Array || handle
            ? new Rows(element)
            : throw new JsonException("expected a list, or the items of a block or of a paged step");
    }

    public override void Write(Utf8JsonWriter writer, Rows value, JsonSerializerOptions options) => value.Source.WriteTo(writer);
}
