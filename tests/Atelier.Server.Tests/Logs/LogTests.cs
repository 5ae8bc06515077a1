using System.Net;
using Atelier.Api.Logs;
using Atelier.Api.Paging;
using Atelier.Server.Tests.Events;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Logs;

public class LogTests
{
    private const string Talking = """
        name: talking
        steps:
          - id: words
            for_each: [a, b, c]
            key: ${item}
            parallel: 1
            steps:
              - id: say
                uses: core.log
                with: { message: "${item}" }
          - id: wait
            uses: core.wait
            with: { signal: go }
          - id: last
            uses: core.log
            with: { message: bye }
        """;

    [Fact]
    public async Task Log_ByPagesAndFilters_GivesLines()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(Talking);
        await using var stream = await SentEvents.OpenAsync(server, $"/runs/{run}/log/stream");
        await stream.UntilAsync<LogLineResponse>(static line => line.Number == 3);

        var page = await server.GetAsync<Page<LogLineResponse>>($"/runs/{run}/log?limit=2");
        var rest = await server.GetAsync<Page<LogLineResponse>>($"/runs/{run}/log?limit=2&after={page.Next}");
        var ofB = await server.GetAsync<Page<LogLineResponse>>($"/runs/{run}/log?key=b&step=words");

        Assert.Equal([1L, 2], page.Items.Select(static line => line.Number));
        Assert.Equal(("words/say", "c", "info"), (rest.Items[0].Step, rest.Items[0].Key, rest.Items[0].Level));
        Assert.Null(rest.Next);
        Assert.Contains("b", Assert.Single(ofB.Items).Text, StringComparison.Ordinal);
        Assert.Empty((await server.GetAsync<Page<LogLineResponse>>($"/runs/{run}/log?level=error")).Items);
        await server.RefusedAsync(HttpMethod.Get, $"/runs/{run}/log?level=loud", null, HttpStatusCode.BadRequest, "ATL7002");
    }

    [Fact]
    public async Task LogStream_OfARun_GivesEveryLineOnceAndEnds()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(Talking);
        await using var stream = await SentEvents.OpenAsync(server, $"/runs/{run}/log/stream");
        var first = await stream.UntilAsync<LogLineResponse>(static line => line.Number == 3);

        await server.PostAsync<object>($"/runs/{run}/signals", new { name = "go", id = "1" });
        var rest = await stream.UntilAsync<LogLineResponse>(static _ => false);
        await using var later = await SentEvents.OpenAsync(server, $"/runs/{run}/log/stream", lastId: "2");
        var again = await later.UntilAsync<LogLineResponse>(static _ => false);

        Assert.Equal([1L, 2, 3], first.Select(static line => line.Number));
        Assert.Equal([4L], rest.Select(static line => line.Number));
        Assert.Equal([3L, 4], again.Select(static line => line.Number));
    }
}
