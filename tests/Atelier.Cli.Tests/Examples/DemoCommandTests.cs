using System.Net.Sockets;
using System.Text.Json;
using Atelier.Actions.Tests.Http;
using Atelier.Actions.Tests.Llm;

namespace Atelier.Cli.Tests.Examples;

/// <summary><c>demo</c> by the demo models, killed and gone on with, and <c>demo --model</c>: a server of the machine describes the paintings.</summary>
[Trait("Speed", "Slow")]
public sealed class DemoCommandTests : IDisposable
{
    /// <summary>Where Ollama listens.</summary>
    private const int OllamaPort = 11434;
    private readonly Sandbox _sandbox = new();

    public DemoCommandTests() => ExampleFolder.NeedPictures();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Demo_AModelOfOllama_DescribesThePaintings()
    {
        await using var server = Ollama();

        var demo = await _sandbox.RunAsync("demo", "--model", "llava@ollama");

        Assert.True(demo.Exit == 0, demo.Error);
        var records = File.ReadLines(_sandbox.PathOf("atelier-demo/paintings.jsonl")).Select(static line => JsonElement.Parse(line)).ToList();
        Assert.Equal(24, records.Count);
        Assert.All(records, static record =>
        {
            Assert.Equal("A painting of the sea.", record.GetProperty("caption").GetProperty("description").GetString());
            Assert.StartsWith("llava@ollama", record.GetProperty("caption").GetProperty("made_by").GetString());
            Assert.StartsWith("demo:clip@", record.GetProperty("tags").GetProperty("made_by").GetString());
        });
        Assert.Equal(24, server.Requests.Count(static request => request.Target.EndsWith("/chat/completions", StringComparison.Ordinal)));
        Assert.Contains("A painting of the sea.", await File.ReadAllTextAsync(_sandbox.PathOf("atelier-demo/contact-sheet.html")));
    }

    [Fact]
    public async Task Demo_AModelThatOllamaLacks_IsRefusedBeforeAnythingRuns()
    {
        await using var server = Ollama();

        var demo = await _sandbox.RunAsync("demo", "--model", "gemma@ollama");

        Assert.Equal(2, demo.Exit);
        Assert.Contains("It has: llava:latest", demo.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_sandbox.PathOf("atelier-demo")));
    }

    [Fact]
    public async Task Demo_AModelThatNobodyKnows_IsRefusedBeforeAnythingRuns()
    {
        var demo = await _sandbox.RunAsync("demo", "--model", "no-such-model");

        Assert.Equal(2, demo.Exit);
        Assert.Contains("no-such-model", demo.Error, StringComparison.Ordinal);
        Assert.Equal(4, (await _sandbox.RunAsync("runs", "list")).Exit);
    }

    [Fact]
    public async Task Demo_KilledInTheMiddle_IsGoneOnWithAndLosesNothing()
    {
        var demo = _sandbox.Start("demo");
        await _sandbox.UntilAsync(() => demo.HasExited || Directory.Exists(_sandbox.PathOf("atelier-demo/records")));
        demo.Kill();
        await demo.EndAsync();

        var resumed = await _sandbox.RunAsync("resume");

        Assert.True(resumed.Exit == 0, resumed.Error + resumed.Output);
        Assert.Equal(24, File.ReadLines(_sandbox.PathOf("atelier-demo/paintings.jsonl")).Count());
        Assert.True(File.Exists(_sandbox.PathOf("atelier-demo/contact-sheet.html")));
    }

    private static StubServer Ollama()
    {
        try
        {
            return new StubServer(
                static request => request.Target.EndsWith("/models", StringComparison.Ordinal)
                    ? StubAnswer.Of("200 OK", "Content-Type: application/json", """{"object":"list","data":[{"id":"llava:latest","object":"model"}]}""")
                    : ChatServer.Says("A painting of the sea."),
                OllamaPort);
        }
        catch (SocketException exception)
        {
            Assert.Skip($"port {OllamaPort} is taken: {exception.Message}");
            throw;
        }
    }
}
