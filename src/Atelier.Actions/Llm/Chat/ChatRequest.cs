using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Chat;

/// <summary>
/// Writes a chat request. It is written here and not by the package's types, because the kinds of servers differ in names (<c>max_tokens</c>) that those fix for one of them.
/// </summary>
internal static class ChatRequest
{
    private const int TokensOfPicture = 1_000;
    private const int UsualAnswer = 500;
    private static readonly string[] Own = ["model", "messages", "stream", "stream_options", "response_format"];

    /// <summary>The request, UTF-8 JSON.</summary>
    public static async ValueTask<byte[]> WriteAsync(
        IReadOnlyList<ChatTurn> turns, ChatWish wish, ModelEndpoint endpoint, bool withSchema, SentPictures pictures, CancellationToken cancellationToken)
    {
        var messages = new JsonArray();
        foreach (var turn in turns)
        {
            messages.Add(new JsonObject { ["role"] = turn.Role, ["content"] = await ContentAsync(turn, pictures, cancellationToken).ConfigureAwait(false) });
        }

        var request = new JsonObject
        {
            ["model"] = endpoint.Model,
            ["messages"] = messages,
            ["stream"] = true,
            ["stream_options"] = new JsonObject { ["include_usage"] = true },
        };
        Add(request, "temperature", wish.Temperature);
        Add(request, "top_p", wish.TopP);
        Add(request, "seed", wish.Seed);
        Add(request, ModelServer.TokenLimitAt(endpoint.BaseAddress), wish.MaxTokens);
        if (wish.Stop.Count > 0)
        {
            request["stop"] = new JsonArray([.. wish.Stop.Select(stop => JsonValue.Create(stop))]);
        }

        if (withSchema)
        {
            request["response_format"] = new JsonObject
            {
                ["type"] = "json_schema",
                ["json_schema"] = new JsonObject { ["name"] = "answer", ["schema"] = wish.Schema!.DeepClone(), ["strict"] = IsStrict(wish.Schema) },
            };
        }

        foreach (var (name, value) in wish.Options ?? new Dictionary<string, JsonElement>())
        {
            if (!Own.Contains(name))
            {
                request[name] = JsonNode.Parse(value.GetRawText());
            }
        }

        return JsonSerializer.SerializeToUtf8Bytes(request);
    }

    /// <summary>About how many tokens the request and its answer take, for the rate limit until the server tells.</summary>
    public static int GuessTokens(IReadOnlyList<ChatTurn> turns, ChatWish wish) =>
        turns.Sum(turn => (turn.Text.Length / 4) + 4 + (turn.Pictures.Count * TokensOfPicture)) + (wish.MaxTokens ?? UsualAnswer);

    private static async ValueTask<JsonNode> ContentAsync(ChatTurn turn, SentPictures pictures, CancellationToken cancellationToken)
    {
        if (turn.Pictures.Count == 0)
        {
            return JsonValue.Create(turn.Text);
        }

        var parts = new JsonArray { new JsonObject { ["type"] = "text", ["text"] = turn.Text } };
        foreach (var picture in turn.Pictures)
        {
            var url = await pictures.DataUrlAsync(picture, cancellationToken).ConfigureAwait(false);
            parts.Add(new JsonObject { ["type"] = "image_url", ["image_url"] = new JsonObject { ["url"] = url } });
        }

        return parts;
    }

    private static void Add<T>(JsonObject request, string name, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            request[name] = JsonValue.Create(given);
        }
    }

    // What OpenAI demands of schemas that it promises to hold: every member required, and no other allowed.
    private static bool IsStrict(JsonNode? schema) => schema switch
    {
        JsonObject node when node["properties"] is JsonObject properties =>
            node["additionalProperties"]?.GetValueKind() == JsonValueKind.False
            && node["required"] is JsonArray required && properties.All(member => required.Any(name => name!.GetValue<string>() == member.Key))
            && properties.All(member => IsStrict(member.Value)),
        JsonObject node => node["items"] is not { } items || IsStrict(items),
        _ => true,
    };
}
