using System.Net;
using Atelier.Api.Runs;
using Atelier.Api.Workflows;
using Atelier.Engine.Runs;
using Atelier.Server.Tests.Serving;

namespace Atelier.Server.Tests.Runs;

/// <summary>Workflows that tests start, and short ways to start them.</summary>
internal static class RunScript
{
    /// <summary>Six items, each in a step and a group; those above four fail there.</summary>
    public const string Mapped = """
        name: mapped
        inputs:
          most: { type: integer, default: 4 }
        steps:
          - id: numbers
            for_each: [1, 2, 3, 4, 5, 6]
            key: "${'item-' + string(item)}"
            on_item_failure: quarantine
            steps:
              - id: twice
                uses: core.value
                with: { value: "${item + item}" }
              - id: inner
                steps:
                  - id: check
                    uses: core.fail
                    if: ${item > inputs.most}
                    with: { message: "${string(item) + ' is too large'}" }
              - id: last
                uses: core.value
                with: { value: "${twice}" }
          - id: say
            uses: core.log
            with: { message: all are done }
        outputs: { failed: "${numbers.failed}" }
        """;

    /// <summary>Waits for a signal, then ends.</summary>
    public const string Waiting = """
        name: waiting
        steps:
          - id: wait
            uses: core.wait
            with: { signal: go }
          - id: after
            uses: core.value
            with: { value: 7 }
        """;

    /// <summary>Registers a text and starts it.</summary>
    public static async Task<RunId> StartAsync(this ServerUnderTest server, string text, object? inputs = null)
    {
        var version = await server.PostAsync<WorkflowVersion>("/workflows", new { sources = new Dictionary<string, string> { [string.Empty] = text } }, HttpStatusCode.Created);
        var run = await server.PostAsync<RunSummary>("/runs", new { workflow = version.Name, version = version.Digest, inputs = inputs ?? new { } }, HttpStatusCode.Created);
        return RunId.TryParse(run.Run, out var id) ? id : throw new InvalidOperationException(run.Run);
    }

    /// <summary>Starts a text and waits for its end.</summary>
    public static async Task<RunId> RunAsync(this ServerUnderTest server, string text, object? inputs = null)
    {
        var run = await server.StartAsync(text, inputs);
        await server.Home.Engine.WaitAsync(run);
        return run;
    }
}
