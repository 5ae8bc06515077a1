using System.Text.Json;
using Atelier.Actions.Http;
using Atelier.Actions.Llm.Chat;
using Atelier.Actions.Vision.Descriptions;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Vision.Selection;

/// <summary>Lets a vision-language model look at candidates side by side.</summary>
internal static class Comparison
{
    private const int MaxTokens = 400;

    /// <summary>Of pictures as they are sent to a server, pixels.</summary>
    private const int MaxSide = 768;

    /// <summary>
    /// The seen candidates with what the model gave each, and a remark. An answer that holds no scores gives none: the candidates come back as they were and the
    /// remark says so.
    /// </summary>
    public static async ValueTask<ModelAnswer<ComparedCandidates>> AskAsync(
        ChatModels models, string model, string prompt, IReadOnlyList<Candidate> seen, ActionContext context, CancellationToken cancellationToken)
    {
        var text = $$"""
            {{prompt}}
            There are {{seen.Count}} pictures, numbered 1 to {{seen.Count}} in order. Answer with JSON alone: {"scores": [a score from 1 to 10 for each picture, in order], "reason": "one sentence"}
            """;
        ChatReply reply;
        try
        {
            var asked = await models.FindAsync(model, null, ChatModels.UsualSilence, context, cancellationToken).ConfigureAwait(false);
            var turn = new ChatTurn("user", text, [.. seen.Select(static candidate => candidate.Picture!)]);
            reply = await asked.AskAsync([turn], new ChatWish { MaxTokens = MaxTokens, Temperature = 0, Seed = 0, MaxSide = MaxSide }, context, static _ => { }, cancellationToken).ConfigureAwait(false);
            context.NoteMaker(asked.Maker);
        }
        catch (HttpFailureException exception)
        {
            return exception.Failure;
        }

        if (Scores(reply.Text, seen.Count, out var reason) is not { } scores)
        {
            context.Log(StepLogLevel.Warning, $"`{model}` gave no scores: {reply.Text}");
            return new ComparedCandidates(seen, $"`{model}` gave no scores for its comparison, so it does not count.");
        }

        return new ComparedCandidates([.. seen.Select((candidate, i) => candidate with { Comparison = scores[i] })], reason is null ? null : $"`{model}` says: {reason}");
    }

    private static double[]? Scores(string text, int count, out string? reason)
    {
        reason = null;
        if (ReplyFields.FindObject(text) is not { } answer)
        {
            return null;
        }

        reason = answer.TryGetProperty("reason", out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;
        if (answer.TryGetProperty("scores", out var scores) && scores.ValueKind == JsonValueKind.Array && scores.GetArrayLength() == count
            && scores.EnumerateArray().All(static score => score.ValueKind == JsonValueKind.Number && score.GetDouble() is >= 1 and <= 10))
        {
            return [.. scores.EnumerateArray().Select(static score => score.GetDouble())];
        }

        return null;
    }
}

/// <summary>Candidates after a comparison.</summary>
internal sealed record ComparedCandidates(IReadOnlyList<Candidate> Candidates, string? Remark);
