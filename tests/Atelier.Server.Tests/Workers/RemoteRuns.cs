using System.Net;
using System.Text.Json;
using Atelier.Api.Runs;
using Atelier.Api.Workers;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Workers;

/// <summary>What tests of workers have in common: runs with steps for workers, and a worker that says what a test says.</summary>
internal static class RemoteRuns
{
    /// <summary>One step of the task <c>one</c>.</summary>
    public const string OneStep = """
        name: one
        inputs:
          given: { type: string, default: go }
        steps:
          - id: x
            uses: worker.task
            queue: far
            with: { task: one, input: "${inputs.given}" }
        outputs: { x: "${x}" }
        """;

    /// <summary>A step for each of <c>numbers</c>.</summary>
    public const string Many = """
        name: many
        inputs:
          numbers: { type: list }
        steps:
          - id: all
            for_each: ${inputs.numbers}
            as: n
            steps:
              - { id: x, uses: worker.task, queue: far, with: { task: one, input: "${n}" } }
            yield: ${x}
        outputs: { done: "${all.succeeded}" }
        """;

    public static async Task<RunId> StartAsync(this ServerUnderTest server, string workflow, object? inputs = null)
    {
        var version = await server.PostAsync<WorkflowVersion>("/workflows", new CreateWorkflowRequest { Sources = new Dictionary<string, string> { [string.Empty] = workflow } }, HttpStatusCode.Created);
        var run = await server.PostAsync<RunSummary>("/runs", new StartRunRequest { Workflow = version.Name, Version = version.Digest, Inputs = inputs is null ? null : JsonSerializer.SerializeToElement(inputs) }, HttpStatusCode.Created);
        Assert.True(RunId.TryParse(run.Run, out var id));
        return id;
    }

    /// <summary>Waits for a run's end; gives its outputs as JSON.</summary>
    public static async Task<string> EndAsync(this ServerUnderTest server, RunId run)
    {
        var row = await server.Home.Engine.WaitAsync(run).WaitAsync(TimeSpan.FromMinutes(2), TestContext.Current.CancellationToken);
        return row.Outcome == Outcome.Succeeded ? Text(row.Output) : $"{row.Outcome} {Text(row.Errors)}";
    }

    public static ClaimRequest Claim(string worker, int max = 1, int wait = 20, int lease = 0) =>
        new() { Worker = worker, Queues = ["far"], Actions = [], Tasks = ["one"], Slots = 8, Max = max, WaitSeconds = wait, LeaseSeconds = lease };

    public static Task<ClaimResponse> ClaimAsync(this ServerUnderTest server, string worker, int max = 1, int lease = 0) =>
        server.PostAsync<ClaimResponse>("/workers/claim", Claim(worker, max, lease: lease));

    public static CompletedStep Done(ClaimedStep step, object? output) => new() { Lease = step.Lease, Outcome = "succeeded", Output = JsonSerializer.SerializeToElement(output) };

    public static async Task<CompletionState> CompleteAsync(this ServerUnderTest server, string worker, CompletedStep step) =>
        Assert.Single((await server.PostAsync<CompleteResponse>("/workers/complete", new CompleteRequest { Worker = worker, Steps = [step] })).Steps);

    private static string Text(byte[]? json) => json is null ? string.Empty : System.Text.Encoding.UTF8.GetString(json);
}
