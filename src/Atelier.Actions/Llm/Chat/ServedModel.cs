using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Hosts.Media;
using Atelier.Sdk;

namespace Atelier.Actions.Llm.Chat;

/// <summary>A model behind an OpenAI-compatible server.</summary>
internal sealed class ServedModel(LlmServers servers, ServerTarget target, string maker, MediaHostPool? media) : AskedModel
{
    public override string Maker => maker;

    public override bool HoldsSchemas => servers.KnowsSchemas(target.Endpoint);

    public override string Masked(string text) => ServerFailures.Masked(text, target.Endpoint);

    public override void HeldNoSchema() => servers.KnowsNoSchemas(target.Endpoint);

    public override async ValueTask<ChatReply> AskAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, ActionContext context, Action<string> onText, CancellationToken cancellationToken)
    {
        var pictures = new SentPictures(media, wish.MaxSide, context);
        var body = await ChatRequest.WriteAsync(turns, wish, target.Endpoint, withSchema: wish.Schema is not null && HoldsSchemas, pictures, cancellationToken).ConfigureAwait(false);
        var tokens = ChatRequest.GuessTokens(turns, wish);
        var exchange = new ServerExchange(servers, target, context);
        var reply = await exchange.ChatAsync(
            body, tokens, (response, stream) => new ChatReplyReader(target.Endpoint, onText).ReadAsync(response, stream, cancellationToken), cancellationToken).ConfigureAwait(false);
        exchange.Note(maker, tokens, reply.InputTokens, reply.OutputTokens);
        return reply.Finish is "content_filter"
            ? throw new HttpFailureException(ServerFailures.Filtered(target.Endpoint, string.Empty))
            : reply with { Text = Masked(reply.Text), Cost = reply.InputTokens is null && reply.OutputTokens is null ? null : PriceTable.Cost(target.Endpoint, reply.InputTokens ?? 0, reply.OutputTokens ?? 0) };
    }
}
