using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Sdk;

namespace Atelier.Engine.Running;

/// <summary>What bodies may do to runs of an engine that was given no other way: signals only.</summary>
internal sealed class EngineRunControl(RunEngine engine, EnginePorts ports) : IRunControl
{
    /// <inheritdoc />
    public ValueTask<string> StartRunAsync(string workflow, JsonElement inputs, string idempotencyKey, CancellationToken cancellationToken) =>
        throw new RunControlException($"this engine does not know where to find workflow `{workflow}`");

    /// <inheritdoc />
    public async ValueTask SendSignalAsync(string run, string name, string? key, JsonElement payload, string id, CancellationToken cancellationToken)
    {
        if (!RunId.TryParse(run, out var number) || ports.Store.FindRun(number) is null)
        {
            throw new RunControlException($"there is no run `{run}`");
        }

        await engine.SignalAsync(number, name, key, id, JsonSerializer.SerializeToUtf8Bytes(payload)).WaitAsync(cancellationToken).ConfigureAwait(false);
    }
}
