using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Tests;

/// <summary>Remembers what was started and sent; refuses the workflow and the run called <c>missing</c>.</summary>
internal sealed class FakeRuns : IRunControl
{
    public List<(string Workflow, string Inputs, string IdempotencyKey)> Started { get; } = [];

    public List<(string Run, string Name, string? Key, string Payload, string Id)> Signals { get; } = [];

    public ValueTask<string> StartRunAsync(string workflow, JsonElement inputs, string idempotencyKey, CancellationToken cancellationToken)
    {
        Refuse(workflow);
        Started.Add((workflow, inputs.GetRawText(), idempotencyKey));
        return new($"run-of-{workflow}");
    }

    public ValueTask SendSignalAsync(string run, string name, string? key, JsonElement payload, string id, CancellationToken cancellationToken)
    {
        Refuse(run);
        Signals.Add((run, name, key, payload.GetRawText(), id));
        return default;
    }

    private static void Refuse(string name)
    {
        if (name == "missing")
        {
            throw new RunControlException("`missing` does not exist");
        }
    }
}
