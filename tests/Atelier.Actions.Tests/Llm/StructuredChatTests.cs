using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Tests.Http;
using Atelier.Actions.Tests.Llm.Answers;
using Atelier.Sdk;
using Xunit;

namespace Atelier.Actions.Tests.Llm;

public sealed class StructuredChatTests : IDisposable
{
    private static readonly JsonElement Schema = JsonElement.Parse("""{"type":"object","properties":{"title":{"type":"string"},"year":{"type":"integer"}},"required":["title","year"]}""");
    private readonly FakeContext _context = new();

    public void Dispose() => _context.Dispose();

    [Fact]
    public async Task Chat_WithASchema_SendsItAndGivesTheValue()
    {
        await using var server = ChatServer.Of(ChatServer.Says("""{"title":"A","year":1889}"""));

        var output = await _context.SucceedAsync("llm.chat", Input(server));

        Assert.Equal("""{"title":"A","year":1889}""", output.GetProperty("json").GetRawText());
        Assert.Equal((0, 1), (output.GetProperty("repairs").GetArrayLength(), output.GetProperty("asked").GetInt32()));
        var format = server.Requests.Single().Body().GetProperty("response_format");
        Assert.Equal("json_schema", format.GetProperty("type").GetString());
        Assert.True(JsonElement.DeepEquals(Schema, format.GetProperty("json_schema").GetProperty("schema")));
        Assert.False(format.GetProperty("json_schema").GetProperty("strict").GetBoolean());
    }

