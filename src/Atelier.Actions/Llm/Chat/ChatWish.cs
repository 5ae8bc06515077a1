using System.Text.Json;
using System.Text.Json.Nodes;

namespace Atelier.Actions.Llm.Chat;

/// <summary>How a model shall answer. Null: as the server does by itself.</summary>
internal sealed record ChatWish
{
    public double? Temperature { get; init; }

    public double? TopP { get; init; }

    public long? Seed { get; init; }

    public int? MaxTokens { get; init; }

    public IReadOnlyList<string> Stop { get; init; } = [];

    /// <summary>Further members of the request, for one kind of server.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Options { get; init; }

    /// <summary>The longest side of pictures as they are sent, pixels.</summary>
    public int MaxSide { get; init; }

    /// <summary>Of the answer; null: any text.</summary>
    public JsonNode? Schema { get; init; }
}
