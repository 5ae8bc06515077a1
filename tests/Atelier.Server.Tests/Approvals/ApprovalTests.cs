using System.Net;
using System.Text.Json;
using Atelier.Api.Approvals;
using Atelier.Api.Home;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Approvals;

public class ApprovalTests
{
    private const string Asks = """
        name: asks
        steps:
          - id: look
            uses: people.review
            with:
              question: Keep it?
              value: { title: Night, year: 1889 }
              form: { type: object, properties: { title: { type: string } } }
              assignee: ada
              deadline: 7d
        outputs: { decision: "${look}" }
        """;

    [Fact]
    public async Task Question_Answered_GoesOnWithWhatThePersonSaid()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var question = await AskAsync(server);

        Assert.Equal(("Keep it?", "review", "ada", "reject"), (question.Question, question.Kind, question.Assignee, question.Default));
        Assert.Equal("string", question.Schema!.Value.GetProperty("properties").GetProperty("title").GetProperty("type").GetString());
        Assert.NotNull(question.Due);
        Assert.Equal(1, (await server.GetAsync<HomeOverview>("/home")).Approvals);

        await server.PostAsync<ChangeResponse>($"/approvals/{question.Id}", new DecideRequest { Verdict = "edit", Value = JsonElement.Parse("""{"title":"Starry Night"}"""), Note = "better" });
        var row = await server.Home.Engine.WaitAsync(new RunId(1)).WaitAsync(TestContext.Current.CancellationToken);

        var decision = JsonElement.Parse(row.Output!).GetProperty("decision");
        Assert.Equal(("edit", "Starry Night", 1889, "better"), (decision.GetProperty("verdict").GetString(), decision.GetProperty("value").GetProperty("title").GetString(), decision.GetProperty("value").GetProperty("year").GetInt32(), decision.GetProperty("note").GetString()));
        await server.RefusedAsync(HttpMethod.Post, $"/approvals/{question.Id}", new DecideRequest { Verdict = "accept" }, HttpStatusCode.NotFound, "ATL7006");
    }

    [Fact]
    public async Task Question_WithAnAnswerThatIsNone_StaysOpen()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var question = await AskAsync(server);

        await server.RefusedAsync(HttpMethod.Post, $"/approvals/{question.Id}", new DecideRequest { Verdict = "perhaps" }, HttpStatusCode.BadRequest, "ATL7001");
        await server.RefusedAsync(HttpMethod.Post, $"/approvals/{question.Id}", new DecideRequest { Verdict = "edit" }, HttpStatusCode.BadRequest, "ATL7001");
        await server.RefusedAsync(HttpMethod.Get, "/approvals/r1.0:0.7.0", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, "/approvals/../../etc", null, HttpStatusCode.NotFound, "ATL7005");

        Assert.Single((await server.GetAsync<Page<ApprovalResponse>>("/approvals?assignee=ada")).Items);
        Assert.Empty((await server.GetAsync<Page<ApprovalResponse>>("/approvals?assignee=bob")).Items);
    }

    private static async Task<ApprovalResponse> AskAsync(ServerUnderTest server)
    {
        await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = Asks } }, HttpStatusCode.Created);
        var run = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "asks" }, HttpStatusCode.Created);
        Page<ApprovalResponse> open;
        do
        {
            open = await server.GetAsync<Page<ApprovalResponse>>($"/approvals?run={run.Run}");
        }
        while (open.Items.Count == 0);

        return Assert.Single(open.Items);
    }
}
