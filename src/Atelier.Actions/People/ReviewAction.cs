using System.ComponentModel;
using System.Text.Json;
using Atelier.Sdk;

namespace Atelier.Actions.People;

/// <summary>What <c>people.review</c> takes.</summary>
internal sealed record ReviewInput
{
    [Description("What the person is asked, in one sentence.")]
    public required string Question { get; init; }

    [Description("The picture or other file to look at; its path is shown.")]
    public Artifact? Image { get; init; }

    [Description("What is decided about. When it is an object, its fields can be edited, and the edited ones are merged into it.")]
    public JsonElement? Value { get; init; }

    [Description("JSON Schema of the fields that can be edited, for the form that people see. Without it the form follows the value.")]
    public JsonElement? Form { get; init; }

    [Description("The user who is asked. Without it anybody may answer.")]
    public string? Assignee { get; init; }

    [Description("How long to wait: 12h, 7d. Without it the wait has no end.")]
    public string? Deadline { get; init; }

    [Description("What stands when nobody answered by the deadline: reject or accept.")]
    [DefaultValue(DeadlineVerdict.Reject)]
    public DeadlineVerdict Default { get; init; }
}

/// <summary><c>people.review</c>: the item waits for a person, holds no worker, and goes on with what the person says.</summary>
internal sealed class ReviewAction : StepAction<ReviewInput, Decision>
{
    public override ActionMetadata Metadata { get; } = new("people.review", 1, ReuseClass.Sampled, "Asks a person to accept, reject or edit something, holding no worker.")
    {
        Queue = "fast",
        Place = ActionPlace.Owner,
        Example = """
            - id: look
              uses: people.review
              with: { question: "Keep this picture?", image: "${painting}", value: { title: "${painting.stem}" }, deadline: 7d }
            """,
    };

    protected override async ValueTask<ActionResult<Decision>> ExecuteAsync(ReviewInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var question = new Question
        {
            Text = input.Question,
            Path = input.Image is { } image ? await context.Artifacts.GetPathAsync(image, cancellationToken).ConfigureAwait(false) : null,
            Image = input.Image,
            Value = input.Value,
            Form = input.Form,
            Assignee = input.Assignee,
        };
        return question.Wait(context, input.Deadline, input.Default);
    }
}
