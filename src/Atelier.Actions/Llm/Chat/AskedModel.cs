using Atelier.Actions.Http;
using Atelier.Actions.Llm.Servers;
using Atelier.Hosts.Media;
using Atelier.Sdk;
using Atelier.Sdk.Models;

namespace Atelier.Actions.Llm.Chat;

/// <summary>A model that answers, wherever it runs.</summary>
internal abstract class AskedModel
{
    /// <summary>For <c>made_by</c>.</summary>
    public abstract string Maker { get; }

    /// <summary>Whether it holds its answers to a schema by itself; else the prompt says it.</summary>
    public abstract bool HoldsSchemas { get; }

    /// <summary>It was given a schema and answered otherwise.</summary>
    public virtual void HeldNoSchema()
    {
    }

    /// <summary>Asks; notes what it cost. Throws <see cref="HttpFailureException"/>.</summary>
    public abstract ValueTask<ChatReply> AskAsync(IReadOnlyList<ChatTurn> turns, ChatWish wish, ActionContext context, Action<string> onText, CancellationToken cancellationToken);

    /// <summary>The model that a step names. Throws <see cref="HttpFailureException"/>.</summary>
    public static async ValueTask<AskedModel> FindAsync(
        LlmServers servers, MediaHostPool? media, string? name, EndpointInput? endpoint, TimeSpan silence, ActionContext context, CancellationToken cancellationToken)
    {
        if (await ModelTarget.FindAsync(servers, name, endpoint, silence, context, cancellationToken).ConfigureAwait(false) is var target && target.Server is { } server)
        {
            return new ServedModel(servers, server, target.Maker, media);
        }

        return target.Identity!.Kind is ModelKind.Vlm or ModelKind.TextGeneration
            ? new HostedModel(target.Identity)
            : throw new HttpFailureException(StepFailure.Permanent(ActionCodes.LlmWrongModel, $"model `{target.Identity.Name}` does not chat; models of the kinds `openai`, `vlm` and `text-generation` do"));
    }
}
