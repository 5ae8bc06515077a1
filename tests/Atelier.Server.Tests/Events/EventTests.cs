using System.Net;
using System.Text.Json;
using Atelier.Api.Events;
using Atelier.Api.Serialization;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Events;

public class EventTests
{
    [Fact]
    public async Task Events_OfARun_EndWithItsLastState()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RunScript.Waiting);
        await using var stream = await SentEvents.OpenAsync(server, $"/runs/{run}/events");
        var before = await stream.UntilAsync<RunEvent>(static seen => seen.Waits.Count == 1);

        await server.PostAsync<object>($"/runs/{run}/signals", new { name = "go", id = "1" });
        var after = await stream.UntilAsync<RunEvent>(static _ => false);

        Assert.Equal("wait", Assert.Single(before[^1].Waits).Step);
        Assert.True(after[^1].Run.Ended);
        Assert.Equal(after[^1].Seq, after[^1].Run.Seq);
        Assert.Equal(["wait", "after"], before[0].Steps.Select(static step => step.Path));
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Events_OfARunThatEnded_GiveTheStateAndEnd()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.RunAsync(RunScript.Mapped);
        await using var stream = await SentEvents.OpenAsync(server, $"/runs/{run}/events", lastId: "3");

        var first = await stream.NextAsync();
        var second = await stream.NextAsync();

        Assert.NotNull(first);
        var state = JsonSerializer.Deserialize<RunEvent>(first.Value.Data, ApiJson.Options)!;
        Assert.Equal(("run", $"{state.Seq}"), (first.Value.Name, first.Value.Id));
        Assert.Equal((6, 2L, 1L), (state.Steps.Count, state.Run.Counts.Failed, state.LogLines));
        Assert.Equal("end", second?.Name);
        Assert.Null(await stream.NextAsync());
    }

    [Fact]
    public async Task Events_WithAHundredViewers_GiveEachTheLastState()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RunScript.Waiting);
        var viewers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => SentEvents.OpenAsync(server, $"/runs/{run}/events")));

        await server.PostAsync<object>($"/runs/{run}/signals", new { name = "go", id = "1" });
        var last = await Task.WhenAll(viewers.Select(static async viewer => (await viewer.UntilAsync<RunEvent>(static _ => false))[^1]));

        Assert.All(last, state => Assert.Equal((true, "succeeded", last[0].Seq), (state.Run.Ended, state.Run.State, state.Seq)));
        foreach (var viewer in viewers)
        {
            await viewer.DisposeAsync();
        }
    }

    [Fact]
    public async Task Events_OfTheHome_NameRunsThatChange()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await using var stream = await SentEvents.OpenAsync(server, "/events");
        var first = await stream.UntilAsync<HomeEvent>(static _ => true);

        var run = await server.RunAsync(RunScript.Mapped);
        var seen = await stream.UntilAsync<HomeEvent>(state => state.Runs.Any(changed => changed.Run == run.ToString() && changed.Ended));

        Assert.Empty(first[0].Runs);
        Assert.Equal(0, seen[^1].Running);
        Assert.True(seen[^1].Seq > first[0].Seq);
    }

    [Fact]
    public async Task Events_OfAnUnknownRun_AreRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Get, "/runs/r9/events", null, HttpStatusCode.NotFound, "ATL7006");
        await server.RefusedAsync(HttpMethod.Get, "/runs/r9/log/stream", null, HttpStatusCode.NotFound, "ATL7006");
    }
}
