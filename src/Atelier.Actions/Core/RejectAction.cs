using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.reject</c> takes.</summary>
internal sealed record RejectInput([property: Description("Why the item does not belong; shown in lists.")] string Reason);

/// <summary><c>core.reject</c>: the item leaves its block without being a failure.</summary>
internal sealed class RejectAction : StepAction<RejectInput, JsonElement>
{
    public override ActionMetadata Metadata { get; } = new("core.reject", 1, ReuseClass.Pure, "Rejects the item: it leaves its block without being a failure.")
    {
        Inline = true,
        Example = """
            - id: blurred
              if: ${quality.sharpness < 2.0}
              uses: core.reject
              with: { reason: "too blurred" }
            """,
    };

    protected override ValueTask<ActionResult<JsonElement>> ExecuteAsync(RejectInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(new ActionResult<JsonElement>.Rejected(input.Reason));
}
