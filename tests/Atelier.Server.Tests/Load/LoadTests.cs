using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Atelier.Api.Events;
using Atelier.Api.Runs;
using Atelier.Api.Serialization;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Sdk;
using Atelier.Server.Tests.Events;
using Atelier.Server.Tests.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Load;

/// <summary>Many at once: nobody gets an error, and everybody learns how it ended.</summary>
[Trait("Speed", "Slow")]
public class LoadTests
{
    private const int Viewers = 100;
    private const int Items = 4_000;
    private const int Starts = 500;
    private const int AtOnce = 64;

    /// <summary>Waits until everybody is there, then takes its time over thousands of items.</summary>
    private const string Watched = """
        name: watched
        inputs:
          numbers: { type: list, items: { type: integer } }
        steps:
          - id: gate
            uses: core.wait
            with: { signal: go }
          - id: all
            for_each: ${inputs.numbers}
            steps:
              - id: twice
                uses: core.value
                with: { value: "${item + item}" }
              - id: again
                uses: core.value
                with: { value: "${twice + item}" }
        outputs: { done: "${all.succeeded}" }
        """;

    private const string Short = """
        name: short
        inputs:
          number: { type: integer }
        steps:
          - id: twice
            uses: core.value
            with: { value: "${inputs.number + inputs.number}" }
        outputs: { twice: "${twice}" }
        """;

    [Fact]
    public async Task Events_OfALiveRunOfThousandsOfItems_GiveAHundredViewersItsLastStateAndItsEnd()
    {
        await using var server = await StartAsync();
        await WatchAsync(server);
    }

    [Fact]
    public async Task Starts_AHundredASecond_AreAllTakenAndAllEnd()
    {
        await using var server = await StartAsync();
        await StartManyAsync(server);
    }

    [Fact]
    public async Task Starts_WhileAHundredWatch_DisturbNobody()
    {
        await using var server = await StartAsync();
        await Task.WhenAll(WatchAsync(server), StartManyAsync(server));
    }

    private static Task<ServerUnderTest> StartAsync() =>
        ServerUnderTest.StartAsync(static options => options with { RequestsOfPeople = 1_000_000, RequestsOfPrograms = 1_000_000 });

    private static async Task WatchAsync(ServerUnderTest server)
    {
        var run = await server.StartAsync(Watched, new { numbers = Enumerable.Range(0, Items) });
        var viewers = await Task.WhenAll(Enumerable.Range(0, Viewers).Select(_ => SentEvents.OpenAsync(server, $"/runs/{run}/events")));
        var reading = viewers.Select(static viewer => ReadAsync(viewer)).ToArray();
        await server.PostAsync<ChangeResponse>($"/runs/{run}/signals", new { name = "go", id = "1" });

        var seen = await Task.WhenAll(reading);

        var row = await server.Home.Engine.WaitAsync(run);
        Assert.Equal((RunPhase.Ended, Outcome.Succeeded), (row.Phase, row.Outcome));
        Assert.All(seen, events =>
        {
            var last = events[^1];
            Assert.Equal((true, "succeeded", (long)Items, 0L), (last.Run.Ended, last.Run.State, last.Run.Counts.Succeeded, last.Run.Open));
            Assert.Equal(seen[0][^1].Seq, last.Seq);
            Assert.Equal(events.Select(static one => one.Seq).Order(), events.Select(static one => one.Seq));
        });
        TestContext.Current.SendDiagnosticMessage($"{Viewers} viewers of {Items} items: {seen.Min(static events => events.Count)} to {seen.Max(static events => events.Count)} events each");
    }

    /// <summary>All events of a viewer up to the end, which must be said and not only happen.</summary>
    private static async Task<List<RunEvent>> ReadAsync(SentEvents viewer)
    {
        await using var mine = viewer;
        var events = new List<RunEvent>();
        while (await mine.NextAsync() is { } next)
        {
            if (next.Name == "end")
            {
                return events;
            }

            events.Add(JsonSerializer.Deserialize<RunEvent>(next.Data, ApiJson.Options)!);
        }

        throw new InvalidOperationException("The stream broke off before its end.");
    }

    private static async Task StartManyAsync(ServerUnderTest server)
    {
        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = Short } }, HttpStatusCode.Created);
        var begun = TimeProvider.System.GetTimestamp();
        var runs = new RunId[Starts];
        await Parallel.ForEachAsync(Enumerable.Range(0, Starts), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = TestContext.Current.CancellationToken }, async (number, cancellationToken) =>
        {
            var request = new { workflow = version.Name, version = version.Digest, inputs = new { number } };
            var answer = await server.Client.PostAsJsonAsync("/api/v1/runs", request, ApiJson.Options, cancellationToken);
            var started = await ServerUnderTest.ReadAsync<RunSummary>(answer, HttpStatusCode.Created);
            runs[number] = RunId.TryParse(started.Run, out var run) ? run : throw new InvalidOperationException(started.Run);
        });
        var taken = TimeProvider.System.GetElapsedTime(begun);

        var rows = await Task.WhenAll(runs.Select(run => server.Home.Engine.WaitAsync(run)));

        Assert.Equal(Starts, runs.Distinct().Count());
        Assert.All(rows, static row => Assert.Equal((RunPhase.Ended, Outcome.Succeeded), (row.Phase, row.Outcome)));
        Assert.Equal(Enumerable.Range(0, Starts).Select(static number => $$"""{"twice":{{number * 2}}}"""), rows.Select(static row => Encoding.UTF8.GetString(row.Output!)));
        TestContext.Current.SendDiagnosticMessage($"{Starts} starts in {taken.TotalSeconds:F1} s: {Starts / taken.TotalSeconds:F0} a second");
    }
}
