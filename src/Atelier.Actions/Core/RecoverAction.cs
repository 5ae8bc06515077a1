using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.recover</c> takes.</summary>
internal sealed record RecoverInput
{
    /// <summary>The value that stands in.</summary>
    [Description("What the failed part yields instead; null when left out.")]
    public JsonElement Value { get; init; }
}

/// <summary><c>core.recover</c>: as the last step of <c>on_failure</c> it ends the failure; by itself it only yields its value.</summary>
internal sealed class RecoverAction : StepAction<RecoverInput, JsonElement>
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public override ActionMetadata Metadata { get; } = new("core.recover", 1, ReuseClass.Pure, "Ends a failure when used last in `on_failure`, with a value to go on with.")
    {
        Inline = true,
        Example = """
            on_failure:
              - id: go_on
                uses: core.recover
                with: { value: { caption: "" } }
            """,
    };

    protected override ValueTask<ActionResult<JsonElement>> ExecuteAsync(RecoverInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(new ActionResult<JsonElement>.Succeeded(input.Value.ValueKind == JsonValueKind.Undefined ? Null : input.Value));
}
