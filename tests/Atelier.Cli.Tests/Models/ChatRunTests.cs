using Atelier.Actions.Tests.Http;
using Atelier.Actions.Tests.Llm;

namespace Atelier.Cli.Tests.Models;

/// <summary>Whole runs that ask a chat server.</summary>
public sealed class ChatRunTests : IDisposable
{
    private const string Key = "sk-very-secret-key-1";
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Fact]
    public async Task Run_WhoseBudgetIsSpent_Exits5AndGoesOnWhenItIsRaised()
    {
        await using var server = ChatServer.Of(ChatServer.Says("A night sky."));
        var file = Captions(server, "prices: { input: 1000, output: 1000 }");

        var parked = await _sandbox.RunAsync("run", file, "--max-cost", "0.05", "--json");
        var asked = server.Requests.Count;
        var raised = await _sandbox.RunAsync("runs", "budget", "r1", "--max-cost", "1");
        var done = await _sandbox.RunAsync("resume", "r1", "--json");

        Assert.True(parked.Exit == 5, parked.Error + parked.Output);
        Assert.Equal(2, asked);
        Assert.Contains("the budget of 0.05 is spent (0.05); `atelier runs budget r1` raises it", parked.Output, StringComparison.Ordinal);
        Assert.True(raised.Exit == 0, raised.Error);
        Assert.True(done.Exit == 0, done.Error + done.Output);
        Assert.Equal(4, server.Requests.Count);
        var spent = Assert.Single(done.Json.GetProperty("spending").GetProperty("models").EnumerateArray());
        Assert.Equal((0.1m, 80, 20), (spent.GetProperty("cost").GetDecimal(), spent.GetProperty("input_tokens").GetInt32(), spent.GetProperty("output_tokens").GetInt32()));
    }

    [Fact]
    public async Task Run_AgainAfterItSucceeded_AsksNothingTwice()
    {
        await using var server = ChatServer.Of(ChatServer.Says("A night sky."));
        var file = Captions(server, "description: Says little.");

        await _sandbox.RunAsync("run", file);
        var again = await _sandbox.RunAsync("run", file);

        Assert.Equal(0, again.Exit);
        Assert.Equal(4, server.Requests.Count);
    }

    [Fact]
    public async Task Run_WithAServerThatIsDown_ParksAndSpendsNoAttempt()
    {
        var down = true;
        await using var server = new StubServer(_ => Volatile.Read(ref down) ? ChatServer.Error("503 Service Unavailable", """{"error":{"message":"Loading model"}}""", "Retry-After: 1") : ChatServer.Says("Back."));
        var run = _sandbox.Start("run", Captions(server, "description: Says little."), "--json");

        await _sandbox.UntilAsync(() => !server.Requests.IsEmpty || run.HasExited);
        Volatile.Write(ref down, false);
        var ended = await run.EndAsync();

        Assert.True(ended.Exit == 0, ended.Error + ended.Output);
    }

    [Fact]
    public async Task Run_WithAKey_LeavesItInNoFileAndNoOutput()
    {
        // The worst server there is: it says the key back, in its answers and in its errors.
        var turn = 0;
        await using var server = new StubServer(_ => Interlocked.Increment(ref turn) % 2 == 0 ? ChatServer.Says($"You are {Key}.") : ChatServer.Error("401 Unauthorized", $$$"""{"error":{"message":"Incorrect API key provided: {{{Key}}}"}}"""));
        await _sandbox.RunWithInputAsync(Key + "\n", "secrets", "set", "chat_key");
        _sandbox.Write("inline.yaml", $$"""
            name: inline
            steps:
              - id: things
                for_each: ${[1, 2]}
                collection: things
                as: n
                parallel: 1
                on_item_failure: quarantine
                yield: { said: "${ask.text}" }
                steps:
                  - id: ask
                    uses: llm.chat
                    with:
                      endpoint: { base_url: "{{server.Url}}/v1", model: m, api_key: "${secrets.chat_key}", allow_private: true }
                      prompt: Say ${n}.
            """);

        var inline = await _sandbox.RunAsync("run", "inline.yaml");
        Volatile.Write(ref turn, 1);
        var registered = await _sandbox.RunAsync("run", Captions(server, "api_key: chat_key"), "--limit", "1");
        var export = await _sandbox.RunAsync("export", "things", "--format", "jsonl");
        var logs = await _sandbox.RunAsync("runs", "logs", "r1");

        Assert.True(inline.Exit == 3, inline.Error + inline.Output);
        Assert.True(registered.Exit == 0, registered.Error + registered.Output);
        Assert.Contains("You are ***.", (await _sandbox.RunAsync("runs", "outcomes", "r2")).Output, StringComparison.Ordinal);
        Assert.All(server.Requests, request => Assert.Contains($"Bearer {Key}", request.Head, StringComparison.Ordinal));
        foreach (var ended in new[] { inline, registered, export, logs })
        {
            Assert.DoesNotContain(Key, ended.Output + ended.Error, StringComparison.Ordinal);
        }

        foreach (var path in Directory.EnumerateFiles(_sandbox.PathOf("home"), "*", SearchOption.AllDirectories))
        {
            Assert.False(Holds(path), path);
        }
    }

    private static bool Holds(string path) => File.ReadAllBytes(path).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Key)) >= 0;

    private string Captions(StubServer server, string more) => _sandbox.Write("captions.yaml", $$"""
        name: captions
        models:
          describer:
            source: "{{server.Url}}/v1"
            model: llava:7b
            {{more}}
        steps:
          - id: things
            for_each: ${[1, 2, 3, 4]}
            as: n
            parallel: 1
            yield: { said: "${ask.text}" }
            steps:
              - id: ask
                uses: llm.chat
                with: { model: describer, prompt: "Say ${n}." }
        """);
}
