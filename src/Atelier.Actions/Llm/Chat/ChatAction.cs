using System.Text.Json;
using System.Text.Json.Nodes;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Prompts;
using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary><c>llm.chat</c>: a prompt or a conversation, with pictures and a schema where wanted, answered by a server or by a model of this machine.</summary>
internal sealed class ChatAction(ChatModels models) : StepAction<ChatInput, ChatOutput>
{
    public override ActionMetadata Metadata { get; } = new("llm.chat", 1, ReuseClass.Sampled, "Asks a language model, and holds its answer to a schema.")
    {
        Queue = LlmActions.Queue,
        Metered = true,
        Start = StartRecord.Unawaited,
        Example = """
            - id: describe
              uses: llm.chat
              with:
                model: llava@ollama
                prompt: Describe this painting in one sentence.
                images: ["${painting}"]
            """,
    };

    protected override string? Endpoint(ChatInput input) => models.Origin(input.Model, input.Endpoint);

    protected override string? Affinity(ChatInput input) => input.Model;

    protected override async ValueTask<IReadOnlyDictionary<string, string>> FingerprintPartsAsync(ChatInput input, ActionContext context, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, string>();
        await ModelTarget.AddPartAsync(parts, input.Model, context, cancellationToken).ConfigureAwait(false);
        if (input.TemplateFile is { } file)
        {
            await PromptFile.AddPartAsync(parts, file, context, cancellationToken).ConfigureAwait(false);
        }

        return parts;
    }

    protected override async ValueTask<ActionResult<ChatOutput>> ExecuteAsync(ChatInput input, ActionContext context, CancellationToken cancellationToken)
    {
        if (!LlmActions.TrySilence(input.Timeout, out var silence, out var mistake))
        {
            return StepFailure.Permanent(ActionCodes.BadInput, mistake);
        }

        try
        {
            var turns = await Conversation.OfAsync(input, context, cancellationToken).ConfigureAwait(false);
            var model = await models.FindAsync(input.Model, input.Endpoint, silence, context, cancellationToken).ConfigureAwait(false);
            var answer = await new Asking(model, context, input.Log).AskAsync(turns, WishOf(input), cancellationToken).ConfigureAwait(false);
            return OutputOf(answer, model, context);
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }
    }

    private static ChatWish WishOf(ChatInput input) => new()
    {
        Temperature = input.Temperature,
        TopP = input.TopP,
        Seed = input.Seed,
        MaxTokens = input.MaxTokens,
        Stop = input.Stop?.Values ?? [],
        Options = input.Options,
        MaxSide = input.MaxSide,
        Schema = input.Schema.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null ? null : JsonNode.Parse(input.Schema.GetRawText()),
    };

    private static ChatOutput OutputOf(Answer answer, AskedModel model, ActionContext context)
    {
        if (answer.Reply.IsCut)
        {
            context.Log(StepLogLevel.Warning, "the answer was cut off at its limit (`max_tokens`)");
        }

        return new ChatOutput
        {
            Text = answer.Reply.Text,
            Json = answer.Value is null ? null : JsonElement.Parse(answer.Value.ToJsonString()),
            Model = answer.Reply.Model ?? model.Maker,
            Finish = answer.Reply.Finish,
            InputTokens = answer.Reply.InputTokens,
            OutputTokens = answer.Reply.OutputTokens,
            Cost = answer.Reply.Cost,
            Repairs = answer.Repairs,
            Asked = answer.Asked,
        };
    }
}
