using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.value</c> takes.</summary>
internal sealed record ValueInput
{
    /// <summary>The value.</summary>
    [Description("Any value; it becomes the step's output as it stands.")]
    public required JsonElement Value { get; init; }
}

/// <summary>
/// <c>core.value</c>: the output is the value. It reads its one field from the JSON directly, because a run with a
/// million items spends its time in steps like this one.
/// </summary>
internal sealed class ValueAction : IAction
{
    private readonly Lazy<ActionDescriptor> _descriptor = new(() => new ActionDescriptor
    {
        Name = "core.value",
        Version = 1,
        Summary = "Names a value: the output is the value itself.",
        Reuse = ReuseClass.Pure,
        Inline = true,
        InputSchema = ActionSchemas.Of<ValueInput>(),
        OutputSchema = JsonValue.Create(true),
        Example = """
            - id: size
              uses: core.value
              with: { value: { width: 244, height: 244 } }
            """,
    });

    public string Name => "core.value";

    public ActionDescriptor Descriptor => _descriptor.Value;

    public ValueTask<ActionResult<JsonElement>> ExecuteAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken)
    {
        var found = false;
        JsonElement value = default;
        if (input.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in input.EnumerateObject())
            {
                if (!member.NameEquals("value"u8))
                {
                    return new(StepFailure.Permanent(ActionCodes.BadInput, $"core.value has no field `{member.Name}`; it takes only `value`"));
                }

                value = member.Value;
                found = true;
            }
        }

        return found
            ? new(new ActionResult<JsonElement>.Succeeded(value))
            : new(StepFailure.Permanent(ActionCodes.BadInput, "core.value needs the field `value`"));
    }

    public string? GetEndpoint(JsonElement input) => null;

    public ValueTask<IReadOnlyDictionary<string, string>> GetFingerprintPartsAsync(JsonElement input, ActionContext context, CancellationToken cancellationToken) =>
        new(System.Collections.Frozen.FrozenDictionary<string, string>.Empty);

    public ValueTask<bool> StillHoldsAsync(JsonElement input, JsonElement output, ActionContext context, CancellationToken cancellationToken) => new(true);
}
