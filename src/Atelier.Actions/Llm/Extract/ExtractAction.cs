using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Extract;

/// <summary><c>llm.extract</c>: named fields out of a text or a picture; what it does not say stays null.</summary>
internal sealed class ExtractAction(ChatModels models) : StepAction<ExtractInput, ExtractOutput>
{
    public override ActionMetadata Metadata { get; } = new("llm.extract", 1, ReuseClass.Sampled, "Reads named fields out of a text or a picture with a language model.")
    {
        Queue = LlmActions.Queue,
        Metered = true,
        Start = StartRecord.Unawaited,
        Example = """
            - id: label
              uses: llm.extract
              with:
                model: llama3.2@ollama
                text: ${painting.caption}
                fields:
                  artist: Who made it, first name first.
                  year: { type: integer, description: When it was finished. }
            """,
    };

    protected override string? Endpoint(ExtractInput input) => models.Origin(input.Model, input.Endpoint);

    protected override string? Affinity(ExtractInput input) => input.Model;

    protected override async ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(ExtractInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, string>();
        await ModelTarget.AddPartAsync(parts, input.Model, context, cancellationToken).ConfigureAwait(false);
        return parts;
    }

    protected override async ValueTask<ActionResult<ExtractOutput>> ExecuteAsync(ExtractInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!LlmActions.TrySilence(input.Timeout, out var silence, out var mistake) || (input.Text is null && input.Image is null))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, mistake ?? "`text` or `image` must be given");
        }

        if (FieldSchema.Of(input.Fields, out var wrong) is not { } schema)
        {
            return StepFailure.Permanent(ActionCodes.BadInput, wrong);
        }

        try
        {
            var model = await models.FindAsync(input.Model, input.Endpoint, silence, context, cancellationToken).ConfigureAwait(false);
            var wish = new ChatWish { Temperature = input.Temperature, Seed = input.Seed, MaxTokens = input.MaxTokens, MaxSide = input.MaxSide, Schema = schema };
            var answer = await new Asking(model, context, log: false).AskAsync(Turns(input), wish, cancellationToken).ConfigureAwait(false);
            return OutputOf(answer, input, model);
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }
    }

    private static List<ChatTurn> Turns(ExtractInput input)
    {
        var source = (input.Text, input.Image) switch
        {
            (null, _) => "the picture",
            (_, null) => "the text",
            _ => "the text and the picture",
        };
        var fields = string.Join("\n", input.Fields.Select(field => $"- {field.Key}: {DescriptionOf(field.Value)}"));
        var prompt = $"Read these fields out of {source}. Take only what stands there or is seen; where it says nothing of a field, its value is null.\n{fields}";
        return
        [
            .. input.Instructions is { } instructions ? [new ChatTurn("system", instructions, [])] : (ChatTurn[])[],
            new ChatTurn("user", input.Text is null ? prompt : $"{prompt}\n\nText:\n{input.Text}", input.Image is { } image ? [image] : []),
        ];
    }

    private static string DescriptionOf(JsonElement field) =>
        field.ValueKind == JsonValueKind.String ? field.GetString()! : field.TryGetProperty("description", out var description) ? description.ToString() : "as its name says";

    private static ActionResult<ExtractOutput> OutputOf(Answer answer, ExtractInput input, AskedModel model)
    {
        var values = JsonElement.Parse(answer.Value!.ToJsonString());
        var output = new ExtractOutput
        {
            Values = values,
            Missing = [.. input.Fields.Keys.Where(name => values.GetProperty(name).ValueKind == JsonValueKind.Null)],
            Model = answer.Reply.Model ?? model.Maker,
            InputTokens = answer.Reply.InputTokens,
            OutputTokens = answer.Reply.OutputTokens,
            Cost = answer.Reply.Cost,
        };
        return output.Missing.Count == input.Fields.Count ? new ActionResult<ExtractOutput>.Empty(output) : output;
    }
}
