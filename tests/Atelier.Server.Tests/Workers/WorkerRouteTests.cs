using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Atelier.Api.Artifacts;
using Atelier.Api.Paging;
using Atelier.Api.Serialization;
using Atelier.Api.Workers;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

public class WorkerRouteTests
{
    [Fact]
    public async Task Claim_OfAReadyStep_GivesItUnderALease()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RemoteRuns.OneStep, new { given = "a" });

        var step = Assert.Single((await server.ClaimAsync("w")).Steps);
        var done = await server.CompleteAsync("w", RemoteRuns.Done(step, 42));

        Assert.Equal(("worker.task", "one", "x", 1, run.ToString()), (step.Action, step.Task, step.Step, step.Attempt, step.Run));
        Assert.Equal("""{"task":"one","input":"a"}""", step.Input.GetRawText());
        Assert.True(done.Accepted);
        Assert.Equal("""{"x":42}""", await server.EndAsync(run));
    }

    [Fact]
    public async Task Claim_BeforeThereIsAStep_IsAnsweredWhenItComes()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var claim = server.ClaimAsync("w");

        await server.StartAsync(RemoteRuns.OneStep);

        Assert.Single((await claim).Steps);
    }

    [Fact]
    public async Task Claim_WhoseAskerIsGone_LeavesTheStepToTheNext()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using (var gone = new CancellationTokenSource())
        {
            var claim = server.Client.PostAsJsonAsync("/api/v1/workers/claim", RemoteRuns.Claim("gone"), ApiJson.Options, gone.Token);
            await WaitForWorkerAsync(server, "gone");
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => claim);
        }

        var run = await server.StartAsync(RemoteRuns.OneStep);
        var step = Assert.Single((await server.ClaimAsync("here")).Steps);
        Assert.True((await server.CompleteAsync("here", RemoteRuns.Done(step, 1))).Accepted);
        Assert.Equal("""{"x":1}""", await server.EndAsync(run));
    }

    [Fact]
    public async Task Completion_OfALostLease_IsRefusedWithItsCode()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RemoteRuns.OneStep);
        var lost = Assert.Single((await server.ClaimAsync("stopped", lease: 5)).Steps);

        // Nothing is heard of the first: the second gets the step when its lease is over.
        var taken = Assert.Single((await server.ClaimAsync("other")).Steps);
        var late = await server.CompleteAsync("stopped", RemoteRuns.Done(lost, "stopped"));
        var beat = await server.PostAsync<HeartbeatResponse>("/workers/heartbeat", new HeartbeatRequest { Worker = "stopped", Leases = [new LeaseBeat { Lease = lost.Lease }] });
        var done = await server.CompleteAsync("other", RemoteRuns.Done(taken, "other"));

        Assert.Equal((false, "ATL7302"), (late.Accepted, late.Code));
        Assert.Equal("lost", Assert.Single(beat.Leases).State);
        Assert.Equal((true, 2), (done.Accepted, taken.Attempt));
        Assert.Equal("""{"x":"other"}""", await server.EndAsync(run));
    }

    [Fact]
    public async Task Completion_OfAnotherWorkersLease_IsRefused()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await server.StartAsync(RemoteRuns.OneStep);
        var step = Assert.Single((await server.ClaimAsync("w")).Steps);
        await server.PostAsync<ClaimResponse>("/workers/claim", RemoteRuns.Claim("thief", wait: 0));

        Assert.False((await server.CompleteAsync("thief", RemoteRuns.Done(step, 1))).Accepted);
        Assert.True((await server.CompleteAsync("w", RemoteRuns.Done(step, 1))).Accepted);
    }

    [Fact]
    public async Task Cancel_OfTheRun_IsHeardWithTheHeartbeat()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync(RemoteRuns.OneStep);
        var step = Assert.Single((await server.ClaimAsync("w")).Steps);
        await server.Home.Engine.CancelAsync(run);
        LeaseState state;
        do
        {
            state = Assert.Single((await server.PostAsync<HeartbeatResponse>("/workers/heartbeat", new HeartbeatRequest { Worker = "w", Leases = [new LeaseBeat { Lease = step.Lease }] })).Leases);
        }
        while (state.State == "held");

        Assert.Equal("cancelled", state.State);
        Assert.True((await server.CompleteAsync("w", new CompletedStep { Lease = step.Lease, Outcome = "cancelled" })).Accepted);
        Assert.StartsWith("Cancelled", await server.EndAsync(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Artifacts_OfALease_AreReadAndWritten()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await File.WriteAllTextAsync(Path.Join(server.Root, "a.txt"), "from the server", TestContext.Current.CancellationToken);
        var run = await server.StartAsync(
            """
            name: files
            inputs:
              folder: { type: path }
            steps:
              - { id: find, uses: files.list, with: { path: "${inputs.folder}" } }
              - id: all
                for_each: ${find}
                as: file
                steps:
                  - { id: x, uses: worker.task, queue: far, with: { task: one, input: "${file}" } }
                yield: ${x}
            outputs: { x: "${all.items.map(i, i.value)}" }
            """,
            new { folder = server.Root });
        var step = Assert.Single((await server.ClaimAsync("w")).Steps);
        var digest = step.Input.GetProperty("input").GetProperty("$artifact").GetString()!;

        Assert.Equal("from the server", await server.Client.GetStringAsync($"/api/v1/workers/leases/{step.Lease}/artifacts/{digest}", TestContext.Current.CancellationToken));
        await server.RefusedAsync(HttpMethod.Get, $"/workers/leases/{step.Lease}/artifacts/sha256:{new string('0', 64)}", null, HttpStatusCode.NotFound, "ATL7303");
        await server.RefusedAsync(HttpMethod.Get, $"/workers/leases/9-9/artifacts/{digest}", null, HttpStatusCode.NotFound, "ATL7303");

        using var bytes = new StringContent("from the worker", System.Text.Encoding.UTF8, "text/plain");
        var kept = await ServerUnderTest.ReadAsync<ArtifactResponse>(await server.Client.PostAsync("/api/v1/workers/artifacts?name=b.txt", bytes, TestContext.Current.CancellationToken), HttpStatusCode.Created);
        var artifact = new Dictionary<string, object?> { ["$artifact"] = kept.Digest, ["mediaType"] = "text/plain", ["name"] = "b.txt", ["size"] = kept.Size };
        Assert.True((await server.CompleteAsync("w", RemoteRuns.Done(step, artifact))).Accepted);

        Assert.Contains(kept.Digest, await server.EndAsync(run), StringComparison.Ordinal);
        using var reader = new StreamReader(server.Home.Artifacts.OpenRead(kept.Digest)!);
        Assert.Equal("from the worker", await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Output_ThatDoesNotFitItsSchema_FailsTheStep()
    {
        await using var server = await ServerUnderTest.StartAsync();
        var run = await server.StartAsync("""
            name: schema
            steps:
              - id: x
                uses: worker.task
                queue: far
                with: { task: one, output_schema: { type: object, required: [caption] } }
            """);
        var step = Assert.Single((await server.ClaimAsync("w")).Steps);

        Assert.True((await server.CompleteAsync("w", RemoteRuns.Done(step, new { title = "no" }))).Accepted);

        Assert.Contains("ATL5005", await server.EndAsync(run), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workers_ThatClaimed_AreListed()
    {
        await using var server = await ServerUnderTest.StartAsync();
        await server.StartAsync(RemoteRuns.OneStep);
        await server.ClaimAsync("w");

        var worker = Assert.Single((await server.GetAsync<Page<WorkerResponse>>("/workers")).Items);

        Assert.Equal(("w", 8, 1, "far"), (worker.Name, worker.Slots, worker.Busy, Assert.Single(worker.Queues)));
    }

    [Theory]
    [InlineData("""{"worker":"","queues":["a"],"actions":[],"slots":1,"max":1}""")]
    [InlineData("""{"worker":"w","queues":[],"actions":[],"slots":1,"max":1}""")]
    [InlineData("""{"worker":"w","queues":["a"],"actions":[],"slots":0,"max":1}""")]
    [InlineData("""{"worker":"w","queues":["a"],"actions":[],"slots":1,"max":257}""")]
    [InlineData("""{"worker":"w","queues":["a"],"actions":[],"slots":1,"max":1,"wait_seconds":31}""")]
    [InlineData("""{"worker":"w","queues":["a"],"actions":[],"slots":1,"max":1,"lease_seconds":4}""")]
    public async Task Claim_ThatDoesNotFit_IsRefused(string claim)
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Post, "/workers/claim", JsonElement.Parse(claim), HttpStatusCode.BadRequest, "ATL7301");
    }

    [Theory]
    [InlineData("""{"lease":"1-1","outcome":"done"}""")]
    [InlineData("""{"lease":"1-1","outcome":"failed"}""")]
    [InlineData("""{"lease":"1-1","outcome":"failed","failure":{"kind":"odd","code":"A","message":"b"}}""")]
    [InlineData("""{"lease":"1-1","outcome":"succeeded","log":[{"level":"loud","text":"a"}]}""")]
    public async Task Completion_ThatCannotBeRead_IsRefused(string step)
    {
        await using var server = await ServerUnderTest.StartAsync();

        await server.RefusedAsync(HttpMethod.Post, "/workers/complete", JsonElement.Parse($$"""{"worker":"w","steps":[{{step}}]}"""), HttpStatusCode.BadRequest, "ATL7301");
    }

    [Fact]
    public async Task FiftyWorkers_ClaimingAtOnce_LeaveEachStepOneOutcomeAndNoError()
    {
        await using var server = await ServerUnderTest.StartAsync();
        using var ending = new CancellationTokenSource();
        var run = await server.StartAsync(RemoteRuns.Many, new { numbers = Enumerable.Range(0, 1000).ToArray() });
        var given = new System.Collections.Concurrent.ConcurrentDictionary<string, int>();

        async Task WorkAsync(string name)
        {
            while (!ending.IsCancellationRequested)
            {
                var claimed = await server.PostAsync<ClaimResponse>("/workers/claim", RemoteRuns.Claim(name, max: 8, wait: 1));
                foreach (var step in claimed.Steps)
                {
                    given.AddOrUpdate(step.IdempotencyKey, 1, static (_, times) => times + 1);
                }

                if (claimed.Steps.Count > 0)
                {
                    var completed = await server.PostAsync<CompleteResponse>("/workers/complete", new CompleteRequest { Worker = name, Steps = [.. claimed.Steps.Select(static step => RemoteRuns.Done(step, 1))] });
                    Assert.All(completed.Steps, static state => Assert.True(state.Accepted, state.Message));
                }
            }
        }

        var workers = Task.WhenAll(Enumerable.Range(0, 50).Select(number => WorkAsync($"w{number}")));
        var output = await server.EndAsync(run);
        await ending.CancelAsync();
        await workers;

        Assert.Equal("""{"done":1000}""", output);
        Assert.Equal(1000, given.Count);
        Assert.All(given.Values, static times => Assert.Equal(1, times));
    }

    private static async Task WaitForWorkerAsync(ServerUnderTest server, string name)
    {
        while (!(await server.GetAsync<Page<WorkerResponse>>("/workers")).Items.Any(worker => worker.Name == name))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }
}
