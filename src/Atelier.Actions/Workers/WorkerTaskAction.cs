using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Llm.Answers;
using Atelier.Sdk;

namespace Atelier.Actions.Workers;

/// <summary><c>worker.task</c>: code in any language, run by a remote worker that offers the task. Its body never runs in this process.</summary>
internal sealed class WorkerTaskAction : StepAction<WorkerTaskInput, JsonElement>
{
    /// <summary>Before the task's name in what a worker offers.</summary>
    public const string OfferPrefix = "worker.task/";

    public override ActionMetadata Metadata { get; } = new("worker.task", 1, ReuseClass.Sampled, "Runs a task on a remote worker that offers it, written in any language.")
    {
        Place = ActionPlace.Worker,
        Start = StartRecord.Awaited,
        Example = """
            - id: caption
              uses: worker.task
              with:
                task: caption
                input: { text: "A boat at sea" }
                output_schema: { type: object, required: [caption], properties: { caption: { type: string } } }
            """,
    };

    public override string? GetOffer(ReadOnlyMemory<byte> input) =>
        ActionJson.TryRead<WorkerTaskInput>(JsonElement.Parse(input.Span), out var typed, out _) ? OfferPrefix + typed.Task : null;

    public override StepFailure? CheckOutput(JsonElement input, JsonElement output)
    {
        if (!ActionJson.TryRead<WorkerTaskInput>(input, out var typed, out var failure))
        {
            return failure;
        }

        if (typed.OutputSchema is not { } element)
        {
            return null;
        }

        var schema = JsonNode.Parse(element.GetRawText());
        if (AnswerSchema.Mistake(schema) is { } mistake)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, $"`output_schema` cannot be used: {mistake}");
        }

        var fit = new SchemaFit(schema!, mend: false);
        fit.Fit(JsonNode.Parse(output.GetRawText()));
        return fit.Mistakes.Count == 0
            ? null
            : StepFailure.Permanent(ActionCodes.TaskOutput, $"the output of task `{typed.Task}` does not fit `output_schema`: {string.Join("; ", fit.Mistakes.Take(5))}");
    }

    protected override ValueTask<ActionResult<JsonElement>> ExecuteAsync(WorkerTaskInput input, ActionContext context, CancellationToken cancellationToken) =>
        new(StepFailure.Permanent(ActionCodes.TaskWithoutWorker, $"task `{input.Task}` runs on a remote worker only, and this process gives none work; run the workflow on a server"));
}
