using System.Net;
using Atelier.Api.Paging;
using Atelier.Api.Workflows;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workflows;

public class WorkflowListTests
{
    [Fact]
    public async Task List_OfThree_ComesByPagesInOrder()
    {
        await using var server = await ServerUnderTest.StartAsync();
        foreach (var name in (string[])["b", "c", "a"])
        {
            await RegisterAsync(server, name, "1");
        }

        var first = await server.GetAsync<Page<WorkflowSummary>>("/workflows?limit=2");
        var second = await server.GetAsync<Page<WorkflowSummary>>($"/workflows?limit=2&after={first.Next}");

        Assert.Equal(["a", "b"], first.Items.Select(static workflow => workflow.Name));
        Assert.Equal(["c"], second.Items.Select(static workflow => workflow.Name));
        Assert.Null(second.Next);
        await server.RefusedAsync(HttpMethod.Get, "/workflows?limit=0", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    [Fact]
    public async Task Register_AnOlderTextAgain_MakesItTheNewest()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var one = await RegisterAsync(server, "a", "1");
        var two = await RegisterAsync(server, "a", "2");
        await RegisterAsync(server, "a", "1");

        var versions = await server.GetAsync<Page<WorkflowVersionSummary>>("/workflows/a/versions");
        var diff = await server.GetAsync<DiffResponse>($"/workflows/a/diff?from={one.Digest}&to={two.Digest}");

        Assert.Equal([one.Digest, two.Digest], versions.Items.Select(static version => version.Digest));
        Assert.Equal(["gap", "same", "same", "same", "removed", "added"], Assert.Single(diff.Files).Lines.Select(static line => line.Kind));
    }

    [Fact]
    public async Task Delete_OfAWorkflow_HidesItUntilItIsRegisteredAgain()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var version = await RegisterAsync(server, "a", "1");

        Assert.Equal(HttpStatusCode.NoContent, (await server.Client.DeleteAsync("/api/v1/workflows/a", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Empty((await server.GetAsync<Page<WorkflowSummary>>("/workflows")).Items);
        Assert.Equal("a", (await server.GetAsync<WorkflowVersion>($"/workflows/a/versions/{version.Digest}")).Name);

        await RegisterAsync(server, "a", "1");
        Assert.Single((await server.GetAsync<Page<WorkflowSummary>>("/workflows")).Items);
    }

    private static Task<WorkflowVersion> RegisterAsync(ServerUnderTest server, string name, string value) => server.PostAsync<WorkflowVersion>(
        "/workflows",
        new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = $"name: {name}\nsteps:\n  - id: say\n    uses: core.value\n    with: {{ value: {value} }}\n" } },
        HttpStatusCode.Created);
}
