using Atelier.Actions.Llm.Servers;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Chat;

/// <summary>A model that runs on this machine. It reads pictures itself, by path.</summary>
internal sealed class HostedModel(ModelIdentity identity) : AskedModel
{
    /// <summary>Tokens written where a step does not say.</summary>
    private const int UsualTokens = 512;

    public override string Maker => identity.MadeBy;

    public override bool HoldsSchemas => false;

    public override async ValueTask<ChatReply> AskAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, ActionContext context, Action<string> onText, CancellationToken cancellationToken)
    {
        var messages = new List<ModelMessage>();
        foreach (var turn in turns)
        {
            var paths = new List<string>();
            foreach (var picture in turn.Pictures)
            {
                paths.Add(await context.Artifacts.GetPathAsync(picture, cancellationToken).ConfigureAwait(false));
            }

            messages.Add(new ModelMessage(turn.Role, turn.Text, paths));
        }

        var question = new GenerateText(messages, wish.MaxTokens ?? UsualTokens, wish.Temperature ?? 0, wish.Seed, wish.Stop) { OnText = onText };
        var answer = ModelTarget.Must(await context.Models.AskAsync(identity, question, cancellationToken).ConfigureAwait(false));
        context.NoteUsage(new Usage(identity.Name, answer.InputTokens, answer.OutputTokens, null));
        return new ChatReply(answer.Text, answer.Finish, identity.Name, answer.InputTokens, answer.OutputTokens);
    }
}
