using System.Text.Json;

namespace Atelier.Actions.Llm.Servers;

/// <summary>What a server says about a request that it did not answer, in any of the forms that are about.</summary>
/// <param name="Message">Its words; empty when it has none.</param>
/// <param name="Code">Its code or type, such as <c>insufficient_quota</c>; empty when it has none.</param>
internal sealed record ServerError(string Message, string Code)
{
    private const int LongestMessage = 400;

    /// <summary>
    /// Reads <c>{"error":{"message","code","type"}}</c> (OpenAI), <c>[{"error":...}]</c> (Gemini), <c>{"error":"..."}</c> (Ollama), <c>{"message"}</c> (vLLM), <c>{"detail"}</c>;
    /// other bodies are their own message.
    /// </summary>
    public static ServerError Read(string body)
    {
        try
        {
            return Read(JsonElement.Parse(body));
        }
        catch (JsonException)
        {
            return new ServerError(body.StartsWith('<') ? string.Empty : Short(body), string.Empty);
        }
    }

    /// <inheritdoc cref="Read(string)" />
    public static ServerError Read(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0)
        {
            json = json[0];
        }

        if (json.ValueKind == JsonValueKind.Object && json.TryGetProperty("error", out var error))
        {
            json = error;
        }

        return json.ValueKind switch
        {
            JsonValueKind.String => new ServerError(Short(json.GetString()!), string.Empty),
            JsonValueKind.Object => new ServerError(Short(Text(json, "message") ?? Text(json, "detail") ?? string.Empty), Text(json, "code") ?? Text(json, "type") ?? Text(json, "status") ?? string.Empty),
            _ => new ServerError(string.Empty, string.Empty),
        };
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string Short(string text) => text.Length > LongestMessage ? text[..LongestMessage] + "..." : text.Trim();
}
