using System.Text.Json;
using System.Text.Json.Serialization;
using Atelier.Sdk;

namespace Atelier.Actions.People;

/// <summary>What a person is asked: kept with the wait, so that lists show it and an edit starts from its value.</summary>
internal sealed record Question
{
    /// <summary>The sentence.</summary>
    [JsonPropertyName("question")]
    public required string Text { get; init; }

    /// <summary>Absolute path of the picture or file to look at.</summary>
    public string? Path { get; init; }

    /// <summary>The picture or file to look at.</summary>
    public Artifact? Image { get; init; }

    /// <summary>What is decided about.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>JSON Schema of the form in which the value is edited; null: as the value is.</summary>
    public JsonElement? Form { get; init; }

    /// <summary>Who is asked; null: anybody.</summary>
    public string? Assignee { get; init; }

    /// <summary>
    /// The wait: its signal is the step's own, <c>review:PATH</c>, so that two reviews of one item never take each other's answer.
    /// </summary>
    public ActionResult<Decision> Wait(ActionContext context, string? deadline, DeadlineVerdict standard)
    {
        DateTimeOffset? until = null;
        if (deadline is not null)
        {
            if (!DurationText.TryParse(deadline, out var duration, out var mistake))
            {
                return StepFailure.Permanent(ActionCodes.DeadlineBroken, $"`deadline`: {mistake}");
            }

            until = context.Time.GetUtcNow() + duration;
        }

        var fallback = new Decision
        {
            Verdict = standard == DeadlineVerdict.Accept ? Verdict.Accept : Verdict.Reject,
            Approved = standard == DeadlineVerdict.Accept,
            Value = Value,
            Note = $"nobody answered within {deadline}",
            By = "deadline",
        };
        context.NoteMaker("person");
        return new ActionResult<Decision>.Waiting(new WaitRequest
        {
            Signal = $"review:{context.Address.StepPath}",
            Person = true,
            Prompt = Text,
            Question = ActionJson.Write(this),
            Until = until,
            Default = until is null ? null : ActionJson.Write(fallback),
        });
    }
}
