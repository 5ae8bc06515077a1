using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.signal</c> takes.</summary>
internal sealed record SignalInput
{
    /// <summary>The receiver.</summary>
    [Description("The id of the run that waits.")]
    public required string Run { get; init; }

    /// <summary>Which wait.</summary>
    [Description("The signal's name, as the waiting step names it.")]
    public required string Name { get; init; }

    /// <summary>Which item.</summary>
    [Description("The key of the item that waits; left out for a step outside items.")]
    public string? Key { get; init; }

    /// <summary>What the waiting step yields.</summary>
    [Description("Any value: the output of the waiting step. Null when left out.")]
    public JsonElement Payload { get; init; }
}

/// <summary>What <c>core.signal</c> yields.</summary>
internal sealed record SignalOutput([property: Description("The signal's id: the same signal is taken once.")] string Id);

/// <summary><c>core.signal</c>: sends a signal to a run; every attempt carries the same id, so it arrives once.</summary>
internal sealed class SignalAction : StepAction<SignalInput, SignalOutput>
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public override ActionMetadata Metadata { get; } = new("core.signal", 1, ReuseClass.Effect, "Sends a signal to a waiting step of a run.")
    {
        Queue = "fast",
        Place = ActionPlace.Owner,
        Example = """
            - id: tell
              uses: core.signal
              with: { run: "${start.run}", name: approved, payload: { by: "me" } }
            """,
    };

    protected override async ValueTask<ActionResult<SignalOutput>> ExecuteAsync(SignalInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var payload = input.Payload.ValueKind == JsonValueKind.Undefined ? Null : input.Payload;
        try
        {
            await context.Runs.SendSignalAsync(input.Run, input.Name, input.Key, payload, context.IdempotencyKey, cancellationToken).ConfigureAwait(false);
            return new SignalOutput(context.IdempotencyKey);
        }
        catch (RunControlException exception)
        {
            return StepFailure.Permanent(ActionCodes.RunRefused, $"the signal `{input.Name}` was not taken: {exception.Message}");
        }
    }
}
