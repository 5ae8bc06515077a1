using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Tests.Http;

namespace Atelier.Actions.Tests.Llm;

/// <summary>What real chat servers answer, on the raw server of the HTTP tests.</summary>
internal static class ChatServer
{
    /// <summary>A server that gives these answers one after the other, the last one again and again.</summary>
    public static StubServer Of(params StubAnswer[] answers)
    {
        var next = -1;
        return new StubServer(_ => answers[Math.Min(Interlocked.Increment(ref next), answers.Length - 1)]);
    }

    /// <summary>A whole stream: the text in pieces of five characters, the finish, the usage, the end.</summary>
    public static StubAnswer Says(string text, string finish = "stop", int input = 20, int output = 5) => Stream(
        [.. text.Chunk(5).Select(piece => Piece(new string(piece))), Finish(finish), Usage(input, output), "[DONE]"]);

    /// <summary>A stream of such events.</summary>
    public static StubAnswer Stream(params string[] events) => StubAnswer.Raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n", Encoding.UTF8.GetBytes(string.Concat(events.Select(data => $"data: {data}\n\n"))));

    public static string Piece(string text) => new JsonObject
    {
        ["model"] = "llava:7b",
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = new JsonObject { ["content"] = text }, ["finish_reason"] = null }),
    }.ToJsonString();

    public static string Finish(string reason) => $$"""{"choices":[{"index":0,"delta":{},"finish_reason":"{{reason}}"}]}""";

    public static string Usage(int input, int output) => $$$"""{"choices":[],"usage":{"prompt_tokens":{{{input}}},"completion_tokens":{{{output}}},"total_tokens":{{{input + output}}}}}""";

    public static StubAnswer Error(string status, string body, string headers = "") =>
        StubAnswer.Of(status, "Content-Type: application/json" + (headers.Length > 0 ? "\r\n" + headers : string.Empty), body);

    public static JsonElement Body(this StubRequest request) => JsonElement.Parse(request.Body);

    /// <summary>The inline endpoint of a server.</summary>
    public static object Endpoint(this StubServer server, string? key = null, int? requests = null) =>
        new { base_url = server.Url + "/v1", model = "llava:7b", api_key = key, allow_private = true, requests_per_minute = requests };
}
