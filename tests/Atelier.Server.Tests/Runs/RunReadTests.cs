using System.Net;
using Atelier.Api.Paging;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Runs;

public class RunReadTests
{
    [Fact]
    public async Task Get_OfARunThatEnded_SaysWhatItCameTo()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var found = await server.GetAsync<RunResponse>($"/runs/{run}");

        Assert.Equal(("succeeded", true, 0L, 6L), (found.Summary.State, found.Summary.Ended, found.Summary.Open, found.Summary.Known));
        Assert.Equal((4L, 2L), (found.Summary.Counts.Succeeded, found.Summary.Counts.Failed));
        Assert.Equal((2L, 3), (found.Quarantined, found.Exit));
        Assert.Equal(2, found.Outputs?.GetProperty("failed").GetInt32());
        var block = Assert.Single(found.Blocks);
        Assert.Equal(("numbers", "for_each", 6L, true, true), (block.Path, block.Kind, block.Known, block.Complete, block.Closed));
        Assert.Empty(found.Waits);
    }

    [Fact]
    public async Task Steps_OfARun_CountOutcomesOfEachStep()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var steps = await server.GetAsync<RunSteps>($"/runs/{run}/steps");

        Assert.True(steps.Exact);
        Assert.Equal(["numbers", "numbers/inner", "numbers/inner/check", "numbers/last", "numbers/twice", "say"], steps.Steps.Select(static step => step.Path).Order(StringComparer.Ordinal));
        Assert.Equal((6L, null), (Counts("numbers/twice").Counts.Succeeded, Counts("numbers/twice").State));
        Assert.Equal((4L, 2L), (Counts("numbers/inner/check").Counts.Skipped, Counts("numbers/inner/check").Counts.Failed));
        Assert.Equal("succeeded", Counts("say").State);

        StepCounts Counts(string path) => steps.Steps.Single(step => step.Path == path);
    }

    [Fact]
    public async Task List_ByStateAndPages_NewestFirst()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var first = await server.RunAsync(RunScript.Mapped);
        var second = await server.StartAsync(RunScript.Waiting);
        var third = await server.RunAsync(RunScript.Mapped);

        var page = await server.GetAsync<Page<RunSummary>>("/runs?limit=2");
        var rest = await server.GetAsync<Page<RunSummary>>($"/runs?limit=2&after={page.Next}");
        var ended = await server.GetAsync<Page<RunSummary>>("/runs?state=succeeded,failed&workflow=mapped");

        Assert.Equal([third.ToString(), second.ToString()], page.Items.Select(static run => run.Run));
        Assert.Equal([first.ToString()], rest.Items.Select(static run => run.Run));
        Assert.Null(rest.Next);
        Assert.Equal([third.ToString(), first.ToString()], ended.Items.Select(static run => run.Run));
        await server.RefusedAsync(HttpMethod.Get, "/runs?state=green", null, HttpStatusCode.BadRequest, "ATL7002");
        await server.RefusedAsync(HttpMethod.Get, "/runs/r99", null, HttpStatusCode.NotFound, "ATL7006");
    }

    [Fact]
    public async Task Waits_OfARunThatRests_NameTheSignal()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RunScript.Waiting);
        using var reader = server.Home.Live.Watch(run);
        while ((await reader.NextAsync(TestContext.Current.CancellationToken))!.State.Activity?.Waits is not [_])
        {
        }

        var wait = Assert.Single((await server.GetAsync<Page<WaitResponse>>($"/runs/{run}/waits")).Items);

        Assert.Equal(("wait", "signal", "the signal `go`", 1L), (wait.Step, wait.Kind, wait.Text, wait.Count));
        Assert.Equal("waiting", (await server.GetAsync<RunSteps>($"/runs/{run}/steps")).Steps[0].State);
    }

    [Fact]
    public async Task Timeline_GraphUsageAndBlocks_OfARun_AreThere()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);

        var timeline = await server.GetAsync<TimelineResponse>($"/runs/{run}/timeline");
        var graph = await server.GetAsync<WorkflowGraph>($"/runs/{run}/graph");
        var usage = await server.GetAsync<UsageResponse>($"/runs/{run}/usage");
        var outer = await server.GetAsync<Page<BlockResponse>>($"/runs/{run}/blocks");
        var all = await server.GetAsync<Page<BlockResponse>>($"/runs/{run}/blocks?all=true");

        Assert.Equal(6, timeline.Spans.Count);
        Assert.All(timeline.Spans, span => Assert.True(span.From >= timeline.From && span.Until <= timeline.Until));
        Assert.Equal(("failed", 6L), timeline.Spans.Where(static span => span.Path == "numbers/inner").Select(static span => (span.State, span.Count)).Single());
        Assert.Equal(6, timeline.Spans.Single(static span => span.Path == "numbers/twice").Ends?.Counts.Sum());
        Assert.Contains(graph.Nodes, static node => node.Path == "numbers/inner/check");
        Assert.Equal((0m, null), (usage.Cost, usage.Limits));
        Assert.Equal(["numbers"], outer.Items.Select(static block => block.Path));
        Assert.Equal(7, all.Items.Count);
        Assert.Equal("item-1", all.Items[1].Key);
    }
}
