using System.Text;
using System.Text.Json.Nodes;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Answers;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>An answer with what reading it took.</summary>
/// <param name="Reply">The last one, its tokens and cost those of all.</param>
/// <param name="Value">The value that fits the schema; null without one.</param>
/// <param name="Repairs">What was mended.</param>
/// <param name="Asked">How often the model was asked.</param>
internal sealed record Answer(ChatReply Reply, JsonNode? Value, IReadOnlyList<string> Repairs, int Asked);

/// <summary>Asks a model; for a value of a schema at most twice, the second time with what was wrong.</summary>
internal sealed class Asking(AskedModel model, ActionContext context, bool log)
{
    private const int LongAnswer = 2_000;

    /// <summary>The answer. Throws <see cref="HttpFailureException"/>.</summary>
    public async ValueTask<Answer> AskAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, CancellationToken cancellationToken)
    {
        context.NoteMaker(model.Maker);
        if (wish.Schema is not { } schema)
        {
            var plain = await OnceAsync(turns, wish, cancellationToken).ConfigureAwait(false);
            return plain.Text.Length == 0 ? throw await CutAsync(plain, cancellationToken).ConfigureAwait(false) : new Answer(plain, null, [], 1);
        }

        if (AnswerSchema.Mistake(schema) is { } mistake)
        {
            throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmSchema, $"answers cannot be held against `schema`: {mistake}"));
        }

        var held = model.HoldsSchemas && schema["type"] is JsonValue type && type.GetValue<string>() == "object";
        var first = await FirstAsync(turns, wish, held, cancellationToken).ConfigureAwait(false);
        var read = StructuredAnswer.Read(first.Text, schema, first.IsCut);
        if (read.Mistake is null)
        {
            return new Answer(first, read.Value, read.Repairs, 1);
        }

        if (first.IsCut)
        {
            throw await CutAsync(first, cancellationToken).ConfigureAwait(false);
        }

        // It took the schema and wrote prose: from now on the prompt says it.
        if (held && !AnswerText.TryStrict(first.Text, out _))
        {
            model.HeldNoSchema();
        }

        context.Log(StepLogLevel.Warning, $"the answer cannot be used ({read.Mistake}); asking again");
        return await AgainAsync(turns, wish, schema, first, read.Mistake, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<ChatReply> FirstAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, bool held, CancellationToken cancellationToken)
    {
        if (held)
        {
            try
            {
                return await OnceAsync(turns, wish, cancellationToken).ConfigureAwait(false);
            }
            catch (HttpFailureException exception) when (exception.Failure.Code == ActionCodes.LlmRequestRefused)
            {
                // Many servers know no schemas, or not this one: the prompt says it then. A request that is wrong otherwise is refused again.
            }
        }

        var reply = await OnceAsync(WithInstructions(turns, wish.Schema!), wish with { Schema = null }, cancellationToken).ConfigureAwait(false);
        if (held)
        {
            model.HeldNoSchema();
        }

        return reply;
    }

    private async ValueTask<Answer> AgainAsync(
        IReadOnlyList<ChatTurn> turns, ChatWish wish, JsonNode schema, ChatReply first, string mistake, CancellationToken cancellationToken)
    {
        IReadOnlyList<ChatTurn> again =
        [
            .. turns,
            new ChatTurn("assistant", first.Text, []),
            new ChatTurn("user", $"That answer cannot be used: {mistake}.\n{Instructions(schema)}", []),
        ];
        var second = await OnceAsync(again, wish with { Schema = null }, cancellationToken).ConfigureAwait(false);
        var both = second with { InputTokens = first.InputTokens + second.InputTokens, OutputTokens = first.OutputTokens + second.OutputTokens, Cost = first.Cost + second.Cost };
        var read = StructuredAnswer.Read(second.Text, schema, second.IsCut);
        if (read.Mistake is null)
        {
            return new Answer(both, read.Value, read.Repairs, 2);
        }

        if (second.IsCut)
        {
            throw await CutAsync(second, cancellationToken).ConfigureAwait(false);
        }

        var detail = await KeptAsync($"first answer:\n{first.Text}\n\nsecond answer:\n{second.Text}", cancellationToken).ConfigureAwait(false);
        throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmMisfit, $"the answer does not fit the schema, asked twice: {read.Mistake}", detail));
    }

    private async ValueTask<ChatReply> OnceAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, CancellationToken cancellationToken)
    {
        var lines = new LoggedText(context, model.Masked);
        try
        {
            return await model.AskAsync(turns, wish, context, log ? lines.Add : static _ => { }, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lines.End();
        }
    }

    private async ValueTask<HttpFailureException> CutAsync(ChatReply reply, CancellationToken cancellationToken) => new(StepFailure.Permanent(
        ActionCodes.LlmCut,
        $"the answer was cut off at its limit{(reply.OutputTokens is { } tokens ? $" of {tokens} tokens" : string.Empty)} before it could be used; raise `max_tokens`, or ask for less",
        await KeptAsync(reply.Text, cancellationToken).ConfigureAwait(false)));

    // The failure carries the answer: a short one as it is, a long one's beginning and the artifact that holds the whole.
    private async ValueTask<string?> KeptAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length <= LongAnswer)
        {
            return text.Length == 0 ? null : text;
        }

        using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(text));
        var artifact = await context.Artifacts.WriteAsync(bytes, "text/plain", "answer.txt", cancellationToken).ConfigureAwait(false);
        return $"{text[..LongAnswer]}...\n(whole: {artifact.Digest})";
    }

    private static List<ChatTurn> WithInstructions(IReadOnlyList<ChatTurn> turns, JsonNode schema)
    {
        List<ChatTurn> told = [.. turns];
        var last = told.FindLastIndex(turn => turn.Role == "user");
        if (last < 0)
        {
            told.Add(new ChatTurn("user", Instructions(schema), []));
        }
        else
        {
            told[last] = told[last] with { Text = $"{told[last].Text}\n\n{Instructions(schema)}" };
        }

        return told;
    }

    private static string Instructions(JsonNode schema) =>
        $"Answer with one JSON value that fits this JSON Schema, and with nothing else; where something is not known and the schema allows it, use null:\n{schema.ToJsonString()}";
}
