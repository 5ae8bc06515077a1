using System.ComponentModel;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.assert</c> takes.</summary>
internal sealed record AssertInput
{
    /// <summary>The condition.</summary>
    [Description("What must be true, usually an expression.")]
    public required bool That { get; init; }

    /// <summary>The sentence when it is not.</summary>
    [Description("The failure's sentence when it is not true.")]
    [DefaultValue("the assertion does not hold")]
    public string Message { get; init; } = "the assertion does not hold";
}

/// <summary>What <c>core.assert</c> yields.</summary>
internal sealed record AssertOutput([property: Description("Always true: anything else is a failure.")] bool Held);

/// <summary><c>core.assert</c>: fails unless a condition holds.</summary>
internal sealed class AssertAction : StepAction<AssertInput, AssertOutput>
{
    public override ActionMetadata Metadata { get; } = new("core.assert", 1, ReuseClass.Pure, "Fails unless a condition holds.")
    {
        Inline = true,
        Example = """
            - id: check
              uses: core.assert
              with: { that: "${enrich.failed == 0}", message: "some paintings failed" }
            """,
    };

    protected override ValueTask<ActionResult<AssertOutput>> ExecuteAsync(AssertInput input, ActionContext context, CancellationToken cancellationToken) =>
        input.That ? new(new AssertOutput(true)) : new(StepFailure.Permanent(ActionCodes.AssertionFailed, input.Message));
}
