using Atelier.Actions.Llm.Servers;
using Atelier.Actions.Tests.Http;
using Atelier.Sdk.Models;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class LocalServersTests
{
    [Fact]
    public async Task Find_OfServersThatAnswer_ListsTheirModels()
    {
        await using var ollama = ChatServer.Of(StubAnswer.Json("""{"object":"list","data":[{"id":"qwen2.5:7b","object":"model"},{"id":"llava:7b","object":"model"}]}"""));
        await using var empty = ChatServer.Of(StubAnswer.Json("""{"object":"list","data":null}"""));

        var found = await FindAsync(Named("ollama", ollama), Named("lm-studio", empty));

        Assert.Equal([$"ollama {ollama.Url}/v1: llava:7b qwen2.5:7b", $"lm-studio {empty.Url}/v1: "], found);
        Assert.Equal("/v1/models", Assert.Single(ollama.Requests).Target);
    }

    [Fact]
    public async Task Find_OfAnythingElse_FindsNothingAndDoesNotWait()
    {
        await using var page = ChatServer.Of(StubAnswer.Of("200 OK", "Content-Type: text/html", "<html></html>"));
        await using var missing = ChatServer.Of(ChatServer.Error("404 Not Found", "{}"));
        await using var other = ChatServer.Of(StubAnswer.Json("""["a"]"""));
        await using var elsewhere = ChatServer.Of(StubAnswer.Of("302 Found", $"Location: {page.Url}", ""));
        await using var silent = ChatServer.Of(StubAnswer.Raw("", stall: true));
        var gone = new StubServer(_ => StubAnswer.Json("{}"));
        var nobody = Named("vllm", gone);
        await gone.DisposeAsync();

        Assert.Empty(await FindAsync(Named("ollama", page), Named("vllm", missing), Named("llama.cpp", other), Named("lm-studio", elsewhere), Named("ollama", silent), nobody));
        Assert.Empty(page.Requests.Skip(1));
    }

    private static ModelServer Named(string name, StubServer server) => new(name, new Uri(server.Url + "/v1"), true, "max_tokens", null);

    private static async Task<IEnumerable<string>> FindAsync(params ModelServer[] servers) =>
        (await LocalServers.FindAsync(servers, TimeProvider.System, TestContext.Current.CancellationToken)).Select(server => $"{server.Name} {server.Address}: {string.Join(' ', server.Models)}");
}
