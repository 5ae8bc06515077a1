using System.Text.Json;
using Atelier.Actions.Tests.Http;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class ChatActionTests : IDisposable
{
    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Chat_WithAPrompt_SendsItAndReadsTheStream()
    {
        await using var server = ChatServer.Of(ChatServer.Says("A night sky\nover a village."));

        var output = await _context.SucceedAsync("llm.chat", new
        {
            endpoint = server.Endpoint("sk-secret-1"),
            system = "Be brief.",
            prompt = "Describe it.",
            temperature = 0.2,
            seed = 7,
            max_tokens = 64,
            stop = "END",
            options = new { top_k = 3 },
        });

        Assert.Equal("A night sky\nover a village.", output.GetProperty("text").GetString());
        Assert.Equal("llava:7b", output.GetProperty("model").GetString());
        Assert.Equal("stop", output.GetProperty("finish").GetString());
        Assert.Equal(20, output.GetProperty("input_tokens").GetInt32());
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Target);
        Assert.Contains("Authorization: Bearer sk-secret-1", request.Head);
        Assert.Equal(
            """{"model":"llava:7b","messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Describe it."}],"stream":true,"stream_options":{"include_usage":true},"temperature":0.2,"seed":7,"max_tokens":64,"stop":["END"],"top_k":3}""",
            request.Body);
        Assert.Equal(["A night sky", "over a village."], _context.Lines.Select(line => line.Message));
        Assert.Equal(new Usage($"llava:7b@127.0.0.1:{server.Port}", 20, 5, null), Assert.Single(_context.Usages));
        Assert.Equal($"llava:7b@127.0.0.1:{server.Port}", Assert.Single(_context.Makers));
    }

    [Fact]
    public async Task Chat_WithoutAKey_SendsNoAuthorization()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes"));

        await _context.SucceedAsync("llm.chat", new { endpoint = server.Endpoint(), prompt = "?", log = false });

        Assert.DoesNotContain("Authorization", server.Requests.Single().Head, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(_context.Lines);
    }

    [Fact]
    public async Task Chat_AServerThatDoesNotStream_IsRead()
    {
        await using var server = ChatServer.Of(StubAnswer.Json("""{"model":"m","choices":[{"message":{"role":"assistant","content":"whole"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":1}}"""));

        Assert.Equal("whole", (await _context.SucceedAsync("llm.chat", new { endpoint = server.Endpoint(), prompt = "?" })).GetProperty("text").GetString());
    }

    [Fact]
    public async Task Chat_WithARegisteredModel_TakesItsEndpointPricesAndLimits()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes", input: 1_000_000, output: 500_000));
        var models = new FakeModels { Endpoints = { ["writer"] = new ModelEndpoint(new Uri(server.Url + "/v1/"), "gpt-x", "sk-registered", new ModelPrices(2m, 8m), new ModelRateLimits(60, null)) } };
        _context.Answering = models;
        var action = ActionRuns.Find("llm.chat");
        var input = ActionRuns.ToJson(new { model = "writer", prompt = "?" });

        Assert.Null(action.GetEndpoint(input));
        var result = await action.ExecuteAsync(input, _context, CancellationToken.None);

        var output = Assert.IsType<ActionResult<JsonElement>.Succeeded>(result).Output;
        Assert.Equal(6m, output.GetProperty("cost").GetDecimal());
        Assert.Equal(6m, Assert.Single(_context.Usages).Cost);
        Assert.Contains("Authorization: Bearer sk-registered", server.Requests.Single().Head);
        Assert.Equal($"writer@0123456789ab (gpt-x@127.0.0.1:{server.Port})", Assert.Single(_context.Makers));
        Assert.Equal(server.Url, action.GetEndpoint(input));
        Assert.Equal("writer", action.GetAffinity(ActionRuns.ToBytes(input)));
        Assert.Equal("sha256:0123456789abcdef0123", (await action.GetFingerprintPartsAsync(input, _context, CancellationToken.None))["model:writer"]);
    }

    [Fact]
    public async Task Chat_WithAModelOfThisMachine_AsksItWithPicturesByPath()
    {
        var models = new FakeModels { Answers = { } };
        models.Answers.Enqueue("a red square");
        _context.Answering = models;
        var picture = _context.Memory.Add([1, 2, 3], "image/png", "a.png");

        var output = await _context.SucceedAsync("llm.chat", new { model = "tiny", prompt = "What is it?", images = new[] { picture } });

        Assert.Equal("a red square", output.GetProperty("text").GetString());
        var question = Assert.IsType<GenerateText>(Assert.Single(models.Questions));
        var message = Assert.Single(question.Messages);
        Assert.Equal(("user", "What is it?", 512, 0d), (message.Role, message.Text, question.MaxTokens, question.Temperature));
        Assert.Equal([1, 2, 3], await File.ReadAllBytesAsync(Assert.Single(message.Pictures)));
        Assert.Equal(new Usage("tiny", 11, 7, null), Assert.Single(_context.Usages));
        Assert.Equal("tiny@fedcba987654", Assert.Single(_context.Makers));
    }

    [Fact]
    public async Task Chat_WithAModelThatDoesNotChat_NamesTheKinds()
    {
        _context.Answering = new FakeModels { TinyKind = ModelKind.Clip };

        var failure = await _context.FailAsync("llm.chat", new { model = "tiny", prompt = "?" });

        Assert.Equal("ATL5602", failure.Code);
        Assert.Equal("model `tiny` does not chat; models of the kinds `openai`, `vlm` and `text-generation` do", failure.Message);
    }

    [Fact]
    public async Task Chat_WithPictures_SendsThemAsDataAddresses()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes"));
        var picture = _context.Memory.Add([1, 2, 3], "image/png", "a.png");

        await _context.SucceedAsync("llm.chat", new { endpoint = server.Endpoint(), prompt = "?", images = new[] { picture } });

        Assert.Equal(
            """[{"type":"text","text":"?"},{"type":"image_url","image_url":{"url":"data:image/png;base64,AQID"}}]""",
            server.Requests.Single().Body().GetProperty("messages")[0].GetProperty("content").GetRawText());
    }

    [Fact]
    public async Task Chat_WithATemplateFile_FillsItAndFingerprintsIt()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes"));
        _context.File("prompts/describe.md", "Describe {title} of {year}. Answer as {\"a\": {{title}}}.");
        var input = ActionRuns.ToJson(new { endpoint = server.Endpoint(), template_file = "prompts/describe.md", variables = new { title = "Starry Night", year = 1889 } });
        var action = ActionRuns.Find("llm.chat");

        await action.ExecuteAsync(input, _context, CancellationToken.None);
        var before = await action.GetFingerprintPartsAsync(input, _context, CancellationToken.None);
        _context.File("prompts/describe.md", "Other.");
        var after = await action.GetFingerprintPartsAsync(input, _context, CancellationToken.None);

        Assert.Equal("Describe Starry Night of 1889. Answer as {\"a\": {title}}.", server.Requests.Single().Body().GetProperty("messages")[0].GetProperty("content").GetString());
        Assert.StartsWith("sha256:", before["prompt:prompts/describe.md"]);
        Assert.NotEqual(before["prompt:prompts/describe.md"], after["prompt:prompts/describe.md"]);
    }

    [Theory]
    [InlineData("""{ "prompt": "?" }""", "one of `model` (a registered model) and `endpoint` must be given")]
    [InlineData("""{ "endpoint": { "preset": "ollama", "model": "m" } }""", "one of `prompt`, `messages`, `template` and `template_file` must be given")]
    [InlineData("""{ "endpoint": { "model": "m" }, "prompt": "?" }""", "`endpoint` names neither a `preset` nor a `base_url`")]
    [InlineData("""{ "endpoint": { "base_url": "ftp://x", "model": "m" }, "prompt": "?" }""", "`endpoint.base_url` is no address with http:// or https://, without user and query")]
    [InlineData("""{ "endpoint": { "preset": "lm-studio", "model": "m" }, "prompt": "?", "timeout": "0s" }""", "`timeout` must be more than zero and at most a day")]
    [InlineData("""{ "endpoint": { "preset": "llama.cpp", "model": "m", "input_price": 1 }, "prompt": "?" }""", "`endpoint.input_price` and `endpoint.output_price` go together")]
    public async Task Chat_WithAMistakeInItsInput_SaysIt(string input, string message) =>
        Assert.Equal(message, (await _context.FailAsync("llm.chat", input)).Message);

    [Fact]
    public async Task Chat_ATemplateWithAnEmptyPlace_NamesIt()
    {
        var failure = await _context.FailAsync("llm.chat", new { endpoint = new { preset = "ollama", model = "m" }, template = "{title} {year}", variables = new { title = "x" } });

        Assert.Equal("ATL5615", failure.Code);
        Assert.Contains("does not fill: year", failure.Message);
    }

    [Fact]
    public async Task Chat_APrivateAddressThatIsNotAllowed_IsNotReached()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes"));

        var failure = await _context.FailAsync("llm.chat", new { endpoint = new { base_url = server.Url, model = "m" }, prompt = "?" });

        Assert.Equal("ATL5301", failure.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Chat_AboveItsRateLimit_WaitsAndSaysSo()
    {
        await using var server = ChatServer.Of(ChatServer.Says("yes"));
        var action = ActionRuns.Find("llm.chat");
        var input = ActionRuns.ToJson(new { endpoint = server.Endpoint(requests: 1), prompt = "?" });
        using var stop = new CancellationTokenSource();
        _context.OnLog = line =>
        {
            if (line.StartsWith("waiting", StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        };

        await action.ExecuteAsync(input, _context, CancellationToken.None);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await action.ExecuteAsync(input, _context, stop.Token));

        Assert.Single(server.Requests);
        Assert.Contains(_context.Lines, line => line.Message == "waiting 1m for the rate limit");
    }
}
