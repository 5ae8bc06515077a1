using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Prompts;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>Makes the messages that a step asks with.</summary>
internal static class Conversation
{
    /// <summary>The messages. Throws <see cref="HttpFailureException"/>.</summary>
    public static async ValueTask<IReadOnlyList<ChatTurn>> OfAsync(ChatInput input, ActionContext context, CancellationToken cancellationToken)
    {
        string?[] ways = [input.Prompt, input.Template, input.TemplateFile, input.Messages is null ? null : "messages"];
        if (ways.Count(way => way is not null) != 1)
        {
            throw Mistaken("one of `prompt`, `messages`, `template` and `template_file` must be given");
        }

        if (input.Variables is not null && input.Template is null && input.TemplateFile is null)
        {
            throw Mistaken("`variables` go with `template` or `template_file`");
        }

        List<ChatTurn> turns = input.System is null ? [] : [new ChatTurn("system", input.System, [])];
        if (input.Messages is { } messages)
        {
            if (messages.Count == 0 || input.Images is not null)
            {
                throw Mistaken(messages.Count == 0 ? "`messages` is empty" : "`images` go with a prompt; with `messages` each message has its own");
            }

            turns.AddRange(messages.Select(message => new ChatTurn(message.Role.ToString().ToLowerInvariant(), message.Content, message.Images ?? [])));
            return turns;
        }

        var template = input.TemplateFile is { } file ? await PromptFile.ReadAsync(file, context, cancellationToken).ConfigureAwait(false) : input.Template;
        turns.Add(new ChatTurn("user", input.Prompt ?? Filled(template!, input.Variables, context), input.Images ?? []));
        return turns;
    }

    private static string Filled(string template, IReadOnlyDictionary<string, JsonElement>? variables, ActionContext context)
    {
        var prompt = PromptTemplate.Fill(template, variables ?? new Dictionary<string, JsonElement>(), out var missing, out var unused);
        if (prompt is null)
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmTemplate, $"the template has places that `variables` does not fill: {string.Join(", ", missing)}. Give them, or write `{{{{{missing[0]}}}}}` for the characters themselves."));
        }

        if (unused.Count > 0)
        {
            context.Log(StepLogLevel.Warning, $"the template has no place for {string.Join(", ", unused)}");
        }

        return prompt;
    }

    private static HttpFailureException Mistaken(string mistake) => new(StepFailure.Permanent(ActionCodes.BadInput, mistake));
}
