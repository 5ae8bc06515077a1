using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.Core;

/// <summary>What <c>core.fail</c> takes.</summary>
internal sealed record FailInput
{
    /// <summary>The sentence people read.</summary>
    [Description("One sentence: what is wrong and what to do.")]
    public required string Message { get; init; }

    /// <summary>The code handlers look at.</summary>
    [Description("A code of your own for handlers and lists.")]
    [DefaultValue(ActionCodes.FailedOnPurpose)]
    public string Code { get; init; } = ActionCodes.FailedOnPurpose;

    /// <summary>The retry decision.</summary>
    [Description("transient: tried again by the step's retry policy; permanent: not; unavailable: parks until `endpoint` answers.")]
    [DefaultValue(FailureKind.Permanent)]
    public FailureKind Kind { get; init; } = FailureKind.Permanent;

    /// <summary>More text.</summary>
    [Description("More text, shown with the failure.")]
    public string? Detail { get; init; }

    /// <summary>What is down.</summary>
    [Description("What is down, for kind `unavailable`: an origin such as http://host:port, or any name.")]
    public string? Endpoint { get; init; }
}

/// <summary><c>core.fail</c>: the step fails as written.</summary>
internal sealed class FailAction : StepAction<FailInput, JsonElement>
{
    public override ActionMetadata Metadata { get; } = new("core.fail", 1, ReuseClass.Pure, "Fails on purpose, with a message and a code of your own.")
    {
        Inline = true,
        Example = """
            - id: too_few
              if: ${size(inputs.files) < 2}
              uses: core.fail
              with: { message: "two files are needed", code: TOO_FEW }
            """,
    };

    protected override ValueTask<ActionResult<JsonElement>> ExecuteAsync(FailInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (input.Kind == FailureKind.Unavailable && string.IsNullOrEmpty(input.Endpoint))
        {
            return new(StepFailure.Permanent(ActionCodes.BadInput, "core.fail with kind `unavailable` needs `endpoint`: the name of what is down"));
        }

        return new(new StepFailure
        {
            Kind = input.Kind,
            Code = input.Code,
            Message = input.Message,
            Detail = input.Detail,
            Endpoint = input.Kind == FailureKind.Unavailable ? input.Endpoint : null,
        });
    }
}
