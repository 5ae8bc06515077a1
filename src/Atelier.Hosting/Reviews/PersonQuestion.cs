using System.Text.Json;
using Atelier.Engine.Runs;
using Atelier.Engine.Stores;
using Atelier.Engine.Values;
using Atelier.Language.Plans;
using Atelier.Sdk;

namespace Atelier.Hosting.Reviews;

/// <summary>A question to people that nobody has answered yet.</summary>
public sealed record PersonQuestion
{
    /// <summary>The run that waits.</summary>
    public required RunId Run { get; init; }

    /// <summary>Where it waits.</summary>
    public required ScopeId Scope { get; init; }

    /// <summary>Index of the step that asks.</summary>
    public required int StepIndex { get; init; }

    /// <summary>Path of that step.</summary>
    public required string Step { get; init; }

    /// <summary>The signal that answers it.</summary>
    public required string Signal { get; init; }

    /// <summary>The answer's id: a question takes one answer, whoever gives it.</summary>
    public required string AnswerId { get; init; }

    /// <summary>Keys of the item, from the outside in; null outside items.</summary>
    public string? Key { get; init; }

    /// <summary>What is asked.</summary>
    public required string Text { get; init; }

    /// <summary>Absolute path of the picture or file to look at; null: there is none.</summary>
    public string? Path { get; init; }

    /// <summary>The picture or file to look at; null: there is none, or the question was asked before they were kept with it.</summary>
    public Artifact? Image { get; init; }

    /// <summary>What is decided about; null: nothing.</summary>
    public JsonElement? Value { get; init; }

    /// <summary>JSON Schema of the value's form; null: as the value is.</summary>
    public JsonElement? Form { get; init; }

    /// <summary>Who is asked; null: anybody.</summary>
    public string? Assignee { get; init; }

    /// <summary><c>review</c> or <c>approve</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>The verdict that stands at the deadline; null: there is no deadline.</summary>
    public string? Default { get; init; }

    /// <summary>Unix milliseconds of the deadline; null: there is none.</summary>
    public long? Due { get; init; }

    /// <summary>Unix milliseconds at which it was asked.</summary>
    public required long Opened { get; init; }

    /// <summary>The question of an open wait; null: nobody is asked there.</summary>
    public static PersonQuestion? Of(OpenWait open, WorkflowPlan plan)
    {
        var (run, wait) = (open.Run, open.Wait);
        var detail = WaitDetail.FromJson(wait.Detail);
        if (!wait.Person || wait.Signal is null || detail.Question is not { } json)
        {
            return null;
        }

        var question = JsonElement.Parse(json);
        return new PersonQuestion
        {
            Run = run,
            Scope = wait.Scope,
            StepIndex = wait.Step,
            Step = plan.Steps[wait.Step].Path,
            Signal = wait.Signal,
            AnswerId = $"answer-{wait.Scope.Value}-{wait.Step}-{wait.Drive}",
            Key = wait.Key,
            Text = TextOf(question, "question") ?? string.Empty,
            Path = TextOf(question, "path"),
            Image = Member(question, "image")?.Deserialize<Artifact>(ActionJson.Options),
            Value = Member(question, "value"),
            Form = Member(question, "form"),
            Assignee = TextOf(question, "assignee"),
            Kind = (plan.Steps[wait.Step] as ActionStepPlan)?.Action == "people.approve" ? "approve" : "review",
            Default = wait.Due is not null && detail.Default is { } standard ? TextOf(JsonElement.Parse(standard), "verdict") : null,
            Due = wait.Due,
            Opened = wait.At,
        };
    }

    /// <summary>What a decision sends: the output of the waiting step.</summary>
    /// <param name="verdict"><c>accept reject edit</c>.</param>
    /// <param name="edits">For edit: a merge patch.</param>
    /// <param name="note">What was said beside it; null: nothing.</param>
    /// <param name="by">Who decides.</param>
    public JsonElement Answer(string verdict, JsonElement? edits, string? note, string by)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteString("verdict", verdict);
            writer.WriteBoolean("approved", verdict != "reject");
            writer.WritePropertyName("value");
            MergePatch.Write(writer, Value, edits);
            writer.WriteString("note", note);
            writer.WriteString("by", by);
            writer.WriteEndObject();
        }

        return JsonElement.Parse(stream.ToArray());
    }

    private static string? TextOf(JsonElement question, string name) => Member(question, name)?.GetString();

    private static JsonElement? Member(JsonElement question, string name) =>
        question.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null ? member : null;
}
