using System.Text.Json;
using Atelier.Actions.Tests.Http;
using Atelier.Sdk;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class EmbedActionTests : IDisposable
{
    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Embed_Texts_GivesUnitVectorsInTheirOrder()
    {
        await using var server = ChatServer.Of(StubAnswer.Json("""{"model":"e","data":[{"index":1,"embedding":[0,2]},{"index":0,"embedding":[3,4]}],"usage":{"prompt_tokens":6,"total_tokens":6}}"""));

        var output = await _context.SucceedAsync("llm.embed", new { endpoint = server.Endpoint(), texts = new[] { "a", "b" } });

        Assert.Equal(2, output.GetProperty("dimensions").GetInt32());
        Assert.Equal([[0.6f, 0.8f], [0f, 1f]], output.GetProperty("vectors").EnumerateArray().Select(Floats));
        Assert.Equal("/v1/embeddings", server.Requests.Single().Target);
        Assert.Equal("""{"model":"llava:7b","input":["a","b"],"encoding_format":"float"}""", server.Requests.Single().Body);
        Assert.Equal(6, Assert.Single(_context.Usages).InputTokens);
    }

    [Fact]
    public async Task Embed_AText_GivesOneVector()
    {
        await using var server = ChatServer.Of(StubAnswer.Json("""{"data":[{"embedding":[1,0,0]}]}"""));

        var output = await _context.SucceedAsync("llm.embed", new { endpoint = server.Endpoint(), text = "a", dimensions = 3 });

        Assert.Equal([1f, 0f, 0f], Floats(output.GetProperty("vector")));
        Assert.Equal(JsonValueKind.Null, output.GetProperty("vectors").ValueKind);
    }

    [Fact]
    public async Task Embed_ManyTexts_AreSentInParts()
    {
        await using var server = new StubServer(request => StubAnswer.Json($$"""{"data":[{{string.Join(",", request.Body().GetProperty("input").EnumerateArray().Select(_ => """{"embedding":[1]}"""))}}]}"""));

        var output = await _context.SucceedAsync("llm.embed", new { endpoint = server.Endpoint(), texts = Enumerable.Range(1, 130).Select(number => $"text {number}") });

        Assert.Equal(130, output.GetProperty("vectors").GetArrayLength());
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Embed_WithAModelOfThisMachine_AsksIt()
    {
        var models = new FakeModels { TinyKind = ModelKind.FeatureExtraction };
        _context.Answering = models;

        var output = await _context.SucceedAsync("llm.embed", new { model = "tiny", text = "a" });

        Assert.Equal([0.6f, 0.8f], Floats(output.GetProperty("vector")));
        Assert.Equal(new EmbedText("a"), Assert.Single(models.Questions));
    }

    [Theory]
    [InlineData("""{"data":[]}""", "answered with 0 vectors for 1 texts")]
    [InlineData("""{"data":[{"embedding":[]}]}""", "answered with a vector that is none")]
    [InlineData("[1]", "something else than vectors")]
    [InlineData("{", "something else than JSON")]
    [InlineData("""{"data":[{"embedding":[0,0]}]}""", "of zeros")]
    [InlineData("""{"data":[{"embedding":["x"]}]}""", "not finite")]
    public async Task Embed_AnUnreadableAnswer_IsTransient(string body, string message)
    {
        await using var server = ChatServer.Of(StubAnswer.Json(body));

        var failure = await _context.FailAsync("llm.embed", new { endpoint = server.Endpoint(), text = "a" });

        Assert.Equal(("ATL5610", FailureKind.Transient), (failure.Code, failure.Kind));
        Assert.Contains(message, failure.Message);
    }

    [Fact]
    public async Task Embed_AnEmptyText_IsRefused() =>
        Assert.Contains("an empty text has no vector", (await _context.FailAsync("llm.embed", new { endpoint = new { preset = "ollama", model = "m" }, texts = new[] { "a", " " } })).Message);

    private static float[] Floats(JsonElement vector)
    {
        var bytes = vector.GetBytesFromBase64();
        return [.. Enumerable.Range(0, bytes.Length / 4).Select(index => BitConverter.ToSingle(bytes, index * 4))];
    }
}
