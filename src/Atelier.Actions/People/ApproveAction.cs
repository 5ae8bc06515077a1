using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.People;

/// <summary>What <c>people.approve</c> takes.</summary>
internal sealed record ApproveInput
{
    [Description("What the person is asked, in one sentence.")]
    public required string Question { get; init; }

    [Description("What the person should know to decide; shown as it stands.")]
    public JsonElement? Details { get; init; }

    [Description("The user who is asked. Without it anybody may answer.")]
    public string? Assignee { get; init; }

    [Description("How long to wait: 12h, 7d. Without it the wait has no end.")]
    public string? Deadline { get; init; }

    [Description("What stands when nobody answered by the deadline: reject or accept.")]
    [DefaultValue(DeadlineVerdict.Reject)]
    public DeadlineVerdict Default { get; init; }
}

/// <summary><c>people.approve</c>: yes or no before a workflow goes on.</summary>
internal sealed class ApproveAction : StepAction<ApproveInput, Decision>
{
    public override ActionMetadata Metadata { get; } = new("people.approve", 1, ReuseClass.Sampled, "Asks a person for a yes or a no before the workflow goes on.")
    {
        Queue = "fast",
        Place = ActionPlace.Owner,
        Example = """
            - id: go
              uses: people.approve
              with: { question: "Publish the collection?", details: { failed: "${enrich.failed}" }, deadline: 2d }
            """,
    };

    protected override ValueTask<ActionResult<Decision>> ExecuteAsync(ApproveInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(new Question { Text = input.Question, Value = input.Details, Assignee = input.Assignee }.Wait(context, input.Deadline, input.Default));
}