    [Fact]
    public async Task Chat_ABrokenAnswer_IsMendedAndSaysSo()
    {
        await using var server = ChatServer.Of(ChatServer.Says("Sure!\n```json\n{'title': 'A', 'year': '1889',}\n```"));

        var output = await _context.SucceedAsync("llm.chat", Input(server));

        Assert.Equal("""{"title":"A","year":1889}""", output.GetProperty("json").GetRawText());
        Assert.Equal(["a trailing comma", "quotes", "a code fence", "a number between quotes"], output.GetProperty("repairs").EnumerateArray().Select(repair => repair.GetString()));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Chat_AnAnswerThatDoesNotFit_IsAskedAgainWithWhatIsWrong()
    {
        await using var server = ChatServer.Of(ChatServer.Says("""{"title":"A"}"""), ChatServer.Says("""{"title":"A","year":1889}""", input: 30, output: 6));

        var output = await _context.SucceedAsync("llm.chat", Input(server));

        Assert.Equal(2, output.GetProperty("asked").GetInt32());
        Assert.Equal(50, output.GetProperty("input_tokens").GetInt32());
        Assert.Equal(2, _context.Usages.Count);
        var messages = server.Requests.Last().Body().GetProperty("messages");
        Assert.Equal("""{"title":"A"}""", messages[1].GetProperty("content").GetString());
        Assert.StartsWith("That answer cannot be used: `/year` is missing.", messages[2].GetProperty("content").GetString());
    }

    [Fact]
    public async Task Chat_ASecondAnswerThatDoesNotFit_FailsWithBothKept()
    {
        await using var server = ChatServer.Of(ChatServer.Says("It is from 1889, I think."), ChatServer.Says("""{"title":"A","year":"unknown"}"""));

        var failure = await _context.FailAsync("llm.chat", Input(server));

        Assert.Equal(("ATL5613", FailureKind.Permanent), (failure.Code, failure.Kind));
        Assert.Contains("`/year` is a string, expected integer", failure.Message);
        Assert.Equal("first answer:\nIt is from 1889, I think.\n\nsecond answer:\n{\"title\":\"A\",\"year\":\"unknown\"}", failure.Detail);
        Assert.Equal(2, server.Requests.Count);
    }

    [Fact]
    public async Task Chat_ALongAnswerThatDoesNotFit_IsKeptAsAnArtifact()
    {
        var words = new string('x', 5_000);
        await using var server = ChatServer.Of(ChatServer.Says(words));

        var failure = await _context.FailAsync("llm.chat", Input(server));

        var digest = failure.Detail![failure.Detail!.IndexOf("sha256:", StringComparison.Ordinal)..].TrimEnd(')');
        Assert.Contains(words, _context.Memory.Text(new Artifact { Digest = digest, MediaType = "text/plain" }));
    }

    [Fact]
    public async Task Chat_AnAnswerCutAtItsLimit_IsNeitherClosedNorAskedAgain()
    {
        await using var server = ChatServer.Of(ChatServer.Says("""{"title":"A","year":1889""", finish: "length"));

        var failure = await _context.FailAsync("llm.chat", Input(server));

        Assert.Equal("ATL5612", failure.Code);
        Assert.Equal("""{"title":"A","year":1889""", failure.Detail);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Chat_AServerThatKnowsNoSchemas_IsToldByThePromptAndRemembered()
    {
        await using var server = new StubServer(request => request.Body().TryGetProperty("response_format", out _)
            ? ChatServer.Error("400 Bad Request", """{"error":{"message":"'response_format.type' must be 'text'"}}""")
            : ChatServer.Says("""{"title":"A","year":1889}"""));
        var action = ActionRuns.Find("llm.chat");

        await action.ExecuteAsync(ActionRuns.ToJson(Input(server)), _context, CancellationToken.None);
        await action.ExecuteAsync(ActionRuns.ToJson(Input(server)), _context, CancellationToken.None);

        Assert.Equal([true, false, false], server.Requests.Select(request => request.Body().TryGetProperty("response_format", out _)));
        Assert.Contains("fits this JSON Schema", server.Requests.Last().Body().GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task Chat_AModelOfThisMachine_IsToldTheSchemaByThePrompt()
    {
        var models = new FakeModels();
        models.Answers.Enqueue("{\"title\": \"A\", \"year\": 1889");
        models.Answers.Enqueue("{title: 'A', year: 1889}");
        _context.Answering = models;

        var output = await _context.SucceedAsync("llm.chat", new { model = "tiny", prompt = "?", schema = Schema });

        Assert.Equal("""{"title":"A","year":1889}""", output.GetProperty("json").GetRawText());
        Assert.Equal(2, output.GetProperty("asked").GetInt32());
    }

    [Fact]
    public async Task Chat_EveryBrokenAnswer_IsMendedOrAskedOnceMoreOrKeptWithTheFailure()
    {
        var models = new FakeModels();
        _context.Answering = models;
        var wrong = new List<string>();
        foreach (var answer in BrokenAnswers.All())
        {
            models.Answers.Enqueue(answer.Text);
            models.Answers.Enqueue(answer.Text);
            var result = await _context.RunAsync("llm.chat", new { model = "tiny", prompt = "?", schema = BrokenAnswers.Schema });
            var right = result switch
            {
                ActionResult<JsonElement>.Succeeded { Output: var output } => answer.Meant is not null && JsonNode.DeepEquals(answer.Meant, JsonNode.Parse(output.GetProperty("json").GetRawText())) && models.Answers.Count == 1,
                ActionResult<JsonElement>.Failed { Failure: { Code: "ATL5613", Detail: var detail } } => (answer.Meant is null || answer.MayRefuse) && models.Answers.Count == 0 && (answer.Text.Length == 0 || detail!.Contains(answer.Text)),
                _ => false,
            };
            if (!right)
            {
                wrong.Add($"{answer.Kind}: {answer.Text} -> {result}");
            }

            models.Answers.Clear();
        }

        Assert.True(wrong.Count == 0, string.Join("\n", wrong));
    }

    [Fact]
    public async Task Chat_ASchemaThatCannotBeChecked_IsRefusedBeforeAsking()
    {
        await using var server = ChatServer.Of(ChatServer.Says("{}"));

        var failure = await _context.FailAsync("llm.chat", new { endpoint = server.Endpoint(), prompt = "?", schema = new { type = "object", propertyNames = new { } } });

        Assert.Equal("ATL5616", failure.Code);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Extract_WithFields_GivesThemAndNamesWhatIsMissing()
    {
        await using var server = ChatServer.Of(ChatServer.Says("""{"artist":"Hokusai","year":null}"""));

        var output = await _context.SucceedAsync("llm.extract", new
        {
            endpoint = server.Endpoint(),
            text = "A wave, by Hokusai.",
            fields = new { artist = "Who made it.", year = new { type = "integer", description = "When." } },
        });

        Assert.Equal("""{"artist":"Hokusai","year":null}""", output.GetProperty("values").GetRawText());
        Assert.Equal("""["year"]""", output.GetProperty("missing").GetRawText());
        var body = server.Requests.Single().Body();
        Assert.True(body.GetProperty("response_format").GetProperty("json_schema").GetProperty("strict").GetBoolean());
        Assert.Equal("""{"type":["integer","null"],"description":"When."}""", body.GetProperty("response_format").GetProperty("json_schema").GetProperty("schema").GetProperty("properties").GetProperty("year").GetRawText());
        Assert.EndsWith("- artist: Who made it.\n- year: When.\n\nText:\nA wave, by Hokusai.", body.GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task Extract_NothingFound_IsEmpty()
    {
        await using var server = ChatServer.Of(ChatServer.Says("""{"artist":null}"""));

        var result = await _context.RunAsync("llm.extract", new { endpoint = server.Endpoint(), text = "x", fields = new { artist = "Who." } });

        Assert.IsType<ActionResult<JsonElement>.Empty>(result);
    }

    private static object Input(StubServer server) => new { endpoint = server.Endpoint(), prompt = "What is it?", schema = Schema };
}
