using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.start_run</c> takes.</summary>
internal sealed record StartRunInput
{
    /// <summary>What to run.</summary>
    [Description("The workflow's file, relative to the folder of this workflow's own.")]
    public required string Workflow { get; init; }

    /// <summary>Its inputs.</summary>
    [Description("The inputs by name. Default: none.")]
    public JsonElement Inputs { get; init; }
}

/// <summary>What <c>core.start_run</c> yields.</summary>
internal sealed record StartRunOutput([property: Description("The id of the run that was started.")] string Run);

/// <summary><c>core.start_run</c>: starts a separate run and does not wait for it; every attempt carries the same key, so one run starts.</summary>
internal sealed class StartRunAction : StepAction<StartRunInput, StartRunOutput>
{
    private static readonly JsonElement NoInputs = JsonElement.Parse("{}");

    public override ActionMetadata Metadata { get; } = new("core.start_run", 1, ReuseClass.Effect, "Starts a separate run of a workflow and goes on at once.")
    {
        Queue = "fast",
        Place = ActionPlace.Owner,
        Example = """
            - id: start
              uses: core.start_run
              with: { workflow: ./publish.yaml, inputs: { folder: "./out" } }
            """,
    };

    protected override async ValueTask<ActionResult<StartRunOutput>> ExecuteAsync(StartRunInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var inputs = input.Inputs.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? NoInputs : input.Inputs;
        if (inputs.ValueKind != JsonValueKind.Object)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, "`inputs` of core.start_run must be an object: input names with their values");
        }

        try
        {
            return new StartRunOutput(await context.Runs.StartRunAsync(IsFile(input.Workflow) ? context.ResolvePath(input.Workflow) : input.Workflow, inputs, context.IdempotencyKey, cancellationToken).ConfigureAwait(false));
        }
        catch (RunControlException exception)
        {
            return StepFailure.Permanent(ActionCodes.RunRefused, $"no run of `{input.Workflow}` was started: {exception.Message}");
        }
    }

    private static bool IsFile(string workflow) => workflow.Contains('/', StringComparison.Ordinal) || Path.HasExtension(workflow);
}
