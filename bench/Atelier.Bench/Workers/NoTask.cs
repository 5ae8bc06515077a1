using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Bench.Workers;

/// <summary>A task that does nothing: what is left is the way to the worker and back.</summary>
internal sealed class NoTask : IAction
{
    public const string Task = "nothing";

    public string Name => "worker.task";

    public ActionDescriptor Descriptor { get; } = new()
    {
        Name = "worker.task",
        Version = 1,
        Summary = "Does nothing.",
        Reuse = ReuseClass.Sampled,
        InputSchema = JsonValue.Create(true),
        OutputSchema = JsonValue.Create(true),
        Example = string.Empty,
    };

    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        new(new ActionResult<JsonElement>.Succeeded(input.GetProperty("input")));

    public string? GetEndpoint(JsonElement input) => null;

    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        new(new Dictionary<string, string>());

    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
}
