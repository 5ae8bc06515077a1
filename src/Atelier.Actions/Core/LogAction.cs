using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.log</c> takes.</summary>
internal sealed record LogInput
{
    /// <summary>The text.</summary>
    [Description("What to write: text as it stands, other values as JSON.")]
    public required JsonElement Message { get; init; }

    /// <summary>How loud.</summary>
    [Description("How loud the line is.")]
    [DefaultValue(StepLogLevel.Info)]
    public StepLogLevel Level { get; init; } = StepLogLevel.Info;
}

/// <summary>What <c>core.log</c> yields: the line as written.</summary>
internal sealed record LogOutput([property: Description("The line as written, before masking.")] string Message);

/// <summary><c>core.log</c>: a line in the step's log, each time the step runs.</summary>
internal sealed class LogAction : StepAction<LogInput, LogOutput>
{
    public override ActionMetadata Metadata { get; } = new("core.log", 1, ReuseClass.Observe, "Writes a line to the step's log.")
    {
        Inline = true,
        Example = """
            - id: note
              uses: core.log
              with: { message: "starting with ${inputs.folder}" }
            """,
    };

    protected override ValueTask<ActionResult<LogOutput>> ExecuteAsync(LogInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var message = input.Message.ValueKind == JsonValueKind.String ? input.Message.GetString()! : input.Message.GetRawText();
        context.Log(input.Level, message);
        return new(new LogOutput(message));
    }
}
