using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Engine.Tests.Driving;

/// <summary>An action whose body is a function of the test; takes any input.</summary>
internal sealed class ScriptedAction(string name, Func<Call, CancellationToken, ValueTask<ActionResult<JsonElement>>> body) : IAction
{
    public string Name => name;

    public Func<Call, CancellationToken, ValueTask<ActionResult<JsonElement>>> Body { get; } = body;

    public ReuseClass Reuse { get; init; } = ReuseClass.Observe;

    public StartRecord Start { get; init; }

    public bool Idempotent { get; init; } = true;

    public bool Inline { get; init; }

    public string Queue { get; init; } = "cpu";

    public int Version { get; init; } = 1;

    public bool Metered { get; init; }

    public string? Affinity { get; init; }

    public ActionPlace Place { get; init; }

    public Func<JsonElement, StepFailure?> Check { get; init; } = static _ => null;

    /// <summary>The endpoint of a call; null: none.</summary>
    public Func<JsonElement, string?> Endpoint { get; init; } = static _ => null;

    public Func<JsonElement, IReadOnlyDictionary<string, string>> Parts { get; init; } = static _ => new Dictionary<string, string>();

    public Func<JsonElement, JsonElement, bool> StillHolds { get; init; } = static (_, _) => true;

    public ActionDescriptor Descriptor => new()
    {
        Name = name,
        Version = Version,
        Summary = "Does what the test says.",
        Reuse = Reuse,
        Queue = Queue,
        Start = Start,
        Inline = Inline,
        Idempotent = Idempotent,
        Metered = Metered,
        Place = Place,
        InputSchema = JsonValue.Create(true),
        OutputSchema = JsonValue.Create(true),
        Example = $"uses: {name}",
    };

    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        Body(new Call(input.Clone(), context), cancellationToken);

    public string? GetAffinity(ReadOnlyMemory<byte> input) => Affinity;

    public StepFailure? CheckOutput(JsonElement input, JsonElement output) => Check(output);

    public string? GetEndpoint(JsonElement input) => Endpoint(input);

    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) => new(Parts(input));

    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(StillHolds(input, output));
}
