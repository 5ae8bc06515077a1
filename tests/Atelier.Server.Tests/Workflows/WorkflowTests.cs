using System.Net;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workflows;

public class WorkflowTests
{
    private const string Greeting = """
        name: greeting
        inputs:
          who: { type: string, default: world }
        steps:
          - id: say
            uses: core.value
            with: { value: "hello ${inputs.who}" }
        """;

    private static readonly Dictionary<string, string> Sources = new() { [string.Empty] = Greeting };

    [Fact]
    public async Task Create_OfAText_KeepsAVersionThatRuns()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = Sources }, HttpStatusCode.Created);
        var again = await server.GetAsync<WorkflowVersion>($"/workflows/greeting/versions/{version.Digest}");
        var run = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "greeting", Version = version.Digest }, HttpStatusCode.Created);

        Assert.Equal("greeting", version.Name);
        Assert.Equal(Greeting, again.Sources[string.Empty]);
        Assert.Equal(["say"], version.Graph.Nodes.Select(static node => node.Path));
        Assert.Equal("who", Assert.Single(version.Inputs).Name);
        Assert.Equal("r1", run.Run);
    }

    [Fact]
    public async Task Create_OfATextWithMistakes_KeepsNothingAndNamesEach()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var problem = await server.RefusedAsync(HttpMethod.Post, "/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = "name: broken\nsteps:\n  - id: a\n    uses: core.valu\n" } }, HttpStatusCode.UnprocessableEntity, "ATL7201");

        var mistake = Assert.Single(problem.Errors!);
        Assert.Equal((4, "error"), (mistake.Line, mistake.Severity));
        Assert.Contains("core.value", mistake.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_WithAKeyTwice_IsOneRun()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = Sources }, HttpStatusCode.Created);
        server.Client.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var first = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "greeting", Version = version.Digest }, HttpStatusCode.Created);
        var second = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = "greeting", Version = version.Digest }, HttpStatusCode.Created);

        Assert.Equal(first.Run, second.Run);
    }

    [Fact]
    public async Task Template_Chosen_WritesItsFilesAndIsAWorkflow()
    {
        await using var server = await ServerUnderTest.StartAsync();

        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Template = "hello" }, HttpStatusCode.Created);

        Assert.Equal(Path.Join(server.Root, "hello", "workflow.yaml"), version.File);
    }

    [Fact]
    public async Task File_OutsideTheRoots_IsNotRead()
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Post, "/workflows", new CreateWorkflowRequest { File = "/etc/passwd" }, HttpStatusCode.Forbidden, "ATL7203");
        await server.RefusedAsync(HttpMethod.Post, "/workflows", new CreateWorkflowRequest { File = "../../home/atelier.db" }, HttpStatusCode.Forbidden, "ATL7203");
    }
}
