using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Atelier.Actions.Tests.Http;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class ChatFailureTests : IDisposable
{
    private const string Key = "sk-very-secret-key";
    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Theory]
    [InlineData("401 Unauthorized", """{"error":{"message":"Incorrect API key provided: sk-very-secret-key.","type":"invalid_request_error","code":"invalid_api_key"}}""", "ATL5603", FailureKind.Permanent)]
    [InlineData("404 Not Found", """{"error":{"message":"model \"llava:7b\" not found, try pulling it first","type":"api_error","param":null,"code":null}}""", "ATL5604", FailureKind.Permanent)]
    [InlineData("413 Payload Too Large", "<html>too large</html>", "ATL5605", FailureKind.Permanent)]
    [InlineData("400 Bad Request", """{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error","n_prompt_tokens":9000}}""", "ATL5605", FailureKind.Permanent)]
    [InlineData("400 Bad Request", """{"error":{"message":"This model's maximum context length is 8192 tokens.","type":"invalid_request_error","param":"messages","code":"context_length_exceeded"}}""", "ATL5605", FailureKind.Permanent)]
    [InlineData("400 Bad Request", """{"error":{"message":"The response was filtered","code":"content_filter"}}""", "ATL5611", FailureKind.Permanent)]
    [InlineData("400 Bad Request", """[{"error":{"code":400,"message":"Invalid argument","status":"INVALID_ARGUMENT"}}]""", "ATL5614", FailureKind.Permanent)]
    [InlineData("429 Too Many Requests", """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}}""", "ATL5607", FailureKind.Unavailable)]
    [InlineData("500 Internal Server Error", """{"error":"llama runner process has terminated"}""", "ATL5608", FailureKind.Transient)]
    [InlineData("503 Service Unavailable", """{"error":{"message":"Loading model","type":"unavailable_error","code":503}}""", "ATL5608", FailureKind.Unavailable)]
    public async Task Chat_AStatus_IsAFailureWithItsRemedy(string status, string body, string code, FailureKind kind)
    {
        await using var server = ChatServer.Of(ChatServer.Error(status, body));

        var failure = await FailAsync(server);

        Assert.Equal((code, kind), (failure.Code, failure.Kind));
        Assert.Equal(kind == FailureKind.Unavailable ? server.Url : null, failure.Endpoint);
        Assert.Equal(FailureEffect.None, failure.Effect);
        Assert.DoesNotContain(Key, failure.Message + failure.Detail);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Retry-After: 7", 7)]
    [InlineData("retry-after-ms: 1500", 1.5)]
    public async Task Chat_ARateLimit_IsRetriedAfterThePause(string header, double seconds)
    {
        await using var server = ChatServer.Of(ChatServer.Error("429 Too Many Requests", """{"error":{"message":"Rate limit reached","type":"requests","code":"rate_limit_exceeded"}}""", header));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5606", FailureKind.Transient, TimeSpan.FromSeconds(seconds)), (failure.Code, failure.Kind, failure.RetryAfter));
    }

    [Fact]
    public async Task Chat_AServerThatFailsAtOneRequestAfterTheOther_IsDown()
    {
        await using var server = ChatServer.Of(ChatServer.Error("500 Internal Server Error", "{}"));
        var action = ActionRuns.Find("llm.chat");

        var same = await KindsAsync(action, server, "a", "a");
        var other = await KindsAsync(action, server, "b", "c");

        Assert.Equal([FailureKind.Transient, FailureKind.Transient], same);
        Assert.Equal([FailureKind.Unavailable, FailureKind.Unavailable], other);
    }

    [Fact]
    public async Task Chat_NobodyListens_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();

        var failure = await _context.FailAsync("llm.chat", new { endpoint = new { base_url = url + "/v1", model = "m", allow_private = true }, prompt = "?" });

        Assert.Equal(("ATL5305", FailureKind.Unavailable, url), (failure.Code, failure.Kind, failure.Endpoint));
    }

    [Fact]
    public async Task Chat_AServerThatStallsBeforeItsAnswer_IsTransient()
    {
        await using var server = ChatServer.Of(StubAnswer.Raw("", stall: true));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5609", FailureKind.Transient), (failure.Code, failure.Kind));
        Assert.Contains("no answer within 200ms", failure.Message);
    }

    [Fact]
    public async Task Chat_AServerThatStallsWithinItsAnswer_IsTransient()
    {
        await using var server = ChatServer.Of(ChatServer.Stream(ChatServer.Piece("Once upon")) with { Stall = true });

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5609", FailureKind.Transient), (failure.Code, failure.Kind));
        Assert.Contains("stalled for 200ms", failure.Message);
        Assert.Contains(_context.Lines, line => line.Message == "Once upon");
    }

    [Fact]
    public async Task Chat_AStreamThatBreaksOff_IsNoAnswer()
    {
        await using var server = ChatServer.Of(ChatServer.Stream(ChatServer.Piece("Once upon a")));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5609", FailureKind.Transient, "Once upon a"), (failure.Code, failure.Kind, failure.Detail));
    }

    [Theory]
    [InlineData("""{"choices":[{"delta":{"content":"a""")]
    [InlineData("not json")]
    [InlineData("""{"error":{"message":"CUDA out of memory"}}""")]
    [InlineData("""{"choices":[{"delta":{},"finish_reason":"stop"}]}""")]
    public async Task Chat_AnUnreadableStream_IsTransient(string data)
    {
        await using var server = ChatServer.Of(ChatServer.Stream(data, "[DONE]"));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5610", FailureKind.Transient), (failure.Code, failure.Kind));
    }

    [Fact]
    public async Task Chat_AWebPage_SaysThatTheAddressIsWrong()
    {
        await using var server = ChatServer.Of(StubAnswer.Of("200 OK", "Content-Type: text/html", "<html></html>"));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5610", FailureKind.Permanent), (failure.Code, failure.Kind));
        Assert.Contains("answers with a web page", failure.Message);
    }

    [Fact]
    public async Task Chat_AFilteredAnswer_IsPermanent()
    {
        await using var server = ChatServer.Of(ChatServer.Says("I", finish: "content_filter"));

        var failure = await FailAsync(server);

        Assert.Equal(("ATL5611", FailureKind.Permanent), (failure.Code, failure.Kind));
        Assert.Single(_context.Usages);
    }

    [Fact]
    public async Task Chat_ARefusal_CarriesItsWords()
    {
        await using var server = ChatServer.Of(ChatServer.Stream("""{"choices":[{"delta":{"refusal":"I can't help with that."},"finish_reason":null}]}""", ChatServer.Finish("stop"), "[DONE]"));

        Assert.Contains("I can't help with that.", (await FailAsync(server)).Message);
    }

    [Fact]
    public async Task Chat_AnswerCutAtItsLimit_IsGivenWithItsFinish()
    {
        await using var server = ChatServer.Of(ChatServer.Says("Once upon", finish: "length"));

        var output = await _context.SucceedAsync("llm.chat", Input(server));

        Assert.Equal("length", output.GetProperty("finish").GetString());
        Assert.Contains(_context.Lines, line => line.Level == StepLogLevel.Warning);
    }

    [Fact]
    public async Task Chat_AllTokensSpentOnThoughts_SaysThatTheLimitIsTooLow()
    {
        await using var server = ChatServer.Of(ChatServer.Says("", finish: "length", output: 64));

        var failure = await FailAsync(server);

        Assert.Equal("ATL5612", failure.Code);
        Assert.Contains("64 tokens", failure.Message);
    }

    private static object Input(StubServer server) => new { endpoint = server.Endpoint(Key), prompt = "Tell.", timeout = "200ms" };

    private Task<StepFailure> FailAsync(StubServer server) => _context.FailAsync("llm.chat", Input(server));

    private async Task<List<FailureKind>> KindsAsync(IAction action, StubServer server, params string[] prompts)
    {
        var kinds = new List<FailureKind>();
        foreach (var prompt in prompts)
        {
            var result = await action.ExecuteAsync(ActionRuns.ToJson(new { endpoint = server.Endpoint(), prompt }), _context, CancellationToken.None);
            kinds.Add(Assert.IsType<ActionResult<JsonElement>.Failed>(result).Failure.Kind);
        }

        return kinds;
    }
}
